"""Word files (docx, dotx, docm, dotm, also Strict) read completely, by a walk of our own.

The libraries for Word lose words: text inserted under tracking, in content controls,
in text boxes, and every automatic number.
"""

from __future__ import annotations

from rolwriter.readers.docx.document import read_docx

__all__ = ["read_docx"]
