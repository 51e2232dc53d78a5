"""`word/document.xml`: the blocks as paragraphs that name their style, and their pages."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.writers.docx.colophon import colophon_frame
from rolwriter.writers.docx.markup import part, w
from rolwriter.writers.docx.names import GAP, RED_RULE, RUN_STYLES
from rolwriter.writers.docx.runs import run
from rolwriter.writers.docx.sections import Furniture, section
from rolwriter.writers.docx.tables import table
from rolwriter.writers.docx.variants import Variants
from rolwriter.writers.layout.blocks import Block, Run
from rolwriter.writers.layout.copy import Copy, Section, TableBlock


def document_part(copy: Copy, variants: Variants, *, colophon_apart: bool) -> bytes:
    """The whole text with the pages it stands on.

    ``colophon_apart``: the last page of the text has no room for the colophon or is odd,
    so that it stands on the next even page, which carries no number.
    """
    furniture = Furniture.of(copy, colophon_apart=colophon_apart)
    body = w("body")
    last = len(copy.sections) - 1
    for index, one in enumerate(copy.sections):
        paragraphs = list(_content(one, copy.page_format, variants))
        if index == last and copy.colophon is not None and not colophon_apart:
            paragraphs.extend(colophon_frame(copy.colophon, copy.page_format))
            paragraphs.append(_empty(GAP.id))
        end = section(copy, one, furniture)
        if index < last or colophon_apart:
            _end_with(paragraphs, end)
            body.extend(paragraphs)
        else:
            if paragraphs and paragraphs[-1].tag == "w:tbl":
                paragraphs.append(_empty(GAP.id))
            body.extend(paragraphs)
            body.append(end)
    if not copy.sections:
        body.append(section(copy, Section(()), furniture))
    if colophon_apart and copy.colophon is not None:
        body.extend(colophon_frame(copy.colophon, copy.page_format))
        body.append(_empty(GAP.id))
        body.append(section(copy, Section((), numbered=False), furniture, even=True))
    return part(w("document", body))


def _content(one: Section, page_format: PageFormat, variants: Variants) -> Iterator[Element]:
    width = page_format.across().text_width if one.landscape else page_format.text_width
    above: Block | TableBlock | None = None
    for block in one.content:
        if isinstance(block, TableBlock):
            if isinstance(above, TableBlock):
                yield _empty(GAP.id)
            yield table(block, width, page_format)
        else:
            yield _paragraph(block, page_format, variants)
            if page_format.paragraphs[block.kind].rule is not None:
                yield _empty(RED_RULE.id)
        above = block


def _paragraph(block: Block, page_format: PageFormat, variants: Variants) -> Element:
    paragraph = w("p", variants.properties(block))
    face = page_format.paragraphs[block.kind].face
    for piece in block.runs:
        paragraph.append(_run(piece, face))
    if block.beside is not None:
        paragraph.append(w("r", w("tab")))
        for piece in block.beside.runs:
            paragraph.append(_run(piece, face))
    return paragraph


def _run(piece: Run, face: FaceRole) -> Element:
    """A run; where its face is not the paragraph's own, a character style says so."""
    own = piece.face is face or piece.face not in RUN_STYLES
    return run(piece.text, None if own else RUN_STYLES[piece.face].id)


def _empty(style: str) -> Element:
    return w("p", w("pPr", w("pStyle", val=style)))


def _end_with(paragraphs: list[Element], end: Element) -> None:
    """Close a section that is not the last: its properties stand in its last paragraph."""
    if not paragraphs or paragraphs[-1].tag == "w:tbl":
        paragraphs.append(_empty(GAP.id))
    properties = paragraphs[-1][0]
    paragraphs[-1][0] = w("pPr", *properties, end)
