"""Sheets of xlsx, xlsm and xltx: values by openpyxl, what it does not tell by a survey."""

from __future__ import annotations

import datetime
import warnings
from decimal import Decimal
from io import BytesIO
from typing import Any, cast
from zipfile import ZipFile

from rolwriter.model.errors import RolwriterError
from rolwriter.model.sheets import Cell, CellKind, Sheet, Workbook
from rolwriter.readers.guard import Archive, open_archive
from rolwriter.readers.guard.strict import is_strict, transitional
from rolwriter.readers.refusals import SAVE_SHEET_AS
from rolwriter.readers.xlsx.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, MAX_TEXT
from rolwriter.readers.xlsx.numbers import exact
from rolwriter.readers.xlsx.read import (
    damaged_workbook,
    too_many_cells,
    unread_kind,
    with_declaration,
)
from rolwriter.readers.xlsx.survey import Survey, survey

_XML = (".xml", ".rels")
_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))


def read_ooxml(data: bytes, name: str = "") -> Workbook:
    """The cells of a packed spreadsheet.

    Raises:
        RolwriterError: damaged, of another kind (ods, xlsb), or beyond the limits.
    """
    archive = _opened(data)
    if archive.find("xl/workbook.bin"):
        raise unread_kind(name, "二进制的Excel文件（xlsb）")
    if not archive.find("[Content_Types].xml"):
        raise unread_kind(name, "ODS表格")
    strict = _checked_parts(archive, name)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of every extension it passes over; none of them holds a value
            warnings.simplefilter("ignore")
            return _read(_transitional(archive) if strict else data, archive, name)
    except (RolwriterError, MemoryError):
        raise
    except Exception:
        raise damaged_workbook(name) from None


def _opened(data: bytes) -> Archive:
    try:
        return open_archive(data)
    except RolwriterError as error:
        # the guard speaks to readers of prose and sends them to Word
        raise RolwriterError(error.what, error.consequence, SAVE_SHEET_AS) from None


def _checked_parts(archive: Archive, name: str) -> bool:
    """Inflate every part once, counted against the limits; refuse declarations of entities.

    Returns whether one of them is Strict OOXML, in which openpyxl sees no cell.
    """
    strict = False
    for member in archive.names:
        if member.endswith(_XML):
            part = archive.read(member)
            strict = strict or is_strict(part)
            if any(mark in part for mark in _DOCTYPES):
                raise with_declaration(name)
    return strict


def _transitional(archive: Archive) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as copy:
        for member in archive.names:
            if member.endswith(_XML):
                copy.writestr(member, transitional(archive.read(member)))
    return packed.getvalue()


def _read(data: bytes, archive: Archive, name: str) -> Workbook:
    import openpyxl

    # openpyxl has no types: Any stays in this file
    book = cast("Any", openpyxl).load_workbook(
        BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    sheets = list[Sheet]()
    left, text_left = MAX_CELLS, MAX_TEXT
    for worksheet in book.worksheets:
        # The public interface does not tell a sheet's part, which alone knows merged cells.
        part = str(worksheet._worksheet_path).lstrip("/")
        surveyed = survey(archive.read(part))
        cells = _cells(worksheet, surveyed, left, text_left, name)
        if surveyed.valued and not cells:
            # a dialect that openpyxl does not know: better refused than taken for empty
            raise damaged_workbook(name)
        left -= len(cells)
        text_left -= sum(len(cell.text) for cell in cells)
        sheets.append(
            Sheet(
                str(worksheet.title),
                tuple(cells),
                surveyed.merges,
                worksheet.sheet_state != "visible",
                surveyed.beyond,
            )
        )
    return Workbook("xlsx", tuple(sheets))


def _cells(worksheet: Any, surveyed: Survey, left: int, text_left: int, name: str) -> list[Cell]:  # noqa: ANN401 - untyped library
    # A false <dimension> would make openpyxl pass over rows that are there.
    worksheet.reset_dimensions()
    found = list[Cell]()
    for row in worksheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS):
        for source in row:
            if source.value is not None:
                cell = _cell(source)
                if cell is not None:
                    found.append(cell)
                    text_left -= len(cell.text)
        if len(found) > left or text_left < 0:
            raise too_many_cells(name)
    filled = {(cell.row, cell.column) for cell in found}
    found += [
        Cell(row, column, CellKind.UNCALCULATED, formula)
        for (row, column), formula in surveyed.uncalculated.items()
        if (row, column) not in filled
    ]
    return sorted(found, key=lambda cell: (cell.row, cell.column))


def _cell(source: Any) -> Cell | None:  # noqa: ANN401 - untyped library
    value: object = source.value
    place = int(source.row), int(source.column)
    if isinstance(value, bool):
        return Cell(*place, CellKind.BOOLEAN, "TRUE" if value else "FALSE")
    if isinstance(value, (int, float)):
        number = Decimal(value) if isinstance(value, int) else exact(value)
        if number is None:
            return Cell(*place, CellKind.ERROR, str(value))
        return Cell(*place, CellKind.NUMBER, f"{number:f}", "%" in str(source.number_format))
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)):
        return Cell(*place, CellKind.DATE, str(value).removesuffix(" 00:00:00"))
    # the way Excel writes a line end and an underscore that could be mistaken for such a code
    text = str(value).replace("_x000D_", "\r").replace("_x005F_", "_")
    if not text.strip():
        return None
    return Cell(*place, CellKind.ERROR if source.data_type == "e" else CellKind.TEXT, text)
