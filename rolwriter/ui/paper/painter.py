"""One set page, drawn: the same on a screen, on a printer and in a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

from PySide6.QtGui import QPainter

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.ink import Ink, Piece, UsedGlyphs
from rolwriter.ui.paper.measure import FontMeasure
from rolwriter.writers.layout.blocks import Run
from rolwriter.writers.layout.colophon import set_colophon
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.page import PlacedCell, PlacedLine, PlacedRow, SetLine, SetPage
from rolwriter.writers.layout.setting import Setter

BASELINE = 0.8
"""From a line's top to its baseline, as a share of its height.

[M] LibreOffice stands the characters of a line of exact height so; Word was not tried.
"""
_ASCENT = 0.86
"""From a Han character's upper edge to the baseline, as a share of its size; rarely other."""
_BLACK = "000000"
_WATERMARK_SHARE = 0.7
"""Of the page's diagonal, for a watermark too long for its own size."""


def format_of(copy: Copy, page: SetPage) -> PageFormat:
    """The format of that page: upright, or laid across."""
    return copy.page_format.across() if page.landscape else copy.page_format


class PagePainter:
    """Draws the pages of one copy; the painter stands at the page's upper left corner."""

    def __init__(self, copy: Copy, glyphs: Glyphs) -> None:
        self._copy = copy
        self._glyphs = glyphs
        self._measure = FontMeasure(copy.page_format, glyphs).learn(copy)

    def paint(
        self,
        painter: QPainter,
        page: SetPage,
        scale: float,
        *,
        hinted: bool = False,
        used: UsedGlyphs | None = None,
    ) -> None:
        """Draw the page, ``scale`` dots for one twip.

        ``hinted`` fits the characters to a screen's dots; ``used`` gathers the glyphs.
        """
        page_format = format_of(self._copy, page)
        ink = Ink(painter, self._glyphs, page_format, scale, hinted=hinted, used=used)
        _Drawing(self._copy, page, page_format, ink, scale, self._measure).draw()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The drawing of one page."""

    _copy: Copy
    _page: SetPage
    _format: PageFormat
    _ink: Ink
    _scale: float
    _measure: FontMeasure

    def draw(self) -> None:
        """Draw all of it, what lies behind first."""
        if self._copy.watermark:
            self._watermark()
        if self._copy.header:
            self._header()
        for number, placed in enumerate(self._page.lines):
            self._line(placed)
            following = self._page.lines[number + 1 : number + 2]
            if not following or following[0].block is not placed.block:
                self._block_rule(placed)
        for row in self._page.rows:
            self._row(row)
        if self._page.colophon_top is not None:
            self._colophon(self._page.colophon_top)
        if self._page.numbered:
            self._number()

    def _line(self, placed: PlacedLine) -> None:
        page, line = self._format.page, placed.line
        baseline = page.top + placed.top + BASELINE * placed.height
        pieces = _slice(placed.block.runs, line.start, line.end)
        self._ink.write(pieces, page.left + line.left, baseline, line.gap)
        beside = placed.block.beside
        if beside and line.start == 0:
            self._ink.write(_whole(beside.runs), page.left + beside.left, baseline)
        if self._copy.line_numbers and placed.number:
            number = [(str(placed.number), FaceRole.LINE_NUMBER)]
            right = page.left - self._format.draft.number_gap
            self._ink.write(number, right - self._ink.width(number), baseline)

    def _block_rule(self, placed: PlacedLine) -> None:
        rule = self._format.paragraphs[placed.block.kind].rule
        if rule and placed.line.end == len(placed.block.text):
            top = self._format.page.top + placed.top + placed.height + rule.gap
            left, width = self._format.page.left, self._format.text_width
            self._ink.rule(left, top, width, rule.width, rule.color)

    def _row(self, row: PlacedRow) -> None:
        heads = {head.cells for head in row.table.rows[: row.table.header_rows]}
        is_head = tuple(cell.text for cell in row.cells) in heads
        role = FaceRole.TABLE_HEAD if is_head else FaceRole.TABLE
        for cell in row.cells:
            self._cell(row, cell, role)

    def _cell(self, row: PlacedRow, cell: PlacedCell, role: FaceRole) -> None:
        page, thick = self._format.page, self._format.table.rule
        left, top = page.left + cell.left, page.top + row.top
        for across in (top, top + row.height):
            self._ink.rule(left, across - thick / 2, cell.width, thick, _BLACK)
        for down in (left, left + cell.width):
            self._ink.upright(down - thick / 2, top, row.height, thick, _BLACK)
        size = row.table.size_pt * 20
        for line, line_top in cell.lines:
            height = size * self._format.table.line_ratio
            baseline = page.top + line_top + _middle(height, size)
            words = [(cell.text[line.start : line.end], role)]
            self._ink.write(words, left + line.left, baseline, line.gap, size)

    def _number(self) -> None:
        page, footer = self._format.page, self._format.footer
        words = [(f"{footer.before}{self._page.number}{footer.after}", FaceRole.FOOTER)]
        edge = footer.edge_chars * self._format.faces[FaceRole.FOOTER].size
        top = page.height - footer.distance - footer.line
        left = page.left + edge
        if self._page.number % 2:
            left = page.width - page.right - edge - self._ink.width(words)
        self._ink.write(words, left, top + BASELINE * footer.line)

    def _header(self) -> None:
        header, page = self._format.header, self._format.page
        words = [(self._copy.header, FaceRole.HEADER)]
        self._ink.write(words, page.left, header.distance + BASELINE * header.line)

    def _watermark(self) -> None:
        page, painter = self._format.page, self._ink.painter
        words: list[Piece] = [(self._copy.watermark, FaceRole.WATERMARK)]
        size = self._format.faces[FaceRole.WATERMARK].size
        width = self._ink.width(words, size)
        longest = _WATERMARK_SHARE * hypot(page.width, page.height)
        if width > longest:
            size, width = size * longest / width, longest
        painter.save()
        painter.translate(page.width * self._scale / 2, page.height * self._scale / 2)
        painter.rotate(-degrees(atan2(page.height, page.width)))
        self._ink.write(words, -width / 2, size * 0.35, size=size)
        painter.restore()

    def _colophon(self, top: float) -> None:
        """Three rules, the middle one thin, with the copies above it and the printer below."""
        colophon = self._copy.colophon
        if colophon is None:
            return
        form, page, width = self._format.colophon, self._format.page, self._format.text_width
        lines = set_colophon(colophon, Setter(self._format, self._measure))
        y = page.top + top
        self._ink.rule(page.left, y, width, form.thick, _BLACK)
        if lines.copies_to:
            y = self._colophon_words(colophon.copies_to, lines.copies_to, y)
            self._ink.rule(page.left, y - form.thin / 2, width, form.thin, _BLACK)
        self._colophon_words(colophon.printer, lines.printer, y)
        self._colophon_words(colophon.printed, lines.printed, y)
        foot = page.top + top + lines.height
        self._ink.rule(page.left, foot - form.thick, width, form.thick, _BLACK)

    def _colophon_words(self, text: str, lines: Sequence[SetLine], top: float) -> float:
        """Some lines of it from ``top`` on; the answer is where they end."""
        size, height = self._format.faces[FaceRole.COLOPHON].size, self._format.colophon.line
        for line in lines:
            words = [(text[line.start : line.end], FaceRole.COLOPHON)]
            left = self._format.page.left + line.left
            self._ink.write(words, left, top + _middle(height, size), line.gap)
            top += height
        return top


def _middle(height: float, size: float) -> float:
    """From a line's top to the baseline of characters in its middle."""
    return height / 2 + (_ASCENT - 0.5) * size


def _slice(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Piece]:
    """The characters of a block from ``start`` to ``end``, by their faces."""
    if len(runs) == 1:
        yield runs[0].text[start:end], runs[0].face
        return
    begin = 0
    for run in runs:
        words = run.text[max(0, start - begin) : max(0, end - begin)]
        if words:
            yield words, run.face
        begin += len(run.text)


def _whole(runs: tuple[Run, ...]) -> Iterator[Piece]:
    return ((run.text, run.face) for run in runs)
