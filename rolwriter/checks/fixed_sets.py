"""Fixed sets (四个意识 …): quoted, complete, in order, with the right members (W rules)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rolwriter.catalog.fixed_sets import FixedSet
from rolwriter.checks.pattern import inside, replacement
from rolwriter.checks.phrase_search import PhraseSearch
from rolwriter.checks.rule import Hit, ParagraphRule, Scene

_BETWEEN = re.compile("[、，；,和及与“”]{1,3}|以及")
_SHORTEST_NAME = 3
_SENTENCE = re.compile("[^。！？]+")


@dataclass(frozen=True, slots=True)
class _Member:
    """A member met in a text."""

    start: int
    end: int
    order: int


def rules(sets: Mapping[str, FixedSet]) -> tuple[ParagraphRule, ...]:
    """Unquoted names (W14), runs of members (W11), wrong members (W12), order of names (W16)."""
    names = {fixed.name for fixed in sets.values()}
    wrong = [form for fixed in sets.values() for form in fixed.wrong]
    quoted = [s.name for s in sets.values() if s.quoted and len(s.name) >= _SHORTEST_NAME]
    # A set of sets is told with verbs between its members: no run to judge.
    listed = [s for s in sets.values() if len(s.members) > 1 and not names & set(s.members)]
    ordered = [s for s in sets.values() if names & set(s.members)]
    return (
        ParagraphRule("W11", _Runs(listed), frozenset(_forms(listed))),
        ParagraphRule("W12", _Wrong(sets.values()), frozenset(wrong)),
        ParagraphRule("W14", _Unquoted(quoted), frozenset(quoted)),
        ParagraphRule("W16", _Order(ordered), frozenset(_forms(ordered))),
    )


_Owners = list[tuple[FixedSet, int]]


def _forms(sets: Iterable[FixedSet]) -> dict[str, _Owners]:
    """Every form of every member, with the sets it belongs to and its place in each."""
    forms = dict[str, _Owners]()
    for fixed in sets:
        for order, member in enumerate(fixed.members):
            for form in (member, *fixed.variants.get(member, ())):
                forms.setdefault(form, []).append((fixed, order))
    return forms


class _Runs:
    """Members that stand one after another: in their order, none left out."""

    def __init__(self, sets: list[FixedSet]) -> None:
        self._search = PhraseSearch(_forms(sets))

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        found = list(self._search.find(text))
        place = 0
        for sentence in _SENTENCE.finditer(text) if len(found) > 1 else ():
            met = dict[str, tuple[FixedSet, list[_Member]]]()
            while place < len(found) and found[place][0] < sentence.end():
                start, end, owners = found[place]
                for fixed, order in owners:
                    met.setdefault(fixed.id, (fixed, []))[1].append(_Member(start, end, order))
                place += 1
            for fixed, members in met.values():
                named = fixed.name in sentence.group()
                present = {member.order for member in members}
                for run in _runs(text, members):
                    yield from _judge(text, fixed, run, present, named=named)


def _runs(text: str, members: list[_Member]) -> Iterator[list[_Member]]:
    run = members[:1]
    for member in members[1:]:
        if _BETWEEN.fullmatch(text, run[-1].end, member.start):
            run.append(member)
        else:
            yield run
            run = [member]
    yield run


def _judge(
    text: str, fixed: FixedSet, run: list[_Member], present: set[int], *, named: bool
) -> Iterator[Hit]:
    """``present``: the members in the sentence; ``named``: it names the set."""
    if len(run) < 2 or _in_other_form(text, fixed, run):
        return
    start, end = run[0].start, run[-1].end
    missing = [name for order, name in enumerate(fixed.members) if order not in present]
    orders = [member.order for member in run]
    if missing and named:
        said = f"“{fixed.name}”不完整，缺“{'”“'.join(missing)}”。"
        yield Hit(start, end, said, (replacement("、".join(fixed.members)),))
    elif not missing and len(set(orders)) == len(fixed.members) and orders != sorted(orders):
        words = {member.order: text[member.start : member.end] for member in run}
        said = f"“{fixed.name}”各项的通常次序是“{'、'.join(fixed.members)}”。"
        yield Hit(start, end, said, (replacement("、".join(words[o] for o in sorted(words))),))


def _in_other_form(text: str, fixed: FixedSet, run: list[_Member]) -> bool:
    around = text[max(0, run[0].start - 40) : run[-1].end + 40]
    return any(sum(word in around for word in form) >= len(form) - 1 for form in fixed.other_forms)


class _Order:
    """Sets named in one sentence in another order than the usual one; verbs may stand between."""

    def __init__(self, sets: list[FixedSet]) -> None:
        self._sets = [(fixed, PhraseSearch(_forms([fixed]))) for fixed in sets]

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        for fixed, search in self._sets:
            for sentence in _SENTENCE.finditer(text):
                met = [(s, e, owners[0][1]) for s, e, owners in search.find(sentence.group())]
                orders = [order for _, _, order in met]
                if len(set(orders)) == len(orders) and orders != sorted(orders):
                    first = sentence.start()
                    usual = "、".join(f"“{name}”" for name in fixed.members)
                    said = f"并提时通常的次序是{usual}（此条供参考）。"
                    yield Hit(first + met[0][0], first + met[-1][1], said)


class _Wrong:
    """A wrong member, where the set is meant: its name or another member stands nearby."""

    def __init__(self, sets: Iterable[FixedSet]) -> None:
        self._sets = [fixed for fixed in sets if fixed.wrong]

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        for fixed in self._sets:
            for wrong, right in fixed.wrong.items():
                start = text.find(wrong)
                while start >= 0:
                    if _is_misspelt(wrong, right) or _is_meant(text, fixed):
                        said = f"“{fixed.name}”中应为“{right}”。{fixed.note}"
                        yield Hit(start, start + len(wrong), said, (replacement(right),))
                    start = text.find(wrong, start + len(wrong))


def _is_misspelt(wrong: str, right: str) -> bool:
    return len(wrong) == len(right) and sum(a != b for a, b in zip(wrong, right, strict=True)) == 1


def _is_meant(text: str, fixed: FixedSet) -> bool:
    return fixed.name in text or any(member in text for member in fixed.members)


class _Unquoted:
    """The name of a set without its quotation marks."""

    def __init__(self, names: list[str]) -> None:
        self._names = PhraseSearch({name: name for name in names})

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        for start, end, name in self._names.find(text):
            if any(inside(text, start, marks) for marks in ("“”", "《》", "〈〉")):
                continue
            if text[start - 1 : start] in {'"', "‘", "「"} or _runs_on(text, start, end):
                continue
            said = f"固定提法“{name}”要加引号。"
            yield Hit(start, end, said, (replacement(f"“{name}”", safe=True),))


def _runs_on(text: str, start: int, end: int) -> bool:
    """Characters that only look like the name: 十四个意识, 第一议题 as plain words."""
    return text[start - 1 : start] in set("一二三四五六七八九十百第") or text[end : end + 1] in set(
        '”"'
    )
