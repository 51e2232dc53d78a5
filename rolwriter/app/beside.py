"""One paragraph beside the one it comes from: what changed, and what in it has aged."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.app.carry.survey import YearPlace, YearState, years_of
from rolwriter.catalog.phrases import DatedPhrases
from rolwriter.checks.likeness import counterparts
from rolwriter.checks.stale import DatedPhrase, dated_phrases
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, Paragraph
from rolwriter.text.difference import Run, difference


@dataclass(frozen=True, slots=True)
class Beside:
    """A paragraph of this year's report and its counterpart in last year's."""

    paragraph: Paragraph
    last: Paragraph | None
    by_likeness: bool
    """The counterpart was found by its words; no origin says so."""
    runs: tuple[Run, ...]
    """From last year's words to this year's; empty without a counterpart."""
    years: tuple[YearPlace, ...]
    """The years that are proposed to move."""
    phrases: tuple[DatedPhrase, ...]
    figures: tuple[Figure, ...]
    """Last year's figures that stood in the counterpart."""

    @property
    def unchanged(self) -> bool:
        """Whether the words are last year's."""
        return self.last is not None and self.last.text == self.paragraph.text


def beside(project: Project, paragraph: Paragraph, catalogue: DatedPhrases) -> Beside:
    """What stands beside a paragraph; without a last year's report only what has aged."""
    last = _counterpart(project, paragraph)
    waits = paragraph.carry in (Carry.UNREAD, Carry.CHANGED)
    years = years_of(paragraph, last, project) if waits else ()
    phrases = dated_phrases(paragraph.text, project.report.year, catalogue) if waits else []
    return Beside(
        paragraph,
        last,
        last is not None and paragraph.origin.ref != last.id,
        tuple(difference(last.text, paragraph.text)) if last else (),
        tuple(place for place in years if place.state is YearState.PROPOSED),
        tuple(p for p in phrases if p.stale or paragraph.carry is Carry.UNREAD),
        tuple(f for f in project.ledger if last and f.previous_paragraph == last.id),
    )


def _counterpart(project: Project, paragraph: Paragraph) -> Paragraph | None:
    if project.previous is None or not paragraph.text:
        return None
    return counterparts([paragraph], list(project.previous.paragraphs)).get(paragraph.id)
