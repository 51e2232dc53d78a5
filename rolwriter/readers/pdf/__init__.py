"""PDF with a text layer: characters back into lines, lines back into paragraphs."""

from __future__ import annotations

from rolwriter.readers.pdf.document import read_pdf

__all__ = ["read_pdf"]
