"""Phrases that belong to a time, and laws no longer in force, as dated data."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal

import msgspec

from rolwriter.catalog.load import load_toml
from rolwriter.catalog.paths import resource


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase and the report years it fits; open ends are unbounded."""

    id: str
    forms: list[str]
    kind: Literal["meeting", "plan", "campaign", "name", "body", "undated"]
    note: str
    verified: bool
    pattern: str = ""
    first_year: int | None = None
    last_year: int | None = None

    def fits(self, year: int | None) -> bool:
        """Whether the phrase may stand in a report on that year."""
        if self.kind == "undated":
            return False
        if year is None:
            return True
        too_early = self.first_year is not None and year < self.first_year
        too_late = self.last_year is not None and year > self.last_year
        return not (too_early or too_late)


class ReplacedLaw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A law or regulation no longer in force."""

    title: str
    source: str
    repealed: date | None = None
    successor: str = ""


class _PhraseFile(msgspec.Struct, forbid_unknown_fields=True):
    phrase: list[Phrase]


class _LawFile(msgspec.Struct, forbid_unknown_fields=True):
    law: list[ReplacedLaw]


class DatedPhrases:
    """The catalogue of dated phrases, compiled for searching."""

    def __init__(self, phrases: list[Phrase], laws: list[ReplacedLaw]) -> None:
        self.by_id = {phrase.id: phrase for phrase in phrases}
        self.laws = {law.title: law for law in laws}
        self.patterns = [(phrase, _compiled(phrase)) for phrase in phrases]


@cache
def load_phrases() -> DatedPhrases:
    """The catalogue; RolwriterError when a file is damaged."""
    phrases = load_toml(resource("catalog", "phrases.toml"), _PhraseFile).phrase
    laws = load_toml(resource("catalog", "replaced_laws.toml"), _LawFile).law
    return DatedPhrases(phrases, laws)


def _compiled(phrase: Phrase) -> re.Pattern[str]:
    """One expression for all forms, the longest first; quotation marks may stand anywhere."""
    forms = sorted(phrase.forms, key=len, reverse=True)
    alternatives = ['[“”"]?'.join(map(re.escape, form)) for form in forms]
    if phrase.pattern:
        alternatives.append(phrase.pattern)
    return re.compile("|".join(alternatives))
