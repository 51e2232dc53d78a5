"""A copy on pages: which line stands where, what begins a page, where the colophon goes.

The rules are those that Word and LibreOffice follow with the styles of our Word file, so
that screen, print and Word file part pages at the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolwriter.catalog.page_format import TWIPS_PER_POINT, BlockKind, PageFormat
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.closing import ClosingPlaces, place_closing
from rolwriter.writers.layout.colophon import set_colophon
from rolwriter.writers.layout.copy import Copy, Section, TableBlock
from rolwriter.writers.layout.flow import Flow
from rolwriter.writers.layout.page import Layout, Measure, SetLine
from rolwriter.writers.layout.setting import SetRow, Setter

_CLOSING = {BlockKind.SIGNATURE, BlockKind.ISSUE_DATE}
_WITH_SIGNATURE = 1
"""So many lines of text go along to a page that would hold nothing but the signature."""


def lay_out(copy: Copy, measure: Measure) -> Layout:
    """The copy on its pages; same copy and measure, same layout."""
    return Typesetter(measure).lay_out(copy)


class Typesetter:
    """Lays out copies one after the other and breaks anew only paragraphs that changed."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._setter: Setter | None = None

    def lay_out(self, copy: Copy) -> Layout:
        """The copy on its pages."""
        setter = self._setter
        if setter is None or setter.format != copy.page_format:
            setter = self._setter = Setter(copy.page_format, self._measure)
        pages = _Pages(copy, setter)
        setter.forget_unused()
        return Layout(copy, tuple(pages.flow.pages), pages.flow.places)


