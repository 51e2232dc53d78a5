"""Tables in the report: paragraphs in a row whose cells are parted by tabs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rolwriter.catalog.page_format import BlockKind
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.copy import TableBlock, TableRow

_NARROWEST, _WIDEST = 4.0, 24.0
"""Bounds of a column's share, in cells: a long remark does not squeeze the figures."""


def with_tables(run_of_blocks: Iterable[Block]) -> Iterator[Block | TableBlock]:
    """The blocks, with a table for two or more rows of equally many columns."""
    for columns, group in groupby(run_of_blocks, _columns):
        found = tuple(group)
        if columns > 1 and len(found) > 1:
            yield _table(columns, found)
        else:
            yield from found


def _columns(block: Block) -> int:
    return block.text.count("\t") + 1 if block.kind is BlockKind.TEXT else 0


def _table(columns: int, found: tuple[Block, ...]) -> TableBlock:
    rows = tuple(TableRow(tuple(b.text.split("\t")), paragraph_id=b.paragraph_id) for b in found)
    widths = tuple(
        min(_WIDEST, max(_NARROWEST, *(cells(row.cells[column]) for row in rows)))
        for column in range(columns)
    )
    return TableBlock(widths, rows, header_rows=1)
