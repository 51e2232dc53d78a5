"""An Excel file in the making: openpyxl behind a few typed calls.

openpyxl has no types and two habits that must not reach a user's file: a text that
begins with = becomes a live formula, and its own name, the time and a maker's mark
stand in the document's properties. Both end here.
"""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import Any, cast
from zipfile import ZipFile

from rolwriter.text.sanitize import writable
from rolwriter.writers.packing import pack

LONGEST = 32_767
"""Characters an Excel cell can hold."""
_CUT = "……（太长，后面没有写出）"
_DIGITS = 15
"""Digits a spreadsheet's number keeps exactly."""
# Excel reads _x000D_ in a text as a character's code.
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_SIGNS = tuple("=+-@\t")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_PROPERTIES = "docProps/"
_MENTION = re.compile(rb"<(?:Relationship|Override)\b[^<>]*docProps/[^<>]*/>")
_TIES = "_rels/.rels"
_TYPES = "[Content_Types].xml"

Value = str | Decimal | int | None


def new_book() -> Any:  # noqa: ANN401 - openpyxl has no types
    """An empty workbook without sheets."""
    import openpyxl

    book = cast("Any", openpyxl).Workbook()
    book.remove(book.active)
    return book


def add_sheet(book: Any, title: str) -> Any:  # noqa: ANN401
    """A sheet under that title, without the signs Excel forbids in one."""
    return book.create_sheet(_SHEET_NAME.sub(" ", writable(title)).strip("' ")[:31] or "表")


def put(sheet: Any, row: int, column: int, value: Value) -> Any:  # noqa: ANN401
    """Write a cell: a number when Excel keeps all its digits, else the words as text."""
    cell = sheet.cell(row, column)
    if value is None or value == "":
        return cell
    if isinstance(value, Decimal) and not _keeps(value):
        value = f"{value:f}"
    if isinstance(value, str):
        text = _ESCAPE.sub("_x005F_", writable(value))
        if len(text) > LONGEST:
            text = text[: LONGEST - len(_CUT)] + _CUT
        cell.value = text
        cell.data_type = "s"
        # or Excel would take it for a formula as soon as someone edits the cell
        cell.quotePrefix = text.startswith(_FORMULA_SIGNS)
    else:
        cell.value = int(value) if value == int(value) else value
    return cell


def _keeps(value: Decimal) -> bool:
    digits = value.normalize().as_tuple()
    size = digits.exponent if isinstance(digits.exponent, int) else _DIGITS
    return len(digits.digits) + max(size, 0) <= _DIGITS and size >= -_DIGITS


def finish(book: Any) -> bytes:  # noqa: ANN401
    """The file's bytes, without the document's properties and with fixed times."""
    buffer = BytesIO()
    book.save(buffer)
    with ZipFile(buffer) as archive:
        parts = {
            name: archive.read(name)
            for name in sorted(archive.namelist())
            if not name.startswith(_PROPERTIES)
        }
    for name in (_TIES, _TYPES):
        parts[name] = _MENTION.sub(b"", parts[name])
    return pack({_TYPES: parts.pop(_TYPES), **parts})
