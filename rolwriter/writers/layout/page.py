"""Set pages: where each line of each block stands. Lengths are twips, y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rolwriter.catalog.page_format import FaceRole
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import Copy, TableBlock


class Measure(Protocol):
    """How wide characters are: by cells without any font, or as a machine's fonts have it."""

    def advances(self, text: str, face: FaceRole) -> Sequence[float]:
        """How far each code point takes the line, the face's own spacing included."""
        ...


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of a block: ``text[start:end]``, in code points.

    A line break, a tab or a blank at the line's end is not part of it, so the lines' texts
    together may lack such characters of the block's text, and nothing else.
    """

    start: int
    end: int
    left: float
    """From the left edge of the type area to the first character's origin."""
    width: float
    """As wide as the characters are, before ``gap``."""
    gap: float = 0
    """Added after every character but the last, so that the line fills its measure; less than
    0 in a line set closer. A mark that hangs in the margin then begins where the measure ends."""
    beside: bool = False
    """It stands on the same line of the page as the one before it, after a tab."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line on its page."""

    block: Block
    line: SetLine
    top: float
    """From the upper edge of the type area; negative above it."""
    height: float
    number: int
    """Counted from 1 on each page over the lines of the report's own paragraphs; 0 for others."""


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """One cell with its lines, whose tops count from the upper edge of the type area."""

    text: str
    left: float
    width: float
    lines: tuple[tuple[SetLine, float], ...]
    """Each line (``left`` from the cell's own left edge) and its top."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """One row of a table on its page."""

    table: TableBlock
    cells: tuple[PlacedCell, ...]
    top: float
    height: float
    paragraph_id: str = ""


@dataclass(frozen=True, slots=True)
class SetPage:
    """One page."""

    number: int
    """From 1, over the whole copy."""
    landscape: bool
    numbered: bool
    lines: tuple[PlacedLine, ...]
    rows: tuple[PlacedRow, ...] = ()
    colophon_top: float | None = None
    """Where the colophon's upper rule stands; None: it is not on this page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph begins: page and line, both from 1."""

    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Layout:
    """A copy, set."""

    copy: Copy
    pages: tuple[SetPage, ...]
    places: dict[str, Place]
    """By paragraph id."""
