"""Which field (填报项) a figure or a phrase of running text answers.

A figure belongs to the field whose name stands nearest: first in its own clause before
it, then behind it in the clause, then earlier in the sentence after the figure before.
Its unit must be one the field is counted in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from rolwriter.catalog.checklist import Chapter
from rolwriter.catalog.topics import Field, FieldKind, Topic
from rolwriter.model.report import PartKind, Role
from rolwriter.text.figures import FigureToken, figures_in
from rolwriter.text.spans import Span

_SENTENCE_ENDS = "。！？"
_CLAUSE_ENDS = "，；：。！？"
_REACH = 200
"""How far, in characters, a figure's name is looked for; keeps strange texts from costing."""
_FOR_ALL = re.compile("[均都]")
"""参考率和合格率均为100%: one figure for several names."""


@dataclass(frozen=True, slots=True)
class FieldHit:
    """A field answered in a paragraph."""

    field: str
    span: Span
    text: str
    """As written; of a text field its value."""
    value: Decimal | None = None
    unit: str = ""
    hedge: str = ""
    none: bool = False
    """The words say that nothing of the kind happened."""


class FieldMatcher:
    """The fields of some topics, compiled once."""

    def __init__(self, topics: Collection[Topic]) -> None:
        self._by_unit = dict[str, list[_Sought]]()
        self._words = list[_Sought]()
        self._none = list[tuple[_Sought, re.Pattern[str]]]()
        for topic in topics:
            for field in topic.field:
                self._take_up(topic.chapter, field)

    def _take_up(self, chapter: Chapter, field: Field) -> None:
        sought = _Sought.of(chapter, field)
        if sought is not None and field.kind is FieldKind.NUMBER:
            for unit in field.units:
                self._by_unit.setdefault(unit, []).append(sought)
        elif sought is not None and field.kind is FieldKind.TEXT:
            self._words.append(sought)
        nothing = any_of(field.none_signs)
        if nothing is not None:
            self._none.append((_Sought(field, chapter, nothing, None), nothing))

    def find(self, text: str, kind: PartKind, role: Role | None) -> Iterator[FieldHit]:
        """The fields a paragraph answers that stands in such a part."""
        tokens = figures_in(text)
        for index, token in enumerate(tokens):
            before = tokens[index - 1].span.end if index else 0
            after = tokens[index + 1].span.start if index + 1 < len(tokens) else len(text)
            fitting = [
                (sought, rank)
                for sought in self._by_unit.get(token.unit, ())
                if (rank := place_rank(sought.chapter, kind, role)) is not None
            ]
            for sought in _Surroundings.of(text, token, before, after).best(fitting):
                yield FieldHit(
                    sought.field.id, token.span, token.text, token.value, token.unit, token.hedge
                )
        yield from self._phrases(text, kind, role)

    def _phrases(self, text: str, kind: PartKind, role: Role | None) -> Iterator[FieldHit]:
        for sought in self._words:
            if place_rank(sought.chapter, kind, role) is None:
                continue
            match = sought.names.search(text)
            if match:
                group = 1 if match.re.groups and match[1] is not None else 0
                yield FieldHit(sought.field.id, Span(*match.span(group)), match[group])
        for sought, nothing in self._none:
            match = nothing.search(text)
            if match and place_rank(sought.chapter, kind, role) is not None:
                yield FieldHit(sought.field.id, Span(*match.span()), match.group(), none=True)


def place_rank(chapter: Chapter, kind: PartKind, role: Role | None) -> int | None:
    """How well a part suits what belongs to ``chapter``: 0 best; None: not at all."""
    if chapter is Chapter.HEAD:
        return 0 if kind is PartKind.PREAMBLE else None
    if kind is not PartKind.CHAPTER or role not in chapter.roles:
        return None
    return chapter.roles.index(role)


def any_of(patterns: Collection[str]) -> re.Pattern[str] | None:
    """One expression for all; None when there are none."""
    if not patterns:
        return None
    return re.compile("|".join(patterns))


@dataclass(frozen=True, slots=True, eq=False)
class _Sought:
    """A field and the names it is known by."""

    field: Field
    chapter: Chapter
    names: re.Pattern[str]
    within: re.Pattern[str] | None

    @classmethod
    def of(cls, chapter: Chapter, field: Field) -> _Sought | None:
        """None for a field that cannot be recognised."""
        names = any_of(field.matches)
        return cls(field, chapter, names, any_of(field.within)) if names else None


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """A figure and where the words around it begin and end, as positions in the text."""

    text: str
    token: FigureToken
    sentence: Span
    clause: int
    """Start of its clause, or end of the figure before it in the same clause."""
    since: int
    """Start of its sentence, or end of the figure before it."""
    until: int
    """End of its clause, or start of the next figure in it."""

    @classmethod
    def of(cls, text: str, token: FigureToken, before: int, after: int) -> _Surroundings:
        """``before``: where the figure before it ends; ``after``: where the next begins."""
        start, end = token.span.start, token.span.end
        sentence = Span(_back(text, _SENTENCE_ENDS, start), _ahead(text, _SENTENCE_ENDS, end))
        return cls(
            text=text,
            token=token,
            sentence=sentence,
            clause=max(before, _back(text, _CLAUSE_ENDS, start)),
            since=max(before, sentence.start),
            until=min(after, _ahead(text, _CLAUSE_ENDS, end)),
        )

    def best(self, fitting: list[tuple[_Sought, int]]) -> list[_Sought]:
        """The field named nearest; several where the clause says 均; none where none is named."""
        sentence = self.sentence.of(self.text)
        ranked = [
            ((*nearness, rank), sought)
            for sought, rank in fitting
            if (nearness := self._nearness(sought.names)) is not None
            and (sought.within is None or sought.within.search(sentence))
        ]
        if not ranked:
            return []
        ranked.sort(key=lambda entry: entry[0])
        clause = self.text[self.clause : self.token.span.start]
        if ranked[0][0][0] == 0 and _FOR_ALL.search(clause):
            return [sought for nearness, sought in ranked if nearness[0] == 0]
        return [ranked[0][1]]

    def _nearness(self, names: re.Pattern[str]) -> tuple[int, int, int] | None:
        """(zone, distance, minus the name's length): less is nearer; None: not named."""
        start, end = self.token.span.start, self.token.span.end
        last = _last(names, self.text, self.clause, start)
        if last:
            return 0, start - last.end(), last.start() - last.end()
        first = names.search(self.text, end, self.until)
        if first:
            return 1, first.start() - end, first.start() - first.end()
        last = _last(names, self.text, self.since, self.clause)
        if last:
            return 2, start - last.end(), last.start() - last.end()
        return None


def _last(names: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for found in names.finditer(text, start, end):  # noqa: B007
        pass
    return found


def _back(text: str, marks: str, position: int) -> int:
    """Behind the nearest of the marks before ``position``, at most `_REACH` away."""
    lowest = max(0, position - _REACH)
    return max(lowest, *(text.rfind(mark, lowest, position) + 1 for mark in marks))


def _ahead(text: str, marks: str, position: int) -> int:
    """The nearest of the marks after ``position``, at most `_REACH` away."""
    highest = min(len(text), position + _REACH)
    found = (text.find(mark, position, highest) for mark in marks)
    return min((place for place in found if place >= 0), default=highest)
