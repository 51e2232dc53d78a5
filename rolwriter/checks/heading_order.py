"""The run of the headings through the report: no number missing, none twice, none alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph
from rolwriter.text.numbering import numbering_of
from rolwriter.text.numerals import han_number, parse_han_number

_LIST_LEVEL = 3
"""From here on numbers may count the items of a list, and begin anew with each."""


@dataclass(frozen=True, slots=True)
class _Heading:
    paragraph: Paragraph
    level: int
    digits: str
    number: int

    @property
    def location(self) -> Location:
        start = self.paragraph.text.index(self.digits)
        return Location(self.paragraph.id, start, start + len(self.digits))

    def written(self, number: int) -> str:
        return f"{number}" if self.digits.isdecimal() else han_number(number)


def _headings(project: Project) -> Iterator[_Heading]:
    for part in project.report.chapters:
        for paragraph in part.paragraphs:
            numbering = numbering_of(paragraph.text)
            number = numbering and _value(numbering.number)
            if numbering and number:
                yield _Heading(paragraph, numbering.level, numbering.number, number)


def _value(digits: str) -> int | None:
    return int(digits) if digits.isdecimal() else parse_han_number(digits)


def _out_of_order(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    headings = list(_headings(project))
    levels = {heading.level for heading in headings}
    last = dict[int, int]()
    for heading in headings:
        level, number = heading.level, heading.number
        for deeper in [known for known in last if known > level]:
            del last[deeper]
        expected = last.get(level, 0) + 1
        if number != expected and not (number == 1 and level >= _LIST_LEVEL):
            yield _wrong_number(heading, expected)
        elif level not in last and level - 1 not in last and level - 1 in levels and last:
            above = "一、（一）1．（1）"
            said = f"标题跳级：各级序号依次为{above}，这里少了上一级。"
            yield ReportHit(heading.location, said)
        last[level] = number


def _wrong_number(heading: _Heading, expected: int) -> ReportHit:
    new = heading.written(expected)
    why = "重复" if heading.number < expected else "不连续"
    said = f"标题序号{why}：按顺序应为“{new}”，这里是“{heading.digits}”。"
    return ReportHit(heading.location, said, (replacement(new),))


def _alone(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    headings = list(_headings(project))
    for place, heading in enumerate(headings):
        children = list[_Heading]()
        for below in headings[place + 1 :]:
            if below.level <= heading.level:
                break
            if below.level == heading.level + 1:
                children.append(below)
        if len(children) == 1 and children[0].number == 1:
            said = "上一级标题下只有这一个分项，通常不必再分，请看是否漏写或可以合并。"
            yield ReportHit(children[0].location, said)


REPORT_RULES = (ReportRule("L06", _out_of_order), ReportRule("L09", _alone))