class _Pages:
    def __init__(self, copy: Copy, setter: Setter) -> None:
        self.format: PageFormat = copy.page_format
        self.setter = setter
        self.flow = Flow(copy.page_format)
        text = [block for block in copy.blocks if isinstance(block, Block)]
        self.closing: ClosingPlaces = place_closing(text, copy.page_format)
        for section in copy.sections:
            self._section(section)
        if copy.colophon is not None:
            self._colophon(set_colophon(copy.colophon, setter).height)
        self.flow.end_page()

    def _section(self, section: Section) -> None:
        flow = self.flow
        flow.begin(landscape=section.landscape, numbered=section.numbered)
        above: Block | TableBlock | None = None
        set_blocks = [
            (block, self._lines(block) if isinstance(block, Block) else ())
            for block in section.content
        ]
        for index, (block, lines) in enumerate(set_blocks):
            if isinstance(block, TableBlock):
                if isinstance(above, Block) and not flow.empty:
                    flow.top += self.format.after(above.kind)
                self._table(block)
            else:
                self._begin(block, above, first=index == 0)
                held = self._held(set_blocks[index:])
                if not flow.empty and not flow.room_for(held):
                    flow.new_page()
                self._set(block, lines, self._kept_for_closing(set_blocks[index:]))
            above = block

    def _lines(self, block: Block) -> tuple[SetLine, ...]:
        return self.setter.block(block, self.flow.width, self.closing)

    def _begin(self, block: Block, above: Block | TableBlock | None, *, first: bool) -> None:
        """Go down by the distance between two blocks; at the head of a page there is none."""
        flow, layout = self.flow, self.format.paragraphs[block.kind]
        if layout.new_page and not flow.empty:
            flow.new_page()
            first = True
        if first:
            flow.top += self.format.before(block.kind)
        elif not flow.empty:
            flow.top += self._between(above, block)
        if not layout.off_grid:
            flow.to_grid()

    def _between(self, above: Block | TableBlock | None, below: Block) -> float:
        """The larger of both distances; none between neighbours of one kind."""
        before = self.format.before(below.kind)
        if not isinstance(above, Block):
            return before
        if above.kind is below.kind:
            return 0
        return max(before, self.format.after(above.kind))

    def _held(self, following: Sequence[tuple[Block | TableBlock, Sequence[SetLine]]]) -> float:
        """How much room a block needs at least to begin on this page.

        A block that is kept with the next needs it whole and the next one's beginning;
        no more than a page, or nothing would ever fit.
        """
        needed = 0.0
        for index, (block, lines) in enumerate(following):
            if isinstance(block, TableBlock):
                break
            if index:
                needed += self._between(following[index - 1][0], block)
            height = self.format.line(block.kind)
            if not self.format.paragraphs[block.kind].keep_with_next or index + 1 == len(following):
                needed += height
                break
            needed += height * _rows(lines)
        return needed if needed <= self.flow.height else 0.0

    def _kept_for_closing(
        self, following: Sequence[tuple[Block | TableBlock, Sequence[SetLine]]]
    ) -> int:
        """How many last lines of the block go to the next page, for the signature to follow.

        A page with signature and date has text too (GB/T 9704-2012, 7.3.5.5).
        """
        block, lines = following[0]
        if len(following) < 2 or isinstance(block, TableBlock) or block.kind in _CLOSING:
            return 0
        below = following[1][0]
        if not isinstance(below, Block) or below.kind not in _CLOSING:
            return 0
        height, count = self.format.line(block.kind), _rows(lines)
        here = int((self.flow.height - self.flow.top) / height)
        if count <= here:
            rest = self.flow.height - self.flow.top - count * height
        else:
            a_page = int(self.flow.height / height)
            rest = self.flow.height - ((count - here - 1) % a_page + 1) * height
        needed = self._between(block, below) + self._held(following[1:])
        return 0 if needed <= rest else min(_WITH_SIGNATURE, count)

    def _set(self, block: Block, lines: Sequence[SetLine], kept: int) -> None:
        """The block's lines, over as many pages as it takes; the last ``kept`` on a new one."""
        flow, height = self.flow, self.format.line(block.kind)
        for index, line in enumerate(lines):
            full = not flow.room_for(height) and not line.beside
            if (full or (kept and index == len(lines) - kept)) and not flow.empty:
                flow.new_page()
            flow.line(block, line, height)

    def _table(self, table: TableBlock) -> None:
        """The rows; a page that the table goes on to begins with its header rows again."""
        flow = self.flow
        rows = [self.setter.row(table, index, flow.width) for index in range(len(table.rows))]
        header = rows[: table.header_rows]
        for index, row in enumerate(rows):
            if not flow.empty and not flow.room_for(self._needed(table, rows, index)):
                flow.new_page()
                if index >= table.header_rows:
                    self._rows(table, header)
            self._rows(table, self._fitting(table, row))

    def _needed(self, table: TableBlock, rows: Sequence[SetRow], index: int) -> float:
        """The row's height; a header row does not stay behind without the row it heads."""
        upto = table.header_rows + 1 if index < table.header_rows else index + 1
        return sum(self._row_height(table, row) for row in rows[index:upto])

    def _fitting(self, table: TableBlock, row: SetRow) -> Iterable[SetRow]:
        """The row, or, where it is higher than the page has room, its parts."""
        most = int(
            (self.flow.height - self.flow.top - 2 * self.format.table.above)
            // self._line_height(table)
        )
        if row.lines <= most or most < 1:
            return (row,)
        return row.parts(most)

    def _rows(self, table: TableBlock, rows: Iterable[SetRow]) -> None:
        for row in rows:
            height = self._row_height(table, row)
            if not self.flow.empty and not self.flow.room_for(height):
                self.flow.new_page()
            self.flow.row(table, row, height, self._line_height(table))

    def _line_height(self, table: TableBlock) -> float:
        return round(table.size_pt * self.format.table.line_ratio * TWIPS_PER_POINT)

    def _row_height(self, table: TableBlock, row: SetRow) -> float:
        return row.lines * self._line_height(table) + 2 * self.format.table.above

    def _colophon(self, height: float) -> None:
        """At the foot of the last page, which is even; pages added for it have no number."""
        flow = self.flow
        number = len(flow.pages) + 1
        if number % 2 == 0 and not flow.landscape and flow.room_for(height + self.format.grid.line):
            flow.end_page(self.format.text_height - height)
            return
        flow.begin(landscape=False, numbered=False)
        if number % 2 == 0:
            flow.begin(landscape=False, numbered=False)
        flow.end_page(self.format.text_height - height)


def _rows(lines: Sequence[SetLine]) -> int:
    return sum(not line.beside for line in lines)
