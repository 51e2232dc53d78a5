"""The linked figures of the text against the ledger, and the ledger against itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.amounts import Amount, amounts
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, FigureLink, Paragraph
from rolwriter.text.figure_format import plain, rewritten

_LEAST_LIKE_LAST_YEAR = Decimal(10)
"""Smaller counts are often the same two years running."""
_SLACK = Decimal("0.1")
"""Percentage points a rate in the ledger may be rounded by."""

Linked = tuple[Paragraph, FigureLink, Figure]


def linked(project: Project) -> Iterator[Linked]:
    """Every linked place of the text with its figure."""
    figures = {figure.id: figure for figure in project.ledger}
    if not figures:
        return
    for paragraph in project.report.paragraphs:
        for link in paragraph.links:
            if link.figure in figures:
                yield paragraph, link, figures[link.figure]


def amount_at(paragraph: Paragraph, link: FigureLink) -> Amount | None:
    """The figure as it is written at a link."""
    for amount in amounts(paragraph.text):
        if amount.start < link.end and link.start < amount.end:
            return amount
    return None


def _place(paragraph: Paragraph, link: FigureLink) -> Location:
    return Location(paragraph.id, link.start, link.end)


def _unlike_the_ledger(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    for paragraph, link, figure in linked(project):
        amount = amount_at(paragraph, link)
        if amount is None or (figure.unit and amount.unit and amount.unit != figure.unit):
            continue
        words = paragraph.text[link.start : link.end]
        if figure.state is FigureState.NONE and amount.low > 0:
            said = f"台账中“{figure.name}”为“本年度未发生”，这里写{words}，请核对。"
            yield ReportHit(_place(paragraph, link), said)
        elif figure.value is not None and amount.apart_from(figure.value):
            ledger = f"{plain(figure.value)}{figure.unit}"
            said = f"台账中“{figure.name}”是{ledger}，这里写{words}。"
            fix = replacement(rewritten(figure.value, words, figure.hedge))
            yield ReportHit(_place(paragraph, link), said, (fix,))


def _told_twice(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """One figure with two values, where the ledger has none to decide."""
    del catalogue
    first = dict[str, tuple[Amount, str]]()
    for paragraph, link, figure in linked(project):
        amount = amount_at(paragraph, link)
        if figure.value is not None or amount is None:
            continue
        words = paragraph.text[link.start : link.end]
        known, known_words = first.setdefault(figure.id, (amount, words))
        if known.unit == amount.unit and known.apart_from(amount.low, amount.high):
            said = f"“{figure.name}”前面写{known_words}，这里写{words}，前后不一致。"
            yield ReportHit(_place(paragraph, link), said, (replacement(known_words),))


def _same_as_last_year(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """A value equal to last year's that nobody has verified; each figure once."""
    del catalogue
    seen = set[str]()
    for paragraph, link, figure in linked(project):
        value = figure.value
        if figure.id in seen or value is None or value != figure.previous:
            continue
        if figure.state is FigureState.VERIFIED or _often_equal(value, figure.unit):
            continue
        seen.add(figure.id)
        words = paragraph.text[link.start : link.end]
        said = f"“{figure.name}”今年与去年都是{words}，请核对是否是今年的数。"
        yield ReportHit(_place(paragraph, link), said)


def _often_equal(value: Decimal, unit: str) -> bool:
    return value < _LEAST_LIKE_LAST_YEAR or (unit == "%" and value == 100)


def _last_years_words(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """A figure without a value this year whose last year's words still stand.

    Paragraphs nobody has read are a finding of their own.
    """
    del catalogue
    for paragraph, link, figure in linked(project):
        words = paragraph.text[link.start : link.end]
        waits = figure.value is None and figure.state is not FigureState.NONE
        if waits and words == figure.previous_text and paragraph.carry is not Carry.UNREAD:
            said = f"“{figure.name}”{words}是去年的数，今年的还没有填。"
            yield ReportHit(_place(paragraph, link), said)


def _sums_of_the_ledger(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """The totals and rates that the catalogue says follow from other figures."""
    values = {f.field: f.value for f in project.ledger if f.field and f.value is not None}
    if not values:
        return
    places = {figure.field: (paragraph, link) for paragraph, link, figure in linked(project)}
    for topic in catalogue.topics.values():
        for total in topic.sum:
            parts = [values.get(part) for part in total.parts]
            added = sum((part for part in parts if part is not None), Decimal(0))
            if (
                total.total in places
                and None not in parts
                and values.get(total.total, added) != added
            ):
                shown = "＋".join(plain(part) for part in parts if part is not None)
                right = f"{shown}＝{plain(added)}"
                yield _ledger_hit(places[total.total], right, values[total.total])
        for ratio in topic.ratio:
            part, whole, rate = (values.get(f) for f in (ratio.part, ratio.whole, ratio.rate))
            if ratio.rate in places and part is not None and whole and rate is not None:
                right = part / whole * 100
                if abs(right - rate) > max(_SLACK, Decimal(1).scaleb(_exponent(rate))):
                    shown = f"{plain(part)}÷{plain(whole)}＝{plain(round(right, 1))}%"
                    yield _ledger_hit(places[ratio.rate], shown, rate)


def _exponent(value: Decimal) -> int:
    return min(0, int(value.as_tuple().exponent))


def _ledger_hit(place: tuple[Paragraph, FigureLink], right: str, value: Decimal) -> ReportHit:
    said = f"按台账计算{right}，这里是{plain(value)}，请核对台账。"
    return ReportHit(_place(*place), said)


REPORT_RULES = (
    ReportRule("F01", _unlike_the_ledger),
    ReportRule("F02", _told_twice),
    ReportRule("F10", _same_as_last_year),
    ReportRule("F11", _sums_of_the_ledger),
    ReportRule("C04", _last_years_words),
)
