"""The set pages as a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from rolwriter.catalog.page_format import TWIPS_PER_POINT, BlockKind, FaceRole, PageFormat
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.ink import UsedGlyphs
from rolwriter.ui.paper.painter import PagePainter, format_of
from rolwriter.ui.paper.pdf_finish import Mark, finish
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.page import Layout

_DOTS_AN_INCH = 1440
"""One dot is one twip."""
_DEPTHS = {
    BlockKind.ATTACHMENT_TITLE: 0,
    BlockKind.SHEET_TITLE: 0,
}
_HEADING_DEPTHS = {FaceRole.HEADING_1: 0, FaceRole.HEADING_2: 1}


def pdf_bytes(
    layout: Layout, glyphs: Glyphs, progress: Callable[[int, int], None] | None = None
) -> bytes:
    """The pages as a PDF with its fonts in it; same pages and fonts, same bytes.

    ``progress`` is told (pages drawn, pages in all) after each page.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_AN_INCH)
    pages, used = PagePainter(layout.copy, glyphs), UsedGlyphs()
    painter = QPainter()
    for count, page in enumerate(layout.pages, 1):
        _set_paper(writer, format_of(layout.copy, page))
        if count == 1:
            painter.begin(writer)
        else:
            writer.newPage()
        pages.paint(painter, page, 1.0, used=used)
        if progress:
            progress(count, len(layout.pages))
    painter.end()
    chars = [tuple(by_glyph.values()) for by_glyph in used.values()]
    return finish(bytes(buffer.data().data()), chars, list(_marks(layout)), layout.copy.title)


def _set_paper(writer: QPdfWriter, page_format: PageFormat) -> None:
    page = page_format.page
    points = QSizeF(page.width / TWIPS_PER_POINT, page.height / TWIPS_PER_POINT)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "A4"))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))


def _marks(layout: Layout) -> Iterator[Mark]:
    """A bookmark for each chapter and section, sheet and attachment."""
    for number, page in enumerate(layout.pages):
        paper = format_of(layout.copy, page).page
        for placed in page.lines:
            if placed.line.start:
                continue
            heading = _heading(placed.block)
            if heading:
                words, depth = heading
                height = (paper.height - paper.top - placed.top) / TWIPS_PER_POINT
                yield Mark(words, number, height, depth)


def _heading(block: Block) -> tuple[str, int] | None:
    if block.kind in _DEPTHS:
        return block.words, _DEPTHS[block.kind]
    first = block.runs[0]
    if first.face not in _HEADING_DEPTHS:
        return None
    words = first.text if len(block.runs) > 1 else block.words
    return words, _HEADING_DEPTHS[first.face]
