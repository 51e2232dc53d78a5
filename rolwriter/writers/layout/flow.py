"""Pages being filled: lines and rows from top to bottom, a new page where one is full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

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


@dataclass(slots=True)
class OpenPage:
    """The page being filled."""

    landscape: bool
    numbered: bool
    lines: list[PlacedLine] = field(default_factory=list[PlacedLine])
    rows: list[PlacedRow] = field(default_factory=list[PlacedRow])
    counted: int = 0
    """Lines of the report's own paragraphs."""
    top: float = 0
    """How far down the page is filled."""

    @property
    def empty(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self.lines and not self.rows


class Flow:
    """The pages so far and the one being filled."""

    def __init__(self, page_format: PageFormat) -> None:
        self.format = page_format
        self.pages: list[SetPage] = []
        self.places: dict[str, Place] = {}
        self.page: OpenPage | None = None

    @property
    def open(self) -> OpenPage:
        """The page being filled; there is one once a section has begun."""
        if self.page is None:
            raise AssertionError("no section has begun")
        return self.page

    @property
    def height(self) -> int:
        """Of the type area of the page being filled."""
        return self.format.text_width if self.open.landscape else self.format.text_height

    def begin(self, *, landscape: bool, numbered: bool) -> None:
        """A section: its first page."""
        self.end_page()
        self.page = OpenPage(landscape, numbered)

    def new_page(self) -> None:
        """The next page of the section."""
        landscape, numbered = self.open.landscape, self.open.numbered
        self.begin(landscape=landscape, numbered=numbered)

    def end_page(self, colophon_top: float | None = None) -> None:
        """Finish the page being filled, if there is one."""
        page = self.page
        if page is None:
            return
        lines, rows, number = tuple(page.lines), tuple(page.rows), len(self.pages) + 1
        self.pages.append(SetPage(number, page.landscape, page.numbered, lines, rows, colophon_top))
        self.page = None

    def take_over(self, pages: Iterable[SetPage], last: OpenPage, places: dict[str, Place]) -> None:
        """Go on with pages set before, whose numbers may now be others."""
        for page in pages:
            number = len(self.pages) + 1
            self.pages.append(page if page.number == number else replace(page, number=number))
        self.page = last
        self.places.update(places)

    def room_for(self, height: float) -> bool:
        """Whether so much still goes on the page."""
        return self.open.top + height <= self.height + _NEAR / 10

    def to_grid(self) -> None:
        """Go down to the next line of the grid, unless the page stands on one."""
        pitch = self.format.grid.line
        beyond = self.open.top % pitch
        if _NEAR < beyond < pitch - _NEAR:
            self.open.top += pitch - beyond

    def line(self, block: Block, line: SetLine, height: float) -> None:
        """Set a line on the page; one that stands beside the last goes no further down."""
        page = self.open
        if line.beside and page.lines:
            page.top -= height
        elif block.paragraph_id:
            page.counted += 1
        number = page.counted if block.paragraph_id else 0
        self._mark(block.paragraph_id, number)
        page.lines.append(PlacedLine(block, line, page.top, height, number))
        page.top += height

    def row(self, table: TableBlock, row: SetRow, height: float, line_height: float) -> None:
        """Set a row of a table on the page."""
        page = self.open
        self._mark(row.paragraph_id, page.counted + 1)
        first = page.top + self.format.table.above
        cells = tuple(
            PlacedCell(
                cell.text,
                cell.left,
                cell.width,
                tuple((line, first + at * line_height) for at, line in enumerate(cell.lines)),
            )
            for cell in row.cells
        )
        page.rows.append(PlacedRow(table, cells, page.top, height, row.paragraph_id))
        page.top += height

    def _mark(self, paragraph_id: str, line: int) -> None:
        if paragraph_id and paragraph_id not in self.places:
            self.places[paragraph_id] = Place(len(self.pages) + 1, max(line, 1))
