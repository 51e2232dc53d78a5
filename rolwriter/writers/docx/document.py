"""`word/document.xml`: the blocks as paragraphs that name their style, and the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import BlockKind, FaceRole, PageFormat
from rolwriter.writers.docx.markup import part, w
from rolwriter.writers.docx.names import RUN_STYLES, STYLES
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.title import title_lines

_BREAKS = re.compile("([\t\n])")
# Signs that Latin and Chinese text share: Word takes them from the Latin font unless told.
_SHARED_SIGNS = re.compile("[‘’“”—…·×°±]")


def document_part(run_of_blocks: Sequence[Block], page_format: PageFormat) -> bytes:
    """The whole text with the page it stands on."""
    title_width = page_format.text_width / page_format.cell(FaceRole.TITLE)
    body = w("body")
    for block in run_of_blocks:
        paragraph = w("p", w("pPr", w("pStyle", val=STYLES[block.kind].id)))
        if block.kind is BlockKind.TITLE:
            lines = title_lines(block.text, title_width)
            paragraph.append(run("\n".join(lines)))
        else:
            for piece in block.runs:
                paragraph.append(run(piece.text, _run_style(block, piece.face)))
        body.append(paragraph)
    body.append(section(page_format))
    return part(w("document", body))


def run(text: str, style: str | None = None) -> Element:
    """One run with the text; tabs and line ends become Word's own.

    The hint is no formatting: it tells Word that shared signs such as “ ” are Chinese
    here, as it notes itself when they are typed with a Chinese input method.
    """
    properties = w("rPr")
    if style:
        properties.append(w("rStyle", val=style))
    if _SHARED_SIGNS.search(text):
        properties.append(w("rFonts", hint="eastAsia"))
    element = w("r", properties) if len(properties) else w("r")
    for piece in _BREAKS.split(text):
        if piece == "\t":
            element.append(w("tab"))
        elif piece == "\n":
            element.append(w("br"))
        elif piece:
            element.append(words(piece))
    return element


def words(text: str) -> Element:
    """The text of a run, its outer and doubled blanks kept."""
    element = w("t", text=text)
    if text != text.strip() or "  " in text:
        element.set("xml:space", "preserve")
    return element


def _run_style(block: Block, face: FaceRole) -> str | None:
    """The character style of a heading run into text; elsewhere the paragraph's face holds."""
    return RUN_STYLES[face].id if block.kind is BlockKind.TEXT and face in RUN_STYLES else None


def section(page_format: PageFormat) -> Element:
    """The page the text stands on, with its two footers."""
    page = page_format.page
    odd = w("footerReference", type="default")
    odd.set("r:id", "odd")
    even = w("footerReference", type="even")
    even.set("r:id", "even")
    return w(
        "sectPr",
        even,
        odd,
        w("pgSz", w=page.width, h=page.height),
        w(
            "pgMar",
            top=page.top,
            right=page.right,
            bottom=page.bottom,
            left=page.left,
            header=page.top // 2,
            footer=page_format.footer.distance,
            gutter=0,
        ),
        w("docGrid", type="lines", linePitch=page_format.grid.line_pitch),
    )
