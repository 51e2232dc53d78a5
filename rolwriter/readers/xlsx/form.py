"""A returned form: its heading rows found, every row with words given to the caller."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from rolwriter.catalog.collection import load_collection
from rolwriter.model.form import STAMP, Column, FilledForm, FormRow, LooseRow
from rolwriter.model.sheets import Area, Cell, CellKind, Sheet, Workbook, column_letters
from rolwriter.readers.xlsx.header import heading, plain_title, titles
from rolwriter.readers.xlsx.limits import MAX_COLUMNS, MAX_ROWS

ID = re.compile(r"\[([a-z]+\d+)\]")
"""A figure's id as the form carries it: [f12]."""
_YEAR = re.compile("20[0-9]{2}")
_SHARED = (Column.NAME, Column.UNIT, Column.SCOPE, Column.PERIOD)
"""What a merged cell over several rows says of each of them."""


@dataclass(slots=True)
class _Found:
    rows: list[FormRow] = field(default_factory=list[FormRow])
    loose: list[LooseRow] = field(default_factory=list[LooseRow])
    notes: list[str] = field(default_factory=list[str])


def read_form(workbook: Workbook, year: int | None = None) -> FilledForm:
    """The rows of all tables in a file, and every other row with words; never raises.

    Columns are known by their titles, figures by the ids the form carries; the two
    may have been moved, sorted or partly deleted. ``year`` is the year reported on,
    by which 2025年数 is told from 2024年数 when the file itself does not say.
    """
    stamp = _stamp(workbook)
    stamped = int(stamp["year"]) if _YEAR.fullmatch(stamp.get("year", "")) else None
    year = stamped or year
    found = _Found(notes=[note.message for note in workbook.notes])
    supplier = stamp.get("supplier", "")
    known = titles(year)
    for sheet in workbook.sheets:
        if _is_stamp(sheet):
            continue
        supplier = supplier or _supplier(sheet)
        _read_sheet(sheet, known, found, year)
    return FilledForm(stamped, supplier, tuple(found.rows), tuple(found.loose), tuple(found.notes))


def _is_stamp(sheet: Sheet) -> bool:
    return bool(sheet.cells) and sheet.cells[0].text == STAMP


def _stamp(workbook: Workbook) -> dict[str, str]:
    """What the hidden sheet says: year and supplier."""
    for sheet in filter(_is_stamp, workbook.sheets):
        rows = (tuple(cells) for _, cells in groupby(sheet.cells, key=lambda cell: cell.row))
        return {row[0].text: row[1].text.strip() for row in rows if len(row) > 1}
    return {}


def _supplier(sheet: Sheet) -> str:
    """The 科室 named above the table, when the hidden sheet is lost."""
    label = plain_title(load_collection().supplier)
    for cell in sheet.cells[:50]:
        title = cell.text.strip()
        if cell.kind is CellKind.TEXT and plain_title(title).startswith(label):
            return re.split("[:：]", title, maxsplit=1)[-1].strip()
    return ""


def _read_sheet(sheet: Sheet, known: Mapping[str, Column], found: _Found, year: int | None) -> None:
    if sheet.hidden and sheet.cells:
        found.notes.append(f"工作表“{sheet.name}”是隐藏的，也一并读了。")
    if sheet.beyond:
        found.notes.append(
            f"工作表“{sheet.name}”太大，只读了前{MAX_ROWS}行、前{MAX_COLUMNS}列，"
            "后面还有内容没有读。"
        )
    columns: dict[Column, int] | None = None
    merged = dict[Column, Mapping[int, Area]]()
    anchors = {(cell.row, cell.column): cell for cell in sheet.cells}
    for _, group in groupby(sheet.cells, key=lambda cell: cell.row):
        cells = tuple(group)
        new = heading(cells, known)
        if new is not None:
            columns = new
            merged = {key: _tall(sheet.merges, column) for key, column in new.items()}
        elif _is_ours(cells, year):
            continue
        elif (signed := _signature(cells)) is not None:
            found.notes.extend(signed)
        elif columns is None:
            found.loose.append(LooseRow(sheet.name, cells[0].place, _words(cells)))
        else:
            by_kind = _with_shared(cells, columns, merged, anchors)
            found.rows.append(_row(sheet, cells, by_kind, columns, merged))
    if columns is not None:
        # a table's title that only says what the sheet's own name says
        title = sheet.name.strip()
        found.loose[:] = [r for r in found.loose if (r.sheet, r.words) != (sheet.name, title)]


def _row(
    sheet: Sheet,
    cells: tuple[Cell, ...],
    by_kind: Mapping[Column, Cell],
    columns: Mapping[Column, int],
    merged: Mapping[Column, Mapping[int, Area]],
) -> FormRow:
    row = cells[0].row
    area = merged.get(Column.VALUE, {}).get(row)
    value_column = columns.get(Column.VALUE)
    return FormRow(
        sheet.name,
        row,
        by_kind,
        _words(cells),
        _figure_id(cells),
        "" if area is None else _name_of(area),
        f"{column_letters(value_column)}{row}" if value_column else "",
    )


def _with_shared(
    cells: tuple[Cell, ...],
    columns: Mapping[Column, int],
    merged: Mapping[Column, Mapping[int, Area]],
    anchors: Mapping[tuple[int, int], Cell],
) -> dict[Column, Cell]:
    """The row's cells by kind, with what a tall merged cell says of it too."""
    by_place = {cell.column: cell for cell in cells}
    result = {key: by_place[column] for key, column in columns.items() if column in by_place}
    for key in _SHARED:
        area = merged.get(key, {}).get(cells[0].row)
        anchor = anchors.get((area.top, area.left)) if area is not None else None
        if anchor is not None:
            result.setdefault(key, anchor)
    return result


def _tall(merges: tuple[Area, ...], column: int) -> dict[int, Area]:
    """The merged area over several rows in which each row's cell of a column lies.

    Areas that overlap, which no program makes, are counted once: a hostile file
    cannot make this long.
    """
    rows = dict[int, Area]()
    end = 0
    for area in sorted(merges, key=lambda area: area.top):
        if area.left <= column <= area.right and area.bottom > area.top > end:
            end = area.bottom
            rows.update(dict.fromkeys(range(area.top, end + 1), area))
    return rows


def _name_of(area: Area) -> str:
    return f"{column_letters(area.left)}{area.top}:{column_letters(area.right)}{area.bottom}"


def _figure_id(cells: tuple[Cell, ...]) -> str:
    for cell in cells:
        match = ID.fullmatch(cell.text.strip()) if cell.kind is CellKind.TEXT else None
        if match:
            return match[1]
    return ""


def _is_ours(cells: tuple[Cell, ...], year: int | None) -> bool:
    """A line of the form's own words, untouched."""
    words = load_collection()
    fixed = [words.title, words.sign, words.extra, *words.instructions]
    own = {"".join(words.filled(text, year).split()) for text in fixed}
    label = plain_title(words.supplier)
    return all(
        "".join(cell.text.split()) in own or plain_title(cell.text).startswith(label)
        for cell in cells
    )


def _signature(cells: tuple[Cell, ...]) -> list[str] | None:
    """Who filled the form in, when the row is the line for signatures."""
    labels = load_collection().sign_labels
    text = _words(cells)
    if not all(label in text for label in labels):
        return None
    return [f"签名栏：{' '.join(text.split())}"]


def _words(cells: tuple[Cell, ...]) -> str:
    return "　".join(_shown(cells))


def _shown(cells: tuple[Cell, ...]) -> Iterator[str]:
    for cell in cells:
        if not ID.fullmatch(cell.text.strip()):
            yield cell.text.strip()
