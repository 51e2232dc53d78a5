"""Figures told in two places: by their names, in digits or in words, and last year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.amounts import Amount, amounts
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, PartKind, Role
from rolwriter.text.figures import figures_in
from rolwriter.text.numerals import parse_han_number
from rolwriter.text.years import years_in

_PARTIAL = re.compile(
    "上半年|下半年|季度|[一二三四]季|月|同期|上年|去年|往年|近年|历年|五年来|今后|每|平均|人均|第|其中|另|"
    "目标|计划|力争|确保|不少于|各|分别|新增|首次|专项|同比"
)
"""Words by which a figure is of another time or of a part only."""
_HAN_FIGURE = re.compile(
    "(?<![第每前近几零一二三四五六七八九十百千万两同这那])(?P<number>[二三四五六七八九十百千两零]{1,7})"
    "(?P<hedge>[余多]?)(?P<unit>人次|场次|批次|次|件|项|人|名|场|份|家|条|起|辆|台|部|期)"
)
_BREAK = re.compile("[，。；：、！？（）()“”《》]")
_SHORTEST_NAME = 3
_LONGEST_NAME = 15
"""A name this long was cut off, and two that were cut may differ in front."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of the whole year and the paragraph it is told in."""

    paragraph: Paragraph
    amount: Amount

    @property
    def location(self) -> Location:
        """Where it stands."""
        return Location(self.paragraph.id, self.amount.start, self.amount.end)


_Key = tuple[str, str]


@lru_cache(maxsize=1024)
def _whole_year(text: str, year: int | None) -> tuple[tuple[_Key, Amount], ...]:
    """The figures of a paragraph that speak of the whole year, by name and unit."""
    kept = list[tuple[_Key, Amount]]()
    for amount in amounts(text):
        name = plain_name(amount.name)
        if not _SHORTEST_NAME <= len(name) < _LONGEST_NAME or amount.unit in ("个百分点", "百分点"):
            continue
        start = max(text.rfind(mark, 0, amount.start) for mark in "。；") + 1
        around = text[max(start, amount.start - 60) : amount.end]
        if not _PARTIAL.search(around) and {t.year for t in years_in(around)} <= {year}:
            kept.append(((name, amount.unit), amount))
    return tuple(kept)


def plain_name(name: str) -> str:
    """A figure's name as it is compared: 党组会议 is 党组会."""
    return name.replace("会议", "会")


def told_figures(project: Project) -> Iterator[tuple[_Key, Told]]:
    """The figures of the whole year by name and unit, in order; the plan speaks of the next."""
    for part in project.report.parts:
        if part.kind not in (PartKind.CHAPTER, PartKind.PREAMBLE) or part.role is Role.PLAN:
            continue
        for paragraph in part.paragraphs:
            for key, amount in _whole_year(paragraph.text, project.report.year):
                yield key, Told(paragraph, amount)


def _two_values(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """The same name and unit with another value in another paragraph."""
    del catalogue
    first = dict[_Key, Told]()
    for key, told in told_figures(project):
        known = first.setdefault(key, told)
        differs = known.amount.apart_from(told.amount.low, told.amount.high)
        if known.paragraph.id != told.paragraph.id and differs and not _by_link(known, told):
            said = (
                f"“{told.amount.name}”前面写{known.amount.text}，这里写{told.amount.text}，"
                "如果是同一个数，请改成一致。"
            )
            yield ReportHit(told.location, said, (replacement(known.amount.text),))


def _by_link(one: Told, other: Told) -> bool:
    """Whether links say of both what they are: then the ledger judges."""
    return all(
        any(link.start < t.amount.end and t.amount.start < link.end for link in t.paragraph.links)
        for t in (one, other)
    )


def _in_words(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """三十三次 here and 33次 there: one number in two notations, or two numbers."""
    del catalogue
    digits = dict[_Key, Told]()
    for key, told in told_figures(project):
        digits.setdefault(key, told)
    if not digits:
        return
    units = {unit for _, unit in digits}
    for part in project.report.parts:
        if part.kind not in (PartKind.CHAPTER, PartKind.PREAMBLE) or part.role is Role.PLAN:
            continue
        for paragraph in part.paragraphs:
            for start, end, name, amount in _han_figures(paragraph.text):
                known = digits.get((name, amount.unit)) if amount.unit in units else None
                if known is not None:
                    place = Location(paragraph.id, start, end)
                    yield _notations(known, amount, place, paragraph.text[start:end])


def _notations(known: Told, amount: Amount, place: Location, words: str) -> ReportHit:
    differs = known.amount.apart_from(amount.low, amount.high)
    advice = "如果是同一个数，请改成一致" if differs else "数字的写法宜统一"
    said = f"“{amount.name}”另一处写{known.amount.text}，这里写{words}，{advice}。"
    return ReportHit(place, said, (replacement(amount.text),))


@lru_cache(maxsize=1024)
def _han_figures(text: str) -> tuple[tuple[int, int, str, Amount], ...]:
    """The counts written in words: place, name and the figure as digits would have it."""
    found = list[tuple[int, int, str, Amount]]()
    for match in _HAN_FIGURE.finditer(text):
        value = parse_han_number(match["number"])
        if not value:
            continue
        clause = _BREAK.split(text[max(0, match.start() - 40) : match.start()])[-1]
        around = text[max(0, match.start() - 60) : match.end()].rpartition("。")[2]
        if _PARTIAL.search(around):
            continue
        in_digits = figures_in(f"{clause}{value}{match['hedge']}{match['unit']}")
        if len(in_digits) == 1 and len(plain_name(in_digits[0].name)) >= _SHORTEST_NAME:
            amount = amounts(f"{clause}{value}{match['hedge']}{match['unit']}")[0]
            found.append((*match.span(), plain_name(amount.name), amount))
    return tuple(found)


def by_name(texts: Iterator[str], year: int | None) -> dict[_Key, Amount]:
    """The figures that one name and unit stand for, without those told twice."""
    found = defaultdict[_Key, list[Amount]](list)
    for text in texts:
        for key, amount in _whole_year(text, year):
            found[key].append(amount)
    return {key: many[0] for key, many in found.items() if len(many) == 1}


def _as_last_year(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """Figures that no link covers with exactly last year's name and value."""
    del catalogue
    previous = project.previous
    if previous is None:
        return
    last = by_name((p.text for p in previous.paragraphs), previous.year)
    for key, told in told_figures(project):
        amount, was = told.amount, last.get(key)
        if was is None or amount.text != was.text or amount.value < 10 or amount.short == "100%":
            continue
        if not _by_link(told, told):
            said = f"“{amount.name}”去年的报告也写{amount.text}，请核对是否是今年的数。"
            yield ReportHit(told.location, said)


REPORT_RULES = (
    ReportRule("F03", _two_values),
    ReportRule("F04", _in_words),
    ReportRule("F12", _as_last_year),
)
