"""Ledgers and filled forms for the tests of collecting."""

from __future__ import annotations

from decimal import Decimal

from rolwriter.app.collect.forms import preview
from rolwriter.app.collect.preview import PreviewRow
from rolwriter.model.form import Column, FilledForm, FormRow
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.model.sheets import Cell, CellKind

_COLUMNS = tuple(Column)


def figure(
    number: int = 1,
    name: str = "党组会",
    unit: str = "次",
    supplier: str = "综合科",
    **more: object,
) -> Figure:
    """A figure that waits for its value."""
    return Figure(f"f{number}", name, unit, supplier=supplier, **more)  # type: ignore[arg-type]


def reported(value: str, **more: object) -> Figure:
    """The first figure with a value."""
    return figure(value=Decimal(value), state=FigureState.REPORTED, **more)


def project(*figures: Figure) -> Project:
    """A project of 2025 with this ledger."""
    return Project(Report(year=2025), ledger=figures, next_id=100)


def row(
    value: str | Cell = "",
    *,
    figure_id: str = "f1",
    name: str = "党组会",
    merged: str = "",
    value_place: str = "G9",
    **more: str,
) -> FormRow:
    """A row of a form; ``more`` are further columns by their keys."""
    cells = dict[Column, Cell]()
    for key, text in {"name": name, **more}.items():
        column = Column(key)
        if text:
            place = _COLUMNS.index(column) + 1
            cells[column] = Cell(9, place, CellKind.TEXT, text)
    if isinstance(value, Cell):
        cells[Column.VALUE] = value
    elif value:
        cells[Column.VALUE] = Cell(9, 7, CellKind.TEXT, value)
    return FormRow("数据征集表", 9, cells, f"{name}　{value}", figure_id, merged, value_place)


def number(text: str, *, percent: bool = False) -> Cell:
    """A cell with a number."""
    return Cell(9, 7, CellKind.NUMBER, text, percent)


def form(*rows: FormRow, supplier: str = "综合科", year: int | None = 2025) -> FilledForm:
    """A filled form."""
    return FilledForm(year, supplier, rows)


def only_row(of: Project, filled: FormRow) -> PreviewRow:
    """The preview of one row of one file."""
    (found,) = preview(of, [("综合科.xlsx", form(filled))]).rows
    return found
