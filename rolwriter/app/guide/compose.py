"""插入成句: a sentence from a pattern and the values of its fields, its figures marked.

Nothing is made up and nothing rounded: a slot is filled with the clerk's value in
official notation or its clause falls away, and what was filled in but found no place
is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.pattern import REPORT_SLOTS, Clause, Slot
from rolwriter.catalog.topics import Field, Pattern, Topic
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.report import Report
from rolwriter.text.figure_format import official
from rolwriter.text.spans import Span

_JOINTS = "、，"
_REPORT_LABELS = {"year": "报告年度", "next_year": "报告年度", "authority": "发文机关"}


class NotHappened(Enum):
    """本年度未发生, which is not the same as nothing filled in."""

    NOT_HAPPENED = "none"


NOT_HAPPENED = NotHappened.NOT_HAPPENED


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the field's own unit: 25000 for 约2.5万次."""

    value: Decimal
    hedge: str = ""


Value = Amount | str | date | NotHappened
"""What a field holds; fields without a value are left out of the mapping."""


@dataclass(frozen=True, slots=True)
class ComposedFigure:
    """Characters of a composed sentence that stand for a field's number."""

    field: str
    span: Span


@dataclass(frozen=True, slots=True)
class Composed:
    """A sentence, its figures in order, and the fields whose values it does not tell."""

    text: str
    figures: tuple[ComposedFigure, ...]
    left_out: tuple[str, ...]


def values_of(ledger: Iterable[Figure]) -> dict[str, Value]:
    """The values of the fields that have a figure in the ledger."""
    values = dict[str, Value]()
    for figure in ledger:
        if not figure.field:
            continue
        if figure.state is FigureState.NONE:
            values[figure.field] = NOT_HAPPENED
        elif figure.value is not None:
            values[figure.field] = Amount(figure.value, figure.hedge)
    return values


def missing_for(
    catalogue: Catalogue, pattern: Pattern, values: Mapping[str, Value], report: Report
) -> tuple[str, ...]:
    """What keeps the pattern from being used, as labels for the clerk; empty: nothing."""
    return tuple(_Filling(catalogue, values, report).lacking(pattern))


def usable_patterns(
    catalogue: Catalogue, topic: Topic, values: Mapping[str, Value], report: Report
) -> tuple[Pattern, ...]:
    """The topic's patterns these values can fill, those that tell the most first."""
    filling = _Filling(catalogue, values, report)
    usable = [pattern for pattern in topic.pattern if not list(filling.lacking(pattern))]
    return tuple(sorted(usable, key=lambda p: len(compose(catalogue, p, values, report).left_out)))


def compose(
    catalogue: Catalogue, pattern: Pattern, values: Mapping[str, Value], report: Report
) -> Composed:
    """The sentence; RolwriterError when a value it needs is missing."""
    filling = _Filling(catalogue, values, report)
    lacking = list(filling.lacking(pattern))
    if lacking:
        raise RolwriterError(
            f"这个句式还缺：{'、'.join(lacking)}。",
            "没有插入任何文字。",
            "请填写这些填报项，或者换一个句式。",
        )
    return filling.filled(pattern)


