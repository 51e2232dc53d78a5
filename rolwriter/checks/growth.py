"""同比增长24% against last year's value, from the ledger or from last year's report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.amounts import Amount, amounts, by_sentence
from rolwriter.checks.growth_words import growth_before, percent_claim
from rolwriter.checks.pattern import replacement
from rolwriter.checks.percentages import POINTS, as_percent, beside
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.checks.told_twice import by_name, plain_name
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph
from rolwriter.text.figure_format import plain, rewritten

_SINCE_LAST_YEAR = re.compile(r"同比|[比较与](?:上年|去年|20\d\d年)")
_LONGEST_GAP = 20


def _against_last_year(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    last = _last_values(project)
    if not last:
        return
    for paragraph in project.report.paragraphs:
        text = paragraph.text
        if not _SINCE_LAST_YEAR.search(text):
            continue
        for tokens in by_sentence(text):
            for place in range(1, len(tokens)):
                now, change = tokens[place - 1], tokens[place]
                gap = text[now.end : change.start]
                if len(gap) > _LONGEST_GAP or not _SINCE_LAST_YEAR.search(gap):
                    continue
                if change.unit == "%" and any(beside(text, place, tokens)):
                    continue
                was = last.get((paragraph.id, now.start)) or last.get(
                    (plain_name(now.name), now.unit)
                )
                if was is not None:
                    yield from _judged(paragraph, now, was, change)


_Last = dict[tuple[str, str] | tuple[str, int], Amount]


def _last_values(project: Project) -> _Last:
    """Last year's figures by this year's place (linked) and by name and unit."""
    found: _Last = {}
    if project.previous is not None:
        previous = project.previous
        found |= by_name((p.text for p in previous.paragraphs), previous.year)
    figures = {f.id: f for f in project.ledger if f.previous is not None}
    for paragraph in project.report.paragraphs if figures else ():
        for link in paragraph.links:
            figure = figures.get(link.figure)
            if figure is None or figure.previous is None:
                continue
            written = figure.previous_text or f"{plain(figure.previous)}{figure.unit}"
            told = amounts(written) or amounts(f"{plain(figure.previous)}{figure.unit or '个'}")
            for amount in amounts(paragraph.text):
                if told and amount.start < link.end and link.start < amount.end:
                    found[paragraph.id, amount.start] = told[0]
    return found


def _judged(paragraph: Paragraph, now: Amount, was: Amount, change: Amount) -> Iterator[ReportHit]:
    """A growth in percent, in points or in the unit itself."""
    sign = growth_before(paragraph.text, change.start)
    if not sign or was.low <= 0 or was.unit != now.unit:
        return
    difference = sign * (now.value - was.value)
    low, high = sorted((sign * (now.low - was.high), sign * (now.high - was.low)))
    shown = f"{plain(now.value)}－{plain(was.value)}"
    if change.unit == "%" and now.unit != "%":
        claim = percent_claim(change)
        ends = (low / was.high, low / was.low, high / was.high, high / was.low)
        if max(ends) >= claim.low and claim.high >= min(ends):
            return
        right = as_percent(difference / was.value, 1)
        shown = f"（{shown}）÷{plain(was.value)}＝{plain(sign * right)}%"
    elif change.unit == now.unit or (change.unit in POINTS and now.unit == "%"):
        if not change.apart_from(low, high):
            return
        right = difference
        shown = f"{shown}＝{plain(sign * right)}{'个百分点' if now.unit == '%' else now.unit}"
    else:
        return
    said = f"去年是{was.text}，{shown}，这里写{change.text}，请核对。"
    fixes = (replacement(rewritten(right, change.text)),) if right > 0 else ()
    yield ReportHit(Location(paragraph.id, change.start, change.end), said, fixes)


REPORT_RULES = (ReportRule("F08", _against_last_year),)
