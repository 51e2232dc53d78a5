"""One kind of copy of the report, ready to be set: what every output shares.

`compose` decides once what stands in a 草稿, a 送审稿 or a 上行文 and in which order.
Screen, printer, PDF, Word, HTML and text only show it, so they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.writers.layout.blocks import Block


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: a text a column (empty: room to write), and how many lines high at least."""

    cells: tuple[str, ...]
    least_lines: int = 1
    paragraph_id: str = ""
    """The report's paragraph that this row shows, if any."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A ruled table over the whole width of the type area."""

    widths: tuple[float, ...]
    """Shares of the width, one a column; their sum may be anything."""
    rows: tuple[TableRow, ...]
    header_rows: int = 0
    """So many rows stand again on top of each page the table goes on to."""
    size_pt: float = 12.0


@dataclass(frozen=True, slots=True)
class Section:
    """A run of pages of one paper; the first section's pages start on page 1."""

    content: tuple[Block | TableBlock, ...]
    landscape: bool = False
    numbered: bool = True
    """Whether its pages carry page numbers; the count goes on either way."""


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记 (7.4): at the foot of the last, even page."""

    copies_to: str
    """``抄送：…。``; empty: none."""
    printer: str
    printed: str
    """印发日期 as words, ``2026年2月1日印发``."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The whole copy."""

    kind: CopyKind
    page_format: PageFormat
    """The format with the house's own rules, and the draft's wider margin, already in."""
    sections: tuple[Section, ...]
    colophon: Colophon | None = None
    header: str = ""
    """One line above the text of every page (草稿: date and 第N稿)."""
    watermark: str = ""
    line_numbers: bool = False
    """The lines of the report's text are counted in the margin, anew on each page."""
    title: str = ""
    """For the file's properties: the report's title on one line."""

    @property
    def blocks(self) -> tuple[Block | TableBlock, ...]:
        """All content in its order."""
        return tuple(block for section in self.sections for block in section.content)
