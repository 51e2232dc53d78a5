"""Blocks and rows of tables as lines, in one format and with one measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

import msgspec

from rolwriter.catalog.page_format import (
    Align,
    BlockKind,
    FaceRole,
    Lines,
    LoneCharacter,
    PageFormat,
    Punctuation,
)
from rolwriter.writers.layout.autospace import spaced
from rolwriter.writers.layout.blocks import Block, Run
from rolwriter.writers.layout.closing import ClosingPlaces
from rolwriter.writers.layout.copy import TableBlock
from rolwriter.writers.layout.lines import Shape, break_lines
from rolwriter.writers.layout.page import Measure, SetLine


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's words in lines; their ``left`` counts from the cell's own edge."""

    text: str
    left: float
    width: float
    lines: tuple[SetLine, ...]


@dataclass(frozen=True, slots=True)
class SetRow:
    """A row of a table with its height in whole lines of the table."""

    cells: tuple[SetCell, ...]
    lines: int
    paragraph_id: str

    def parts(self, most: int) -> list[SetRow]:
        """The row in pieces of at most so many lines, for one higher than a page."""
        return [
            SetRow(
                tuple(replace(cell, lines=cell.lines[at : at + most]) for cell in self.cells),
                min(most, self.lines - at),
                self.paragraph_id,
            )
            for at in range(0, self.lines, most)
        ]


class Setter:
    """Sets paragraphs for one format and one measure."""

    def __init__(self, page_format: PageFormat, measure: Measure) -> None:
        self.format = page_format
        # a mark that hangs would stand on the rule, and short lines are no fault there
        self._in_cells = msgspec.structs.replace(
            page_format.lines,
            punctuation=Punctuation.CONDENSED,
            lone_character=LoneCharacter.KEPT,
        )
        self._measure = measure

    def block(self, block: Block, width: float, closing: ClosingPlaces) -> tuple[SetLine, ...]:
        """The lines of a block in a type area so wide."""
        return self._lines(block.runs, self._shape(block, width, closing))

    def row(self, table: TableBlock, index: int, width: float) -> SetRow:
        """A row of a table that is as wide as the type area."""
        row = table.rows[index]
        edges = [0.0, *accumulate(share * width / sum(table.widths) for share in table.widths)]
        head = index < table.header_rows
        align, face = (Align.CENTER, FaceRole.TABLE_HEAD) if head else (Align.LEFT, FaceRole.TABLE)
        side = self.format.table.side
        cells = list[SetCell]()
        for column, text in enumerate(row.cells[: len(table.widths)]):
            left, right = edges[column], edges[column + 1]
            shape = Shape(align, side, side, max(right - left - side, side + 1))
            lines = self.words(text, face, table.size_pt, shape, self._in_cells)
            cells.append(SetCell(text, left, right - left, lines))
        most = max((len(cell.lines) for cell in cells), default=1)
        return SetRow(tuple(cells), max(row.least_lines, most), row.paragraph_id)

    def words(
        self, text: str, face: FaceRole, size_pt: float, shape: Shape, rules: Lines | None = None
    ) -> tuple[SetLine, ...]:
        """The lines of words outside the text, in a face but in a size of their own."""
        scale = size_pt / self.format.faces[face].size_pt
        return self._lines((Run(text, face),), shape, scale, rules)

    def _lines(
        self, runs: Sequence[Run], shape: Shape, scale: float = 1, rules: Lines | None = None
    ) -> tuple[SetLine, ...]:
        advances = [
            advance * scale
            for run in runs
            for advance in self._measure.advances(run.text, run.face)
        ]
        text = "".join(run.text for run in runs)
        space = self.format.lines.autospace * self.format.faces[runs[0].face].size * scale
        spaces = dict.fromkeys(spaced(text), space) if runs and space else None
        return break_lines(text, advances, shape, rules or self.format.lines, spaces)

    def _shape(self, block: Block, width: float, closing: ClosingPlaces) -> Shape:
        layout = self.format.paragraphs[block.kind]
        size = self.format.faces[layout.face].size
        align, left = layout.align, layout.left_chars * size
        right = width - layout.right_chars * size
        first, turned = left + layout.first_line_chars * size, left + layout.hanging_chars * size
        if block.indents is not None:
            first, turned = block.indents.first, block.indents.turned
        place = {
            BlockKind.SIGNATURE: closing.signature,
            BlockKind.ISSUE_DATE: closing.issue_date,
        }.get(block.kind)
        if place is not None:
            align, first, turned, right = place.align, 0, 0, width
            if align is Align.LEFT:
                first = turned = place.indent
            else:
                right -= place.indent
        return Shape(align, first, turned, right)
