"""What a spreadsheet reader hands over: cells with words or numbers, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rolwriter.model.source import Note


class CellKind(StrEnum):
    """What a cell holds."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"
    UNCALCULATED = "uncalculated"
    """A formula whose result the file does not hold."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty; rows and columns count from 1."""

    row: int
    column: int
    kind: CellKind
    text: str
    """A number in plain digits, a date as 2025-03-01, an error as #N/A, words as they are."""
    percent: bool = False
    """The number shows as a percentage: 0.795 is seen as 79.5%."""

    @property
    def place(self) -> str:
        """The cell's name in a spreadsheet: F12."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Area:
    """Cells that were merged into one; all four edges belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells from top to bottom and from left to right."""

    name: str
    cells: tuple[Cell, ...]
    merges: tuple[Area, ...] = ()
    hidden: bool = False
    beyond: bool = False
    """There is something further down or right than is read."""


@dataclass(frozen=True, slots=True)
class Workbook:
    """A spreadsheet file; ``format`` is "xlsx" or "xls"."""

    format: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Note, ...] = ()


def column_letters(column: int) -> str:
    """A column's letters: 1 is A, 28 is AB."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
