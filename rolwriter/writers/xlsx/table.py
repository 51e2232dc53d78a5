"""Any table as an Excel sheet: the ledger, the checklist, the 核对表."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rolwriter.model.sheets import column_letters
from rolwriter.writers.xlsx.book import Value, add_sheet, finish, new_book, put
from rolwriter.writers.xlsx.look import (
    TITLE_SIZE,
    height_of,
    lines_needed,
    set_up_page,
    style,
)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its title and its width in half-width characters."""

    title: str
    width: int = 12


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title above it; every row has a value for every column."""

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    landscape: bool = True
    one_page: bool = False
    """Whether it is to be shrunk to a single page when printed."""
    foot: str = ""
    """A line below the table, as for signatures."""


def write_tables(tables: Sequence[Table]) -> bytes:
    """An Excel file (.xlsx) with a sheet for each table; the same tables, the same bytes.

    Words are written as text, never as formulas; decimals as numbers when Excel keeps
    all their digits. Prints on A4, as wide as the page, headings on each page.
    """
    book = new_book()
    for table in tables:
        _write(add_sheet(book, table.title), table)
    return finish(book)


def _write(sheet: Any, table: Table) -> None:  # noqa: ANN401 - openpyxl has no types
    last = len(table.columns)
    style(put(sheet, 1, 1, table.title), head=True, framed=False, size=TITLE_SIZE, align="center")
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
    sheet.row_dimensions[1].height = 30
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[column_letters(number)].width = column.width
        style(put(sheet, 2, number, column.title), head=True, shaded=True, align="center")
    for index, row in enumerate(table.rows, 3):
        for number, value in enumerate(row, 1):
            align = "right" if isinstance(value, (Decimal, int)) else "left"
            style(put(sheet, index, number, value), align=align)
        sheet.row_dimensions[index].height = height_of(_lines(row, table.columns))
    if table.foot:
        below = len(table.rows) + 3
        style(put(sheet, below, 1, table.foot), framed=False)
        sheet.merge_cells(start_row=below, start_column=1, end_row=below, end_column=last)
        sheet.row_dimensions[below].height = 36
    sheet.auto_filter.ref = f"A2:{column_letters(last)}{len(table.rows) + 2}"
    set_up_page(sheet, 2, landscape=table.landscape, one_page=table.one_page)


def _lines(row: Sequence[Value], columns: Sequence[TableColumn]) -> int:
    pairs = zip(row, columns, strict=True)
    return max((lines_needed(str(v), c.width) for v, c in pairs if v is not None), default=1)
