"""Rows copied from a spreadsheet into the ledger: what goes where is shown before it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rolwriter.app.ledger.acts import set_figure
from rolwriter.app.ledger.cells import LedgerColumn, cell_words, with_cell
from rolwriter.catalog.collection import load_collection
from rolwriter.model.change import Change, Together
from rolwriter.model.errors import RolwriterError
from rolwriter.model.form import STATE_WORDS, Column
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project

_ORDER = tuple(column for column in LedgerColumn if column.editable)
"""What columns without titles are taken for."""
_FORM = {
    Column.NAME: LedgerColumn.NAME,
    Column.UNIT: LedgerColumn.UNIT,
    Column.SCOPE: LedgerColumn.SCOPE,
    Column.PERIOD: LedgerColumn.PERIOD,
    Column.PREVIOUS: LedgerColumn.PREVIOUS,
    Column.VALUE: LedgerColumn.VALUE,
    Column.STATE: LedgerColumn.STATE,
    Column.EVIDENCE: LedgerColumn.EVIDENCE,
}


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row: the figure it makes, or why it makes none."""

    words: str
    figure: Figure | None
    is_new: bool = False
    problem: str = ""
    changes: str = ""
    """What differs from the ledger: 本年数 33→41."""


def read_pasted(project: Project, text: str) -> list[PastedRow]:
    """The rows of tab-separated text against the ledger, found by name (and unit).

    A first row of titles says which column is which; without one the ledger's own
    order is taken. Empty cells change nothing. No row is passed over but empty ones.
    """
    rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]
    rows = [row for row in rows if any(row)]
    titles = _titles(rows[0]) if rows else {}
    if titles:
        rows = rows[1:]
    else:
        titles = dict(enumerate(_ORDER))
    known = {(f.name, f.unit): f for f in reversed(project.ledger)}
    by_name = {f.name: f for f in reversed(project.ledger)}
    numbers = iter(range(project.next_id, project.next_id + len(rows)))
    return list(_read(rows, titles, known, by_name, numbers))


def pasted_change(project: Project, rows: Sequence[PastedRow]) -> tuple[Change, int]:
    """One change for all rows that make a figure, and how many places of the text it rewrites."""
    changes = list[Change]()
    places = 0
    for row in rows:
        if row.figure is not None:
            change, rewritten = set_figure(project, row.figure)
            project = change.apply(project)
            changes.append(change)
            places += rewritten
    return Together(tuple(changes)), places


def _titles(row: Sequence[str]) -> dict[int, LedgerColumn]:
    known = {column.value: column for column in LedgerColumn}
    for words in load_collection().columns:
        if words.key in _FORM:
            for title in (words.title, *words.aliases):
                known.setdefault(title, _FORM[words.key])
    found = {at: known[title] for at, title in enumerate(row) if title in known}
    return found if LedgerColumn.NAME in found.values() and len(found) > 1 else {}


def _read(
    rows: Sequence[Sequence[str]],
    titles: Mapping[int, LedgerColumn],
    known: dict[tuple[str, str], Figure],
    by_name: dict[str, Figure],
    numbers: Iterator[int],
) -> Iterator[PastedRow]:
    for row in rows:
        words = "　".join(filter(None, row))
        cells = {titles[at]: cell for at, cell in enumerate(row) if cell and at in titles}
        name, unit = cells.get(LedgerColumn.NAME, ""), cells.get(LedgerColumn.UNIT, "")
        if not name:
            yield PastedRow(words, None, problem="没有名称，不知道是哪一项")
            continue
        old = known.get((name, unit)) or (None if unit else by_name.get(name))
        figure = old or Figure(f"f{next(numbers)}", name, unit)
        try:
            after = _filled(figure, cells)
        except RolwriterError as error:
            yield PastedRow(words, None, problem=error.what.rstrip("。"))
            continue
        known[after.name, after.unit] = by_name[after.name] = after
        yield PastedRow(words, after, old is None, changes="" if old is None else _diff(old, after))


def _filled(figure: Figure, cells: Mapping[LedgerColumn, str]) -> Figure:
    state = cells.get(LedgerColumn.STATE, "").partition("（")[0]
    for column, words in cells.items():
        if column.editable and column is not LedgerColumn.STATE:
            figure = with_cell(figure, column, words)
    if state and state != STATE_WORDS[FigureState.MISSING]:
        return with_cell(figure, LedgerColumn.STATE, state)
    return figure


def _diff(old: Figure, new: Figure) -> str:
    pairs = ((c, cell_words(old, c), cell_words(new, c)) for c in _ORDER)
    return "；".join(f"{c} {was or '空'}→{now or '空'}" for c, was, now in pairs if was != now)
