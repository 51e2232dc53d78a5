"""What is left of last year's text as entries, each with the exact characters it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from rolwriter.app.carry.listing import Places
from rolwriter.app.carry.survey import CarryReport, YearPlace, YearState
from rolwriter.model.project import Project
from rolwriter.model.promise import PromiseKind
from rolwriter.model.report import Paragraph
from rolwriter.text.figures import FigureToken, figures_in
from rolwriter.text.spans import Span


class EntryKind(StrEnum):
    """What an entry is about, in the order of the list."""

    PARAGRAPH = "paragraph"
    YEAR = "year"
    PHRASE = "phrase"
    FIGURE = "figure"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class CarryEntry:
    """One thing to look at."""

    kind: EntryKind
    key: str
    """The same for the same thing after other things changed."""
    paragraph_id: str
    """Where it stands in this year's text; empty when it has no place there."""
    span: Span
    place: str
    text: str
    note: str = ""
    waits: bool = True
    """It keeps a final copy from going out without a question."""
    year: YearPlace | None = None
    promise_id: str = ""


def carry_entries(project: Project, report: CarryReport) -> list[CarryEntry]:
    """All entries, a kind after the other, each kind in the order of the document.

    ``report`` must be that of ``project``: spans count code points in its paragraphs.
    """
    places = Places(project)
    texts = {p.id: p for p in project.report.paragraphs}
    return [
        *(_paragraph(places, p) for p in report.unread),
        *_numbered(_year(places, texts[place.paragraph_id], place) for place in report.years),
        *_numbered(_phrases(places, report)),
        *_figures(places, project, report),
        *_promises(report),
    ]


def waiting(entries: list[CarryEntry]) -> int:
    """How many of them keep a final copy back."""
    return sum(entry.waits for entry in entries)


def _paragraph(places: Places, p: Paragraph) -> CarryEntry:
    kind = EntryKind.PARAGRAPH
    return CarryEntry(kind, f"{kind}:{p.id}", p.id, Span(0, len(p.text)), places.name(p.id), p.text)


def _year(places: Places, paragraph: Paragraph, place: YearPlace) -> CarryEntry:
    notes = {
        YearState.MOVED: f"原为{place.year}年，已改为{place.to}年",
        YearState.PROPOSED: f"建议改为{place.to}年",
        YearState.NAMED: "不自动建议修改，请核对",
    }
    return CarryEntry(
        EntryKind.YEAR,
        f"year:{paragraph.id}:{place.year}",
        paragraph.id,
        place.span,
        places.name(paragraph.id),
        f"{place.span.of(paragraph.text)}年",
        notes[place.state],
        waits=place.state is YearState.PROPOSED,
        year=place,
    )


def _phrases(places: Places, report: CarryReport) -> Iterator[CarryEntry]:
    for found in report.phrases:
        phrase = found.phrase
        yield CarryEntry(
            EntryKind.PHRASE,
            f"phrase:{found.paragraph_id}:{phrase.text}",
            found.paragraph_id,
            phrase.span,
            places.name(found.paragraph_id),
            phrase.text,
            f"{'已过时' if phrase.stale else '请核对'}：{phrase.note}",
        )


def _figures(places: Places, project: Project, report: CarryReport) -> Iterator[CarryEntry]:
    now = {p.origin.ref: p for p in project.report.paragraphs if p.text and p.origin.ref}
    free = dict[str, list[FigureToken]]()
    for figure in report.figures:
        paragraph = now[figure.previous_paragraph]
        tokens = free.setdefault(paragraph.id, figures_in(paragraph.text))
        yield CarryEntry(
            EntryKind.FIGURE,
            f"figure:{figure.id}",
            paragraph.id,
            _take(tokens, figure.previous_text, paragraph.text),
            places.name(paragraph.id),
            figure.previous_text,
            f"去年的{figure.name}" if figure.name else "去年的数字",
        )


def _take(tokens: list[FigureToken], words: str, text: str) -> Span:
    """The figure's first place that no other figure of the list has yet.

    A figure the clerk made part of a longer one is found by its words alone.
    """
    for token in tokens:
        if token.text == words:
            tokens.remove(token)
            return token.span
    start = text.find(words)
    return Span(start, start + len(words))


def _promises(report: CarryReport) -> Iterator[CarryEntry]:
    for promise in report.promises:
        kind = "去年的安排" if promise.kind is PromiseKind.PLAN else "去年的不足"
        yield CarryEntry(
            EntryKind.PROMISE,
            f"promise:{promise.id}",
            promise.place,
            Span(0, 0),
            kind,
            promise.text,
            "尚未回应",
            promise_id=promise.id,
        )


def _numbered(entries: Iterator[CarryEntry]) -> Iterator[CarryEntry]:
    """Keys made unique where the same words stand twice in a paragraph."""
    met = dict[str, int]()
    for entry in entries:
        met[entry.key] = met.get(entry.key, 0) + 1
        yield replace(entry, key=f"{entry.key}:{met[entry.key]}")
