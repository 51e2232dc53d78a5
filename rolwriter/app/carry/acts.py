"""What the clerk does with carried text: keep it, leave it out, move a year, answer a promise.

Each act is a change to apply; none touches a word that was not named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from rolwriter.app.carry.survey import YearPlace
from rolwriter.model.change import Change, SetParagraphs, SetPromises
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer
from rolwriter.model.report import Carry, Paragraph, Report
from rolwriter.text.years import with_year, years_in


def confirm(report: Report, paragraph_ids: Collection[str]) -> list[Change]:
    """沿用: the paragraphs were read and stand as they are."""
    return _each(report, paragraph_ids, lambda p: (replace(p, carry=Carry.CONFIRMED),))


def leave_out(report: Report, paragraph_id: str) -> list[Change]:
    """今年没有: the paragraph is taken out of this year's text."""
    return _each(report, {paragraph_id}, lambda _: ())


def move_year(report: Report, place: YearPlace) -> list[Change]:
    """The proposed year put in its place; the paragraph still waits to be read."""
    new = place.to
    if new is None:
        return []

    def moved(paragraph: Paragraph) -> tuple[Paragraph, ...]:
        for token in years_in(paragraph.text):
            if (token.span, token.year) == (place.span, place.year):
                return (replace(paragraph, text=with_year(paragraph.text, token, new)),)
        return (paragraph,)

    return _each(report, {place.paragraph_id}, moved)


def answer_promise(project: Project, promise_id: str, answer: Answer, place: str = "") -> Change:
    """已完成 / 推进中 / 未完成, with the paragraph of this year's text that says so."""
    return SetPromises(
        tuple(
            replace(p, answer=answer, place=place) if p.id == promise_id else p
            for p in project.promises
        )
    )


def _each(
    report: Report,
    paragraph_ids: Collection[str],
    act: Callable[[Paragraph], tuple[Paragraph, ...]],
) -> list[Change]:
    changes = list[Change]()
    for part in report.parts:
        after = tuple(
            new for p in part.paragraphs for new in (act(p) if p.id in paragraph_ids else (p,))
        )
        if after != part.paragraphs:
            changes.append(SetParagraphs(part.id, after))
    return changes
