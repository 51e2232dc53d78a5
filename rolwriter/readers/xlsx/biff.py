"""Sheets of xls and et, the binary files of Excel 97 and WPS, through xlrd."""

from __future__ import annotations

import datetime
import os
import warnings
from decimal import Decimal
from typing import Any, cast

from rolwriter.model.errors import RolwriterError
from rolwriter.model.sheets import Area, Cell, CellKind, Sheet, Workbook
from rolwriter.model.source import Note, NoteKind
from rolwriter.readers.refusals import UNCHANGED
from rolwriter.readers.xlsx.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS, MAX_TEXT
from rolwriter.readers.xlsx.numbers import exact
from rolwriter.readers.xlsx.read import damaged_workbook, too_many_cells

_DAMAGED = "文件的结构有损坏，已尽量读出，请核对有没有缺漏。"
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)


def read_biff(data: bytes, name: str = "") -> Workbook:
    """The cells of a binary spreadsheet.

    Raises:
        RolwriterError: protected, damaged, or beyond the limits.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(data, name)
    except (RolwriterError, MemoryError):
        raise
    except Exception as error:
        if "encrypted" in str(error):
            raise _protected(name) from None
        raise damaged_workbook(name) from None


def _protected(name: str) -> RolwriterError:
    file = f"“{name}”" if name else "这个文件"
    return RolwriterError(
        f"{file}设有打开密码。",
        UNCHANGED,
        "请用Excel或WPS表格输入密码打开它，取消密码后另存一份再导入。",
    )


def _read(data: bytes, name: str) -> Workbook:
    book, notes = _open(data)
    sheets = list[Sheet]()
    left, text_left = MAX_CELLS, MAX_TEXT
    for sheet in book.sheets():
        cells = _cells(sheet, book)
        left -= len(cells)
        text_left -= sum(len(cell.text) for cell in cells)
        if min(left, text_left) < 0:
            raise too_many_cells(name)
        sheets.append(
            Sheet(
                str(sheet.name),
                tuple(cells),
                tuple(_merges(sheet)),
                sheet.visibility != 0,
                sheet.nrows > MAX_ROWS or sheet.ncols > MAX_COLUMNS,
            )
        )
    return Workbook("xls", tuple(sheets), notes)


def _open(data: bytes) -> tuple[Any, tuple[Note, ...]]:
    """The file with its formats; a damaged container is read as far as it goes, and said."""
    import xlrd

    untyped = cast("Any", xlrd)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device
        options = {"file_contents": data, "formatting_info": True, "logfile": nowhere}
        try:
            return untyped.open_workbook(**options), ()
        except untyped.compdoc.CompDocError:
            book = untyped.open_workbook(**options, ignore_workbook_corruption=True)
            return book, (Note(NoteKind.OTHER, _DAMAGED),)


def _cells(sheet: Any, book: Any) -> list[Cell]:  # noqa: ANN401 - untyped library
    found = list[Cell]()
    for row in range(min(sheet.nrows, MAX_ROWS)):
        for column in range(min(sheet.row_len(row), MAX_COLUMNS)):
            kind: int = sheet.cell_type(row, column)
            if kind in (_EMPTY, _BLANK):
                continue
            cell = _cell(sheet, book, row, column, kind)
            if cell is not None:
                found.append(cell)
    return found


def _cell(sheet: Any, book: Any, row: int, column: int, kind: int) -> Cell | None:  # noqa: ANN401
    value: Any = sheet.cell_value(row, column)
    place = row + 1, column + 1
    if kind == _TEXT:
        return Cell(*place, CellKind.TEXT, value) if value.strip() else None
    if kind == _NUMBER:
        number = exact(value)
        if number is not None:
            return Cell(
                *place, CellKind.NUMBER, f"{number:f}", _is_percent(sheet, book, row, column)
            )
    if kind == _DATE:
        return Cell(*place, CellKind.DATE, _date(value, book.datemode))
    if kind == _BOOLEAN:
        return Cell(*place, CellKind.BOOLEAN, "TRUE" if value else "FALSE")
    return Cell(*place, CellKind.ERROR, _error_words(value))


def _is_percent(sheet: Any, book: Any, row: int, column: int) -> bool:  # noqa: ANN401
    index: int = sheet.cell_xf_index(row, column)
    known = (
        book.format_map.get(book.xf_list[index].format_key) if index < len(book.xf_list) else None
    )
    return known is not None and "%" in str(known.format_str)


def _date(value: float, datemode: int) -> str:
    import xlrd

    try:
        moment: datetime.datetime = cast("Any", xlrd).xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError):
        return f"{Decimal(str(value)):f}"
    return str(moment).removesuffix(" 00:00:00")


def _error_words(value: object) -> str:
    import xlrd

    words: dict[object, str] = cast("Any", xlrd).error_text_from_code
    return words.get(value, "#?")


def _merges(sheet: Any) -> list[Area]:  # noqa: ANN401 - untyped library
    return [
        Area(top + 1, left + 1, min(bottom, MAX_ROWS), min(right, MAX_COLUMNS))
        for top, bottom, left, right in sheet.merged_cells[:MAX_MERGES]
        if top < MAX_ROWS and left < MAX_COLUMNS
    ]
