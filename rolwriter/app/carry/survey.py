"""What of last year's report still waits for the clerk: never silent, always by place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rolwriter.catalog.phrases import DatedPhrases
from rolwriter.checks.likeness import counterparts, kept_characters
from rolwriter.checks.stale import DatedPhrase, dated_phrases
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer, Promise
from rolwriter.model.report import Carry, Paragraph, Part
from rolwriter.text.spans import Span
from rolwriter.text.years import YearToken, years_in


class YearState(StrEnum):
    """What became of an explicit year of last year's text."""

    MOVED = "moved"
    PROPOSED = "proposed"
    NAMED = "named"
    """Part of a document's name or a period, or of another time: shown, with no proposal."""


@dataclass(frozen=True, slots=True)
class YearPlace:
    """An explicit year in a carried paragraph."""

    paragraph_id: str
    span: Span
    state: YearState
    year: int
    """As last year's text has it."""
    to: int | None
    """Where it was moved, or is proposed to be."""


@dataclass(frozen=True, slots=True)
class PhrasePlace:
    """A dated phrase in a carried paragraph."""

    paragraph_id: str
    phrase: DatedPhrase


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a chapter's characters stand as last year's report had them."""

    part_id: str
    kept: int
    total: int

    @property
    def ratio(self) -> float:
        """0.0 nothing kept … 1.0 nothing changed; 0.0 for an empty chapter."""
        return self.kept / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class CarryReport:
    """Everything carried over that the clerk has not settled, and how much was kept."""

    unread: tuple[Paragraph, ...]
    years: tuple[YearPlace, ...]
    phrases: tuple[PhrasePlace, ...]
    figures: tuple[Figure, ...]
    promises: tuple[Promise, ...]
    shares: tuple[Share, ...]

    @property
    def total(self) -> Share:
        """The share for the whole report."""
        return Share("", sum(s.kept for s in self.shares), sum(s.total for s in self.shares))

    @property
    def settled(self) -> bool:
        """Whether a final copy may go out without asking."""
        proposed = any(place.state is YearState.PROPOSED for place in self.years)
        return not (self.unread or proposed or self.phrases or self.figures or self.promises)


def carry_report(project: Project, catalogue: DatedPhrases) -> CarryReport:
    """What was carried over, from last year's report or a second source, and is not settled.

    Years, figures and shares need a last year's report; paragraphs and phrases do not.
    """
    paragraphs = [p for p in project.report.paragraphs if p.text]
    previous = project.previous
    last = {p.id: p for p in previous.paragraphs} if previous else dict[str, Paragraph]()
    open_paragraphs = [p for p in paragraphs if p.carry in (Carry.UNREAD, Carry.CHANGED)]
    return CarryReport(
        unread=tuple(p for p in paragraphs if p.carry is Carry.UNREAD),
        years=tuple(
            place for p in open_paragraphs for place in years_of(p, last.get(p.origin.ref), project)
        ),
        phrases=tuple(
            PhrasePlace(p.id, phrase)
            for p in open_paragraphs
            for phrase in dated_phrases(p.text, project.report.year, catalogue)
            if p.carry is Carry.UNREAD or phrase.stale
        ),
        figures=tuple(_open_figures(project)),
        promises=tuple(p for p in project.promises if p.answer is Answer.WAITING),
        shares=tuple(_shares(project)),
    )


def years_of(paragraph: Paragraph, last: Paragraph | None, project: Project) -> Iterator[YearPlace]:
    """The years of one paragraph; a year is settled by comparison with last year's text."""
    old, new = project.previous and project.previous.year, project.report.year
    if last is None or old is None or new is None:
        return
    now, before = years_in(paragraph.text), years_in(last.text)
    if len(now) == len(before):
        pairs = list(zip(now, before, strict=True))
    else:
        known = {token.year: token for token in before}
        pairs = [(token, known[token.year]) for token in now if token.year in known]
    for token, was in pairs:
        yield _year_place(paragraph, token, was, old, new)


def _year_place(
    paragraph: Paragraph, token: YearToken, was: YearToken, old: int, new: int
) -> YearPlace:
    if token.year != was.year:
        return YearPlace(paragraph.id, token.span, YearState.MOVED, was.year, token.year)
    untouched = paragraph.carry is Carry.UNREAD
    moves = not (token.in_title or token.in_range) and abs(token.year - old) <= 1
    if moves and (untouched or token.year == old):
        to = token.year + new - old
        return YearPlace(paragraph.id, token.span, YearState.PROPOSED, token.year, to)
    return YearPlace(paragraph.id, token.span, YearState.NAMED, token.year, None)


def _open_figures(project: Project) -> Iterator[Figure]:
    """Figures with no value this year whose last year's words still stand unconfirmed."""
    waiting = {
        p.origin.ref: p.text
        for p in project.report.paragraphs
        if p.carry in (Carry.UNREAD, Carry.CHANGED)
    }
    for figure in project.ledger:
        here = waiting.get(figure.previous_paragraph, "") if figure.previous_paragraph else ""
        # a figure typed into the ledger was not carried over and has no place
        if figure.value is None and here and figure.previous_text in here:
            yield figure


def _shares(project: Project) -> Iterator[Share]:
    previous = project.previous
    if previous is None:
        return
    found = counterparts(list(project.report.paragraphs), list(previous.paragraphs))
    for part in project.report.chapters:
        yield _share(part, found)


def _share(part: Part, found: dict[str, Paragraph]) -> Share:
    kept = sum(kept_characters(p.text, found[p.id].text) for p in part.paragraphs if p.id in found)
    return Share(part.id, kept, sum(len(p.text) for p in part.paragraphs))
