"""One row of a returned form against the ledger: which figure, which value, or why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from rolwriter.app.collect.preview import PreviewRow, RowKind
from rolwriter.catalog.collection import load_collection
from rolwriter.model.form import STATE_WORDS, Column, FilledForm, FormRow
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.sheets import Cell, CellKind
from rolwriter.text.figure_format import plain
from rolwriter.text.values import Written, written_value

_BLANKS_AND_QUOTES = re.compile(r"[\s“”\"'‘’「」《》]+")
_BRACKETS = re.compile(r"\([^()]*\)$")
_LARGEST = Decimal(10) ** 20
_UNREAD = {
    CellKind.DATE: "格子里是日期（{}），不是数",
    CellKind.BOOLEAN: "格子里是“{}”，不是数",
    CellKind.ERROR: "格子里是错误值“{}”",
    CellKind.UNCALCULATED: "公式“{}”没有存下计算结果，请打开后重新保存，或者直接填数",
}
_REPORTED = (STATE_WORDS[FigureState.REPORTED], STATE_WORDS[FigureState.VERIFIED])


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures by id and by name, for finding those that rows speak of."""

    by_id: Mapping[str, Figure]
    by_name: Mapping[str, tuple[Figure, ...]]

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> Ledger:
        """The figures indexed."""
        by_id = {figure.id: figure for figure in figures}
        by_name = dict[str, tuple[Figure, ...]]()
        for figure in by_id.values():
            key = plain_name(figure.name)
            by_name[key] = (*by_name.get(key, ()), figure)
        return cls(by_id, by_name)


def read_row(row: FormRow, form: FilledForm, file: str, ledger: Ledger) -> PreviewRow:
    """The row as a preview; its kind is NEW for every value, compared with the ledger later."""
    place = row.value_place or f"A{row.row}"
    supplier = _text(row, Column.SUPPLIER) or form.supplier
    name = _text(row, Column.NAME)
    shown = PreviewRow(RowKind.UNREADABLE, file, row.sheet, place, row.words, supplier, name=name)
    figure, remark = _figure(row, supplier, ledger)
    if figure is None:
        kind = RowKind.UNREADABLE if row.figure_id and remark else RowKind.UNKNOWN
        return replace(shown, kind=kind, reason=remark or "台账里没有这一项")
    shown = replace(shown, figure_id=figure.id, name=figure.name)
    written, problem = _written(row, figure)
    evidence, odd = _evidence(row)
    reason = "；".join(filter(None, (problem, remark, odd)))
    if problem:
        return replace(shown, evidence=evidence, reason=reason)
    if written.value is None and not written.none:
        if evidence and evidence != figure.evidence:
            reason = "；".join(filter(None, ("没有填数，但写了佐证或备注", remark, odd)))
            return replace(shown, evidence=evidence, reason=reason)
        return replace(shown, kind=RowKind.EMPTY, reason=reason)
    return replace(
        shown,
        kind=RowKind.NEW,
        value=written.value,
        hedge=written.hedge,
        none=written.none,
        evidence=evidence,
        reason=reason,
    )


def plain_name(name: str) -> str:
    """A name without blanks and quotation marks, in one width of letters and digits."""
    return _BLANKS_AND_QUOTES.sub("", unicodedata.normalize("NFKC", name))


def _figure(row: FormRow, supplier: str, ledger: Ledger) -> tuple[Figure | None, str]:
    """The figure and a remark, or None and the reason."""
    name = plain_name(_text(row, Column.NAME))
    same_name = ledger.by_name.get(name) or ledger.by_name.get(_BRACKETS.sub("", name), ())
    if not row.figure_id:
        return _by_name(row, supplier, same_name)
    figure = ledger.by_id.get(row.figure_id)
    if figure is None:
        found, _ = _by_name(row, supplier, same_name)
        return found, "" if found else "台账里已经没有这一项"
    if figure in same_name or not name:
        return figure, _other_meaning(row, figure)
    if same_name:
        return None, f"编号是“{figure.name}”的，名称写的却是另一项，请核对这一行"
    return figure, f"表上的名称是“{_text(row, Column.NAME)}”，按编号归到“{figure.name}”"


