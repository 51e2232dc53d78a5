"""Last year's plan and shortcomings, split into the points this year's report has to answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.model.points import points
from rolwriter.model.promise import Promise, PromiseKind
from rolwriter.model.report import Part, Report, Role
from rolwriter.text.numbering import numbering_of

_PROMISED = {Role.PLAN: PromiseKind.PLAN, Role.SHORTCOMING: PromiseKind.SHORTCOMING}
_NEXT = re.compile("(?:下一?步|下一?年度?|明年|今后)")


def promises_of(report: Report, numbers: Iterator[int]) -> Iterator[Promise]:
    """A promise, waiting for its answer, for every point of the plan and the shortcomings."""
    for part in report.chapters:
        kind = _PROMISED.get(part.role) if part.role else None
        if kind is None:
            continue
        planned = _planned(part)
        for point in points(part):
            own = PromiseKind.PLAN if point.paragraph_id in planned else kind
            yield Promise(f"q{next(numbers)}", own, point.told, point.paragraph_id)


def _planned(chapter: Part) -> set[str]:
    """Ids of the paragraphs from 下一步… on: a chapter may hold shortcomings and plan."""
    ids = [paragraph.id for paragraph in chapter.body]
    for place, paragraph in enumerate(chapter.body):
        number = numbering_of(paragraph.text)
        if _NEXT.match(paragraph.text, number.marker_end if number else 0):
            return set(ids[place:])
    return set()
