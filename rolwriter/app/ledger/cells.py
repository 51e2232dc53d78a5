"""The ledger as the clerk sees and edits it: a cell's words, and what typing there means."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from rolwriter.model.errors import RolwriterError
from rolwriter.model.form import STATE_WORDS
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.text.figure_format import official, plain
from rolwriter.text.sanitize import writable
from rolwriter.text.values import written_value

DEFAULT_JUMP = 30
"""Percent against last year from which a difference is called unusual."""
_TENTH = Decimal("0.1")
_POWERS = tuple("万亿千百")


class LedgerColumn(StrEnum):
    """The columns in their order; the values are their titles."""

    NAME = "名称"
    VALUE = "本年数"
    UNIT = "单位"
    PREVIOUS = "去年数"
    DIFFERENCE = "增减"
    PERCENT = "增减%"
    SCOPE = "口径"
    PERIOD = "统计期"
    SUPPLIER = "供稿科室"
    EVIDENCE = "佐证"
    USES = "用处"
    STATE = "状态"

    @property
    def editable(self) -> bool:
        """Whether something can be typed there; the rest is worked out."""
        return self not in {LedgerColumn.DIFFERENCE, LedgerColumn.PERCENT, LedgerColumn.USES}


_PLAIN = {
    LedgerColumn.NAME: "name",
    LedgerColumn.UNIT: "unit",
    LedgerColumn.SCOPE: "scope",
    LedgerColumn.PERIOD: "period",
    LedgerColumn.SUPPLIER: "supplier",
    LedgerColumn.EVIDENCE: "evidence",
}


def number_words(value: Decimal, unit: str = "", hedge: str = "", *, with_unit: bool = True) -> str:
    """A value as official prose writes it: 约2.5万次; a unit of 万 itself takes no second one."""
    shown = unit if with_unit else ""
    if not unit.startswith(_POWERS):
        return official(value, shown, hedge)
    one = official(Decimal(1), shown, hedge)
    return one.replace("1", plain(value), 1)


def value_words(figure: Figure, *, with_unit: bool = True) -> str:
    """This year's value; 本年度未发生; empty while nothing was reported."""
    if figure.state is FigureState.NONE:
        return STATE_WORDS[FigureState.NONE]
    if figure.value is None:
        return ""
    return number_words(figure.value, figure.unit, figure.hedge, with_unit=with_unit)


def previous_words(figure: Figure, *, with_unit: bool = True) -> str:
    """Last year's value; empty when there was none."""
    if figure.previous is None:
        return ""
    return number_words(figure.previous, figure.unit, with_unit=with_unit)


def jump(figure: Figure, threshold: int = DEFAULT_JUMP) -> str:
    """大增 or 大减 where the difference reaches the threshold (percent); else nothing."""
    percent = figure.percent
    if percent is None or abs(percent) < threshold:
        return ""
    return "▲大增" if percent > 0 else "▼大减"


def cell_words(
    figure: Figure, column: LedgerColumn, uses: int = 0, threshold: int = DEFAULT_JUMP
) -> str:
    """What the cell shows."""
    if column in _PLAIN:
        return str(getattr(figure, _PLAIN[column]))
    waiting = f"（{len(figure.offers)}个数待定）" if figure.offers else ""
    return {
        LedgerColumn.VALUE: value_words(figure, with_unit=False),
        LedgerColumn.PREVIOUS: previous_words(figure, with_unit=False),
        LedgerColumn.DIFFERENCE: _signed(figure.difference),
        LedgerColumn.PERCENT: _percent_words(figure, threshold),
        LedgerColumn.USES: f"{uses}处" if uses else "",
        LedgerColumn.STATE: f"{STATE_WORDS[figure.state]}{waiting}",
    }[column]


def with_cell(figure: Figure, column: LedgerColumn, words: str) -> Figure:
    """The figure after ``words`` were typed into that cell.

    RolwriterError when the words are no number, or do not fit what else is known.
    """
    words = " ".join(writable(words).split())
    if column in _PLAIN:
        if column is LedgerColumn.NAME and not words:
            raise _refused("名称不能空着", "请写明这是什么数，如“党组会”。")
        return replace(figure, **{_PLAIN[column]: words})
    match column:
        case LedgerColumn.VALUE:
            return _with_value(figure, words)
        case LedgerColumn.PREVIOUS:
            value, hedge, _ = _read(words, figure.unit)
            text = "" if value is None else number_words(value, figure.unit, hedge)
            return replace(figure, previous=value, previous_text=text)
        case LedgerColumn.STATE:
            state = next((s for s, name in STATE_WORDS.items() if name == words), None)
            if state is None:
                raise _refused(
                    f"没有“{words}”这种状态", f"可选：{'、'.join(STATE_WORDS.values())}。"
                )
            return with_state(figure, state)
        case _:
            raise _refused(f"“{column}”是算出来的，不能填写", "请改本年数或去年数。")


def with_state(figure: Figure, state: FigureState) -> Figure:
    """The figure in that state; a state that contradicts its value is refused."""
    if state is FigureState.NONE:
        return replace(figure, state=state, value=None, hedge="", offers=())
    if state in {FigureState.REPORTED, FigureState.VERIFIED} and figure.value is None:
        raise _refused(
            f"“{figure.name}”还没有本年数，不能标为“{STATE_WORDS[state]}”", "请先填本年数。"
        )
    if state is FigureState.MISSING and figure.value is not None:
        raise _refused(f"“{figure.name}”已经有本年数，不是未报", "要改为未报，请清空本年数。")
    return replace(figure, state=state)


def _with_value(figure: Figure, words: str) -> Figure:
    value, hedge, none = _read(words, figure.unit)
    if none:
        return with_state(figure, FigureState.NONE)
    if value is None:
        return replace(figure, value=None, hedge="", state=FigureState.MISSING, offers=())
    same = (value, hedge, ()) == (figure.value, figure.hedge, figure.offers)
    if same and figure.state in {FigureState.VERIFIED, FigureState.DOUBTFUL}:
        return figure
    return replace(figure, value=value, hedge=hedge, state=FigureState.REPORTED, offers=())


def _read(words: str, unit: str) -> tuple[Decimal | None, str, bool]:
    if not words:
        return None, "", False
    written = written_value(words, unit)
    if written.problem:
        raise _refused(written.problem, "可以写33、1,234、约2.5万、10余、79.5%，或本年度未发生。")
    return written.value, written.hedge, written.none


def _signed(value: Decimal | None) -> str:
    if value is None:
        return ""
    sign = "+" if value > 0 else "-" if value < 0 else ""
    return f"{sign}{plain(abs(value))}"


def _percent_words(figure: Figure, threshold: int) -> str:
    percent = figure.percent
    if percent is None:
        return ""
    words = f"{_signed(percent.quantize(_TENTH, ROUND_HALF_UP))}%"
    return " ".join(filter(None, (words, jump(figure, threshold))))


def _refused(what: str, remedy: str) -> RolwriterError:
    return RolwriterError(f"{what}。", "没有改动台账。", remedy)
