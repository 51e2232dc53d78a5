"""Tables onto pages: rows kept whole where they fit, header rows again on each page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolwriter.catalog.page_format import TWIPS_PER_POINT, PageFormat
from rolwriter.writers.layout.copy import TableBlock
from rolwriter.writers.layout.flow import Flow
from rolwriter.writers.layout.setting import SetRow


def set_table(flow: Flow, table: TableBlock, rows: Sequence[SetRow]) -> None:
    """Set the rows; a page that the table goes on to begins with its header rows again."""
    _Table(flow, table).set(rows)


def line_height(table: TableBlock, page_format: PageFormat) -> float:
    """How high a line of the table is, in twips."""
    return round(table.size_pt * page_format.table.line_ratio * TWIPS_PER_POINT)


class _Table:
    def __init__(self, flow: Flow, table: TableBlock) -> None:
        self.flow = flow
        self.table = table
        self.line = line_height(table, flow.format)
        self.around = 2 * flow.format.table.above

    def set(self, rows: Sequence[SetRow]) -> None:
        """All rows."""
        heads = self.table.header_rows
        for index, row in enumerate(rows):
            # a header row does not stay behind without the row it heads
            upto = heads + 1 if index < heads else index + 1
            needed = sum(map(self._height, rows[index:upto]))
            if not self.flow.open.empty and not self.flow.room_for(needed):
                self.flow.new_page()
                if index >= heads:
                    self._put(rows[:heads])
            self._put(self._fitting(row))

    def _fitting(self, row: SetRow) -> Iterable[SetRow]:
        """The row, or, where it is higher than the page has room, its parts."""
        room = self.flow.height - self.flow.open.top - self.around
        most = int(room // self.line)
        return (row,) if row.lines <= most or most < 1 else row.parts(most)

    def _put(self, rows: Iterable[SetRow]) -> None:
        for row in rows:
            height = self._height(row)
            if not self.flow.open.empty and not self.flow.room_for(height):
                self.flow.new_page()
            self.flow.row(self.table, row, height, self.line)

    def _height(self, row: SetRow) -> float:
        return row.lines * self.line + self.around
