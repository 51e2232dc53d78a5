"""Phrases that have aged: meetings, plans and campaigns of another year, laws since replaced."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.catalog.phrases import DatedPhrases, Phrase
from rolwriter.checks.dated_search import dated_search
from rolwriter.checks.phrase_search import longest_apart
from rolwriter.text.spans import Span, book_titles

_STATE_NAME = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class DatedPhrase:
    """A dated phrase met in a text."""

    span: Span
    text: str
    stale: bool
    """It does not fit the report's year; otherwise it is only to be looked at."""
    note: str
    """What is known of it, in Chinese; says so when it was not checked in a source."""
    phrase_id: str


def dated_phrases(text: str, year: int | None, catalogue: DatedPhrases) -> list[DatedPhrase]:
    """The dated phrases of one paragraph for a report on ``year``, in their order.

    Of two that overlap the longer one counts.
    """
    met = [
        DatedPhrase(
            Span(start, end), text[start:end], not phrase.fits(year), _note(phrase), phrase.id
        )
        for start, end, phrase in dated_search(catalogue).find(text)
    ]
    met += _replaced_laws(text, catalogue)
    places = ((phrase.span.start, phrase.span.end, phrase) for phrase in met)
    return [phrase for _, _, phrase in longest_apart(places, len(text))]


def _note(phrase: Phrase) -> str:
    return phrase.note if phrase.verified else f"{phrase.note}（此条供参考，请核对）"


def _replaced_laws(text: str, catalogue: DatedPhrases) -> list[DatedPhrase]:
    met = list[DatedPhrase]()
    for span in book_titles(text):
        law = catalogue.laws.get(span.of(text)[1:-1].removeprefix(_STATE_NAME))
        if law is None:
            continue
        since = (
            f"自{law.repealed.year}年{law.repealed.month}月{law.repealed.day}日起"
            if law.repealed
            else ""
        )
        successor = f"，相关内容见《{law.successor}》" if law.successor else ""
        note = f"{since}已废止{successor}（依据：{law.source}）。"
        met.append(DatedPhrase(span, span.of(text), True, note, f"law:{law.title}"))
    return met
