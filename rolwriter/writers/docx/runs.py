"""Runs: characters of one style, their tabs, line ends and shared signs."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from rolwriter.writers.docx.markup import ready

_BREAKS = re.compile("([\t\n])")
# Signs that Latin and Chinese text share: Word takes them from the Latin font unless told.
_SHARED_SIGNS = re.compile("[‘’“”—…·×°±]")
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "": ""}


def run(text: str, style: str | None = None) -> Element:
    """One run with the text; tabs and line ends become Word's own.

    The hint is no formatting: it tells Word that shared signs such as “ ” are Chinese
    here, as it notes itself when they are typed with a Chinese input method.
    """
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if _SHARED_SIGNS.search(text):
        properties += _HINT
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    if "\t" in text or "\n" in text:
        pieces = (
            _SIGNS[piece] if piece in _SIGNS else words(piece) for piece in _BREAKS.split(text)
        )
        return ready(f"<w:r>{properties}{''.join(pieces)}</w:r>")
    return ready(f"<w:r>{properties}{words(text)}</w:r>")


def words(text: str) -> str:
    """The text of a run as markup, its outer and doubled blanks kept."""
    keep = ' xml:space="preserve"' if text != text.strip() or "  " in text else ""
    return f"<w:t{keep}>{escape(text)}</w:t>"
