"""The 数据征集表 of one 科室: its figures, last year's values beside, room for this year's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rolwriter.catalog.collection import CollectionWords, load_collection
from rolwriter.model.form import STAMP, STATE_WORDS, CollectionForm, Column
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.sheets import column_letters
from rolwriter.writers.xlsx.book import Value, add_sheet, finish, new_book, put
from rolwriter.writers.xlsx.look import (
    TITLE_SIZE,
    height_of,
    lines_needed,
    set_up_page,
    style,
)

_TO_FILL = frozenset({Column.VALUE, Column.HEDGE, Column.STATE, Column.EVIDENCE, Column.REMARK})
_NUMERIC = frozenset({Column.PREVIOUS, Column.VALUE})
_CENTRED = frozenset({Column.UNIT, Column.PERIOD, Column.HEDGE, Column.STATE})
_GIVEN = frozenset({FigureState.REPORTED, FigureState.VERIFIED, FigureState.NONE})
_EXTRA_ROWS = 3


def write_form(form: CollectionForm) -> bytes:
    """The form as an Excel file (.xlsx); the same form, the same bytes.

    The ids of its figures stand in a hidden column, year and supplier on a hidden
    sheet, so that the filled file is known again. Headings and last year's values
    are locked, without a password.
    """
    words = load_collection()
    book = new_book()
    sheet = add_sheet(book, "数据征集表")
    head = _top(sheet, form, words)
    _headings(sheet, head, words)
    for row, figure in enumerate(form.figures, head + 1):
        _figure(sheet, row, figure, words)
    last = head + len(form.figures)
    _bottom(sheet, last + 1, words)
    _drop_downs(sheet, head + 1, last + 1 + _EXTRA_ROWS, words)
    _protect(sheet)
    set_up_page(sheet, head, landscape=True)
    # the heading stays while the rest moves, the name of the figure too
    sheet.freeze_panes = f"{_letter(words, Column.UNIT)}{head + 1}"
    _stamp(book, form)
    return finish(book)


def _top(sheet: Any, form: CollectionForm, words: CollectionWords) -> int:  # noqa: ANN401
    """Title, supplier and instructions; the number of the heading row below them."""
    width = sum(c.width for c in words.form_columns if c.key is not Column.ID)
    _line(sheet, 1, words.filled(words.title, form.year), words, head=True)
    sheet.row_dimensions[1].height = 32
    _line(sheet, 2, f"{words.supplier}{form.supplier}", words)
    for row, text in enumerate(words.instructions, 3):
        line = words.filled(text, form.year)
        _line(sheet, row, line, words)
        sheet.row_dimensions[row].height = height_of(lines_needed(line, width))
    return 3 + len(words.instructions)


def _line(
    sheet: Any,  # noqa: ANN401 - openpyxl has no types
    row: int,
    text: str,
    words: CollectionWords,
    *,
    head: bool = False,
    locked: bool = True,
) -> None:
    """A line of words across all columns."""
    first, last = 2, len(words.form_columns)
    sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
    cell = put(sheet, row, first, text)
    if head:
        style(cell, head=True, framed=False, size=TITLE_SIZE, align="center")
    else:
        style(cell, framed=False, locked=locked)


def _headings(sheet: Any, row: int, words: CollectionWords) -> None:  # noqa: ANN401
    for number, column in enumerate(words.form_columns, 1):
        dimension = sheet.column_dimensions[column_letters(number)]
        dimension.width = column.width
        dimension.hidden = column.key is Column.ID
        style(put(sheet, row, number, column.title), head=True, shaded=True, align="center")
    sheet.row_dimensions[row].height = 24


def _figure(sheet: Any, row: int, figure: Figure, words: CollectionWords) -> None:  # noqa: ANN401
    lines = 1
    for number, column in enumerate(words.form_columns, 1):
        value = _value(figure, column.key, words)
        to_fill = column.key in _TO_FILL
        align = "right" if column.key in _NUMERIC else "left"
        align = "center" if column.key in _CENTRED else align
        cell = put(sheet, row, number, value)
        style(cell, shaded=not to_fill, locked=not to_fill, align=align)
        if isinstance(value, str) and column.key is not Column.ID:
            lines = max(lines, lines_needed(value, column.width))
    sheet.row_dimensions[row].height = max(height_of(lines), 26)


def _value(figure: Figure, column: Column, words: CollectionWords) -> Value:
    """What stands in a figure's cell; a value given before can be corrected there."""
    state = FigureState.NONE if figure.state is FigureState.NONE else FigureState.REPORTED
    given = {
        Column.VALUE: figure.value,
        Column.HEDGE: _hedge(figure, words),
        Column.STATE: STATE_WORDS[state],
    }
    if column in given:
        return given[column] if figure.state in _GIVEN else None
    return {
        Column.ID: f"[{figure.id}]",
        Column.NAME: figure.name,
        Column.UNIT: figure.unit,
        Column.SCOPE: figure.scope,
        Column.PERIOD: figure.period,
        Column.PREVIOUS: figure.previous,
        Column.EVIDENCE: figure.evidence,
    }.get(column)


