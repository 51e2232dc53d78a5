"""The report as a Word file in the official format.

The package writes its own small set of parts instead of filling a template: a
template's author, thumbnail and revision marks cannot leak from a file that never
had them, and the same report always makes the same bytes.
"""

from rolwriter.writers.docx.package import write_docx

__all__ = ["write_docx"]
