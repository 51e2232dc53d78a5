"""Lists and tables as pages of a copy, so that one painter prints all there is to print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rolwriter.app.output.layout import cell_layout
from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.text.sanitize import writable
from rolwriter.writers.layout.blocks import sheet_title
from rolwriter.writers.layout.copy import Copy, Section, TableBlock, TableRow
from rolwriter.writers.xlsx.table import Table

_SIZES = (10.5, 10.0, 9.0, 8.0, 7.0)
"""Points of the type, the one wanted first; less cannot be read on paper."""
_NARROWEST = 8.0
"""Of a column, in half-width characters."""


def table_copy(table: Table, page_format: PageFormat) -> Copy:
    """The table alone, ready to be set; one for a single page is set smaller to keep to it."""
    section = table_section(table)
    if table.one_page:
        section = on_one_page(section, page_format)
    return Copy(CopyKind.FORMAL, page_format, (section,), title=table.title)


def list_copy(title: str, lines: Iterable[str], page_format: PageFormat) -> Copy:
    """Lines one under the other, upright, each in a row of its own."""
    rows = tuple(TableRow((writable(line),)) for line in lines)
    block = TableBlock((1,), rows, size_pt=_SIZES[0])
    return Copy(CopyKind.FORMAL, page_format, (Section((sheet_title(title), block)),), title=title)


def table_section(table: Table) -> Section:
    """The table with its title, its heads again on each page, and its foot."""
    rows = (
        TableRow(tuple(column.title for column in table.columns)),
        *(TableRow(tuple(_words(cell) for cell in row)) for row in table.rows),
    )
    widths = tuple(max(_NARROWEST, column.width) for column in table.columns)
    blocks = [TableBlock(widths, rows, header_rows=1, size_pt=_SIZES[0])]
    if table.foot:
        blocks.append(TableBlock((1,), (TableRow((writable(table.foot),)),), size_pt=_SIZES[0]))
    return Section((sheet_title(writable(table.title)), *blocks), landscape=table.landscape)


def on_one_page(section: Section, page_format: PageFormat) -> Section:
    """The section with its tables in the largest type that holds it on one page.

    One too long even for the smallest that can be read goes on to a second page: nothing
    is cut.
    """
    for size in _SIZES:
        content = tuple(
            replace(block, size_pt=size) if isinstance(block, TableBlock) else block
            for block in section.content
        )
        section = replace(section, content=content)
        if len(cell_layout(Copy(CopyKind.REVIEW, page_format, (section,))).pages) == 1:
            break
    return section


def _words(cell: object) -> str:
    return "" if cell is None else writable(str(cell))