def _hedge(figure: Figure, words: CollectionWords) -> str | None:
    """The hedge of a value given before; an exact one needs no word."""
    return figure.hedge if figure.hedge and figure.hedge != words.hedges[0] else None


def _bottom(sheet: Any, row: int, words: CollectionWords) -> None:  # noqa: ANN401
    """Room for figures the form does not ask for, and the line for signatures."""
    _line(sheet, row, words.extra, words)
    sheet.row_dimensions[row].height = 24
    for extra in range(row + 1, row + 1 + _EXTRA_ROWS):
        for number in range(1, len(words.form_columns) + 1):
            style(put(sheet, extra, number, None), locked=False)
        sheet.row_dimensions[extra].height = 26
    _line(sheet, row + 1 + _EXTRA_ROWS, words.sign, words, locked=False)
    sheet.row_dimensions[row + 1 + _EXTRA_ROWS].height = 36


def _drop_downs(sheet: Any, first: int, last: int, words: CollectionWords) -> None:  # noqa: ANN401
    from openpyxl.worksheet import datavalidation

    kit: Any = datavalidation
    for column, choices in ((Column.HEDGE, words.hedges), (Column.STATE, words.states)):
        rule = kit.DataValidation(
            type="list",
            formula1=f'"{",".join(choices)}"',
            allow_blank=True,
            showErrorMessage=True,
            errorTitle="请从列表中选",
            error=f"可选：{'、'.join(choices)}；不选就留空。",
        )
        letter = _letter(words, column)
        rule.add(f"{letter}{first}:{letter}{last}")
        sheet.add_data_validation(rule)
    prompt = kit.DataValidation(
        showInputMessage=True, promptTitle="今年数", prompt=words.value_prompt, allow_blank=True
    )
    letter = _letter(words, Column.VALUE)
    prompt.add(f"{letter}{first}:{letter}{last}")
    sheet.add_data_validation(prompt)


def _letter(words: CollectionWords, key: Column) -> str:
    return column_letters(1 + [column.key for column in words.form_columns].index(key))


def _protect(sheet: Any) -> None:  # noqa: ANN401
    """Locked without a password; widths, heights and new rows stay the user's own."""
    protection = sheet.protection
    protection.enable()
    for allowed in ("formatColumns", "formatRows", "formatCells", "insertRows", "sort"):
        setattr(protection, allowed, False)


def _stamp(book: Any, form: CollectionForm) -> None:  # noqa: ANN401
    """The hidden sheet by which the filled form is known again."""
    sheet = add_sheet(book, STAMP)
    rows = (
        (STAMP, Decimal(1)),
        ("year", None if form.year is None else Decimal(form.year)),
        ("supplier", form.supplier),
    )
    for row, (key, value) in enumerate(rows, 1):
        put(sheet, row, 1, key)
        put(sheet, row, 2, value)
    sheet.sheet_state = "veryHidden"
