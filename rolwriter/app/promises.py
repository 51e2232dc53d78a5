"""Last year's plan and shortcomings, split into the points this year's report has to answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.model.promise import Promise, PromiseKind
from rolwriter.model.report import Paragraph, Part, Report, Role
from rolwriter.text.items import items_in
from rolwriter.text.numbering import heading_end, numbering_of

_PROMISED = {Role.PLAN: PromiseKind.PLAN, Role.SHORTCOMING: PromiseKind.SHORTCOMING}
_LEADS_IN = ("：", ":")
_NEXT = re.compile("(?:下一?步|下一?年度?|明年|今后)")


def promises_of(report: Report, numbers: Iterator[int]) -> Iterator[Promise]:
    """A promise, waiting for its answer, for every point of the plan and the shortcomings."""
    for part in report.chapters:
        kind = _PROMISED.get(part.role) if part.role else None
        if kind is None:
            continue
        planned = _planned(part)
        for paragraph, text in points(part):
            own = PromiseKind.PLAN if paragraph.id in planned else kind
            yield Promise(f"q{next(numbers)}", own, text, paragraph.id)


def points(chapter: Part) -> Iterator[tuple[Paragraph, str]]:
    """The single points of a chapter with the paragraph each stands in.

    The items of 一是…二是… chains; where there is none, a paragraph is a point. What
    only leads to the next paragraph is none: a line that ends in a colon, a heading
    with no text of its own and text under it.
    """
    body = [paragraph for paragraph in chapter.body if paragraph.text]
    for paragraph, following in zip(body, [*body[1:], None], strict=True):
        items = items_in(paragraph.text)
        if items:
            yield from ((paragraph, span.of(paragraph.text)) for span in items)
        elif following is None or not _leads_to(paragraph, following):
            yield paragraph, paragraph.text


def _leads_to(paragraph: Paragraph, following: Paragraph) -> bool:
    text, level = paragraph.text, paragraph.level
    if level and heading_end(text, level) == len(text):
        return not 0 < following.level <= level
    return text.endswith(_LEADS_IN) and (
        not level or following.level == 0 or following.level > level
    )


def _planned(chapter: Part) -> set[str]:
    """Ids of the paragraphs from 下一步… on: a chapter may hold shortcomings and plan."""
    ids = [paragraph.id for paragraph in chapter.body]
    for place, paragraph in enumerate(chapter.body):
        number = numbering_of(paragraph.text)
        if _NEXT.match(paragraph.text, number.marker_end if number else 0):
            return set(ids[place:])
    return set()
