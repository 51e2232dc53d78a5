"""Pages being filled: lines and rows from top to bottom, a new page where one is full."""

from __future__ import annotations

from rolwriter.catalog.page_format import PageFormat
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import TableBlock
from rolwriter.writers.layout.page import (
    Place,
    PlacedCell,
    PlacedLine,
    PlacedRow,
    SetLine,
    SetPage,
)
from rolwriter.writers.layout.setting import SetRow

_NEAR = 12
"""Twips within which a line counts as standing on the grid."""


class Flow:
    """The pages so far and the one being filled."""

    def __init__(self, page_format: PageFormat) -> None:
        self.format = page_format
        self.pages: list[SetPage] = []
        self.places: dict[str, Place] = {}
        self.top = 0.0
        """How far down the page is filled."""
        self.height = 0
        self.width = 0
        self.landscape = False
        self._numbered = True
        self._lines: list[PlacedLine] = []
        self._rows: list[PlacedRow] = []
        self._counted = 0
        self._open = False

    def begin(self, *, landscape: bool, numbered: bool) -> None:
        """A section: its first page."""
        self.end_page()
        self.landscape, self._numbered = landscape, numbered
        size = (self.format.text_width, self.format.text_height)
        self.width, self.height = size[::-1] if landscape else size
        self._open = True

    def new_page(self) -> None:
        """The next page of the section."""
        self.end_page()
        self._open = True

    def end_page(self, colophon_top: float | None = None) -> None:
        """Finish the page being filled, if there is one."""
        if not self._open:
            return
        self.pages.append(
            SetPage(
                len(self.pages) + 1,
                self.landscape,
                self._numbered,
                tuple(self._lines),
                tuple(self._rows),
                colophon_top,
            )
        )
        self._lines, self._rows, self._counted, self.top = [], [], 0, 0.0
        self._open = False

    @property
    def empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self._lines and not self._rows

    def room_for(self, height: float) -> bool:
        """Whether so much still goes on the page."""
        return self.top + height <= self.height + _NEAR / 10

    def to_grid(self) -> None:
        """Go down to the next line of the grid, unless the page stands on one."""
        pitch = self.format.grid.line
        beyond = self.top % pitch
        if _NEAR < beyond < pitch - _NEAR:
            self.top += pitch - beyond

    def line(self, block: Block, line: SetLine, height: float) -> None:
        """Set a line on the page; one that stands beside the last goes no further down."""
        if line.beside and self._lines:
            self.top -= height
        elif block.paragraph_id:
            self._counted += 1
        number = self._counted if block.paragraph_id else 0
        self._mark(block.paragraph_id, number)
        self._lines.append(PlacedLine(block, line, self.top, height, number))
        self.top += height

    def row(self, table: TableBlock, row: SetRow, height: float, line_height: float) -> None:
        """Set a row of a table on the page."""
        self._mark(row.paragraph_id, self._counted + 1)
        above = self.format.table.above
        cells = tuple(
            PlacedCell(
                cell.text,
                cell.left,
                cell.width,
                tuple(
                    (line, self.top + above + place * line_height)
                    for place, line in enumerate(cell.lines)
                ),
            )
            for cell in row.cells
        )
        self._rows.append(PlacedRow(table, cells, self.top, height, row.paragraph_id))
        self.top += height

    def _mark(self, paragraph_id: str, line: int) -> None:
        if paragraph_id and paragraph_id not in self.places:
            self.places[paragraph_id] = Place(len(self.pages) + 1, max(line, 1))
