"""What last year's text left behind: paragraphs nobody has read, last year's year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, OriginKind, Paragraph, Part, PartKind, Role
from rolwriter.text.dates import find_dates
from rolwriter.text.years import YearToken, years_in

_OPENS = re.compile(r"(?:^|[。；：])[（(]?(?:[一二三四五六七八九十]{1,3}是)?$|现将$|截至$")
_WHOLE_YEAR = re.compile(
    r"年(?:度)?(?:，|[我本全]局|共|累计|全[年局市区县]|以来，|推进法治|法治政府建设|度?党政主要负责人|底)"
)
_COMPARED = re.compile("同期|相比|以来|比|较|增长|下降|提高|增加|减少")
_WILL = re.compile("将|计划|继续|进一步|着力|拟|争取|力争|重点")
_SAME_FROM = 0.6
"""Share of a chapter's sentences that stand as last year's did from which it is said."""
_LEAST_SENTENCE = 12


UNREAD = "C01"
"""The rule on what is carried over and unread."""


def _unread(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    for paragraph in project.report.paragraphs:
        if paragraph.carry is Carry.UNREAD and paragraph.text:
            said = "这一段沿用而来，还没有核对。改写或确认之后不再提示。"
            yield ReportHit(Location(paragraph.id, 0, len(paragraph.text)), said)


def _old_years(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """Last year's year where the text speaks of the year reported on, or of the next."""
    del catalogue
    report, previous = project.report, project.previous
    if report.year is None:
        return
    last = {p.id: p.text for p in previous.paragraphs} if previous else dict[str, str]()
    for part in report.parts:
        if part.kind not in (PartKind.PREAMBLE, PartKind.CHAPTER):
            continue
        for paragraph in part.paragraphs:
            # unread text is a finding of its own, a chapter's heading the dates' rule
            if paragraph.carry is Carry.UNREAD or paragraph is part.heading:
                continue
            was = last.get(paragraph.origin.ref, "")
            for token in years_in(paragraph.text):
                to = _year_meant(part, paragraph, token, report.year, was)
                if to is not None:
                    said = (
                        f"这里写{token.year}年，是去年留下的年份吗？本报告年度为{report.year}年。"
                    )
                    place = Location(paragraph.id, token.span.start, token.span.end)
                    yield ReportHit(place, said, (replacement(f"{to}"),))


def _year_meant(
    part: Part, paragraph: Paragraph, token: YearToken, year: int, was: str
) -> int | None:
    """The year that should stand instead of an old one; None when the year may be right."""
    text, start, end = paragraph.text, token.span.start, token.span.end
    if token.in_title:
        return None
    before, after = text[max(0, start - 8) : start], text[end : end + 14]
    if part.role is Role.PLAN:
        opens = _OPENS.search(before) and re.match("年(?:度)?，", after)
        return year + 1 if opens and token.year <= year and _WILL.search(after) else None
    if token.year != year - 1:
        return None
    sentence = text[start : min(start + 80, _end_of_sentence(text, end))]
    if _COMPARED.search(sentence) or str(year) in sentence:
        return None
    left = paragraph.origin.kind is OriginKind.PREVIOUS and text[max(0, start - 4) : end + 4] in was
    opens = _OPENS.search(before) and _WHOLE_YEAR.match(after)
    return year if opens or left else None


def _end_of_sentence(text: str, start: int) -> int:
    end = text.find("。", start, start + 80)
    return end if end >= 0 else len(text)


def _old_issue_date(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """A report on a year is issued when the year is over, or in its last weeks."""
    del catalogue
    year = project.report.year
    for part in project.report.of_kind(PartKind.ISSUE_DATE):
        for paragraph in part.paragraphs:
            for day in find_dates(paragraph.text):
                value = day.value
                early = (
                    value
                    and year
                    and (value.year < year or (value.year == year and value.month < 12))
                )
                if value and year and early:
                    said = f"成文日期早于{year}年度终了，是去年留下的日期吗？"
                    yield ReportHit(Location(paragraph.id, day.start, day.end), said)


def _as_last_year(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """Chapters most of whose sentences stand word for word in last year's report."""
    del catalogue
    previous = project.previous
    if previous is None:
        return
    last = {s for p in previous.paragraphs for s in _sentences(p.text)}
    for part in project.report.chapters:
        sentences = [s for p in part.body for s in _sentences(p.text)]
        total = sum(map(len, sentences))
        kept = sum(len(s) for s in sentences if s in last)
        if part.heading and total and kept / total > _SAME_FROM:
            share = f"{kept * 100 // total}%"
            said = f"本章有{share}的文字与去年的报告逐句相同，请看是否写的是今年的工作。"
            yield ReportHit(Location(part.heading.id, 0, len(part.heading.text)), said)


def _sentences(text: str) -> list[str]:
    """The longer sentences, their numbers left out: last year's with a new figure is the same."""
    bare = re.sub(r"\d+", "", text)
    return [s for s in re.split("[。；！？]", bare) if len(s) >= _LEAST_SENTENCE]


REPORT_RULES = (
    ReportRule(UNREAD, _unread),
    ReportRule("C02", _old_years),
    ReportRule("C03", _old_issue_date),
    ReportRule("S03", _as_last_year),
)