@dataclass(slots=True)
class _Filling:
    """One pattern being filled."""

    catalogue: Catalogue
    values: Mapping[str, Value]
    report: Report
    text: str = ""
    figures: list[ComposedFigure] = field(default_factory=list[ComposedFigure])
    told: set[str] = field(default_factory=set[str])

    def lacking(self, pattern: Pattern) -> Iterable[str]:
        """Labels of what is missing: needed slots, and lists with no member left."""
        for name in sorted(pattern.sentence.needed):
            if self._words(name) is None:
                yield self._label(name)
        for name in pattern.none:
            if not self._is_none(name):
                yield f"{self._label(name)}（应为本年度未发生）"
        for run in _runs(pattern.sentence.pieces):
            if _is_list(run) and not any(self._speaks(clause) for clause in run):
                yield "或".join(self._label(name) for clause in run for name in clause.slots)

    def filled(self, pattern: Pattern) -> Composed:
        """The sentence; call only when nothing is lacking."""
        dropped = {
            id(clause) for run in _runs(pattern.sentence.pieces) for clause in self._headless(run)
        }
        for piece in pattern.sentence.pieces:
            if not isinstance(piece, Clause):
                self._put(piece)
            elif self._speaks(piece):
                self._put_clause(piece, bare=id(piece) in dropped)
        self.told |= set(pattern.none)
        topic = next(t for t in self.catalogue.topics.values() if pattern in t.pattern)
        left_out = tuple(
            entry.id
            for entry in topic.field
            if entry.id in self.values and entry.id not in self.told
        )
        return Composed(self.text, tuple(self.figures), left_out)

    def _put_clause(self, clause: Clause, *, bare: bool) -> None:
        first, *rest = clause.pieces
        if bare and isinstance(first, str):
            first = first.lstrip(_JOINTS)
        for piece in (first, *rest):
            self._put(piece)
        self.told |= set(clause.none)

    def _put(self, piece: str | Slot) -> None:
        if isinstance(piece, str):
            self.text += piece
            return
        words = self._words(piece.name) or ""
        start = len(self.text)
        self.text += words
        self.told.add(piece.name)
        if isinstance(self.values.get(piece.name), Amount):
            span = Span(start, len(self.text))
            self.figures.append(ComposedFigure(piece.name, span))

    def _speaks(self, clause: Clause) -> bool:
        happened = all(self._words(name) is not None for name in clause.slots)
        return happened and all(self._is_none(name) for name in clause.none)

    def _headless(self, run: tuple[Clause, ...]) -> list[Clause]:
        """Of a list whose head was left out, the clause that now comes first."""
        if not _is_list(run):
            return []
        return [clause for clause in run if self._speaks(clause)][:1]

    def _words(self, name: str) -> str | None:
        """What stands for a slot; None when there is nothing to say."""
        if name in REPORT_SLOTS:
            return self._report_words(name)
        value = self.values.get(name)
        if value is None or self._is_none(name):
            return None
        match value:
            case Amount():
                return official(value.value, self.catalogue.fields[name].unit, value.hedge)
            case date():
                return f"{value.year}年{value.month}月{value.day}日"
            case str():
                lines = [line.strip().rstrip("。；，、") for line in value.splitlines()]
                return "；".join(line for line in lines if line) or None
            case _:
                return None

    def _report_words(self, name: str) -> str | None:
        if name == "authority":
            return self.report.authority or None
        if self.report.year is None:
            return None
        return str(self.report.year + (1 if name == "next_year" else 0))

    def _is_none(self, name: str) -> bool:
        """Ticked 本年度未发生, or a count of zero; a rate of zero is a value."""
        value = self.values.get(name)
        if isinstance(value, Amount):
            return not value.value and _counts(self.catalogue.fields[name])
        return value is NOT_HAPPENED

    def _label(self, name: str) -> str:
        return _REPORT_LABELS.get(name) or self.catalogue.fields[name].label


def _counts(entry: Field) -> bool:
    return entry.allows_none and entry.unit not in {"%", "‰"}


def _runs(pieces: Iterable[str | Slot | Clause]) -> Iterable[tuple[Clause, ...]]:
    """Clauses that stand side by side."""
    run: tuple[Clause, ...] = ()
    for piece in pieces:
        if isinstance(piece, Clause):
            run = (*run, piece)
        elif run:
            yield run
            run = ()
    if run:
        yield run


def _is_list(run: tuple[Clause, ...]) -> bool:
    """A head without a joint and members that begin with one: [甲{a}][、乙{b}]."""
    return len(run) > 1 and not _joined(run[0]) and _joined(run[1])


def _joined(clause: Clause) -> bool:
    first = clause.pieces[0]
    return isinstance(first, str) and first.startswith(tuple(_JOINTS))