def _by_name(
    row: FormRow, supplier: str, same_name: tuple[Figure, ...]
) -> tuple[Figure | None, str]:
    """The one figure of that name; unit, scope, period and supplier tell several apart."""
    figures = same_name
    for column, field in (
        (Column.UNIT, "unit"),
        (Column.SCOPE, "scope"),
        (Column.PERIOD, "period"),
    ):
        said = plain_name(_text(row, column))
        same = tuple(f for f in figures if plain_name(str(getattr(f, field))) == said)
        # a column that is not there, or left empty, tells nothing
        figures = same or figures
    if len(figures) > 1 and supplier:
        figures = tuple(f for f in figures if supplier in suppliers_of(f))
    if len(figures) == 1:
        other = _other_meaning(row, figures[0])
        return (None, f"{other}，看不出是不是同一项") if other else (figures[0], "")
    if same_name:
        return None, f"台账里有{len(same_name)}项同名的数据，看不出是哪一项"
    return None, ""


def _other_meaning(row: FormRow, figure: Figure) -> str:
    """What the row says of scope or period that the ledger says otherwise; empty: nothing."""
    for column, word, own in (
        (Column.SCOPE, "口径", figure.scope),
        (Column.PERIOD, "统计期", figure.period),
    ):
        said = _text(row, column)
        if said and own and plain_name(said) != plain_name(own):
            return f"{word}写的是“{said}”，台账是“{own}”"
    return ""


def suppliers_of(figure: Figure) -> tuple[str, ...]:
    """The 科室 that answer for a figure; several are parted by 、 or a comma."""
    return tuple(filter(None, (part.strip() for part in re.split("[、,，;；/]", figure.supplier))))


def _written(row: FormRow, figure: Figure) -> tuple[Written, str]:
    """What the row says of the figure's value, and the problem with it if there is one."""
    state = _text(row, Column.STATE)
    none = state == STATE_WORDS[FigureState.NONE]
    cell = row.cells.get(Column.VALUE)
    problem = _obstacle(row, figure, state)
    if problem or cell is None:
        return Written(none=none), problem
    written = _of_cell(cell, figure.unit)
    if written.problem:
        return written, written.problem
    if none and written.value:
        return written, "填了数，状态又是“本年度未发生”，请核对"
    return (Written(none=True), "") if none else _hedged(row, written)


def _obstacle(row: FormRow, figure: Figure, state: str) -> str:
    """Why the cell's value could not be taken, whatever it is; empty when it can."""
    if row.merged:
        return f"“今年数”填在合并单元格{row.merged}里，看不出是哪一项的数，请分开填"
    if not row.value_place:
        return "表里找不到“今年数”一栏"
    if Column.VALUE not in row.cells:
        return f"状态是“{state}”，但没有填数" if state in _REPORTED else ""
    said = _text(row, Column.UNIT)
    if said and plain_name(said) != plain_name(figure.unit):
        return f"表上的单位是“{said}”，台账是“{figure.unit or '（没有）'}”，请核对"
    return ""


def _of_cell(cell: Cell, unit: str) -> Written:
    match cell.kind:
        case CellKind.TEXT:
            return written_value(cell.text, unit)
        case CellKind.NUMBER:
            value = Decimal(cell.text)
            if abs(value) >= _LARGEST:
                return Written(problem=f"“{cell.text[:12]}…”位数太多，不像统计数")
            if not cell.percent:
                return Written(value)
            if unit in ("%", "％"):
                return Written(Decimal(plain(value * 100)))
            return Written(
                problem=f"格子里是百分数（{plain(value * 100)}%），但单位是“{unit}”，请核对"
            )
        case _:
            return Written(problem=_UNREAD[cell.kind].format(cell.text))


def _hedged(row: FormRow, written: Written) -> tuple[Written, str]:
    """The value with the hedge of its own column."""
    chosen = _text(row, Column.HEDGE)
    exact, *hedges = load_collection().hedges
    if chosen in ("", exact, written.hedge):
        return written, ""
    if written.hedge:
        return written, f"数里写着“{written.hedge}”，“近似”一栏却是“{chosen}”，请核对"
    if chosen not in hedges:
        return written, f"“近似”一栏的“{chosen}”看不懂"
    return replace(written, hedge=chosen), ""


def _evidence(row: FormRow) -> tuple[str, str]:
    """Evidence with the remark behind it, and what was noticed of an unknown state."""
    remark = _text(row, Column.REMARK)
    pieces = (_text(row, Column.EVIDENCE), f"备注：{remark}" if remark else "")
    state = _text(row, Column.STATE)
    known = not state or state in STATE_WORDS.values()
    return "；".join(filter(None, pieces)), "" if known else f"状态写的是“{state}”"


def _text(row: FormRow, column: Column) -> str:
    cell = row.cells.get(column)
    return cell.text.strip() if cell is not None else ""
