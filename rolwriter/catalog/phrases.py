"""Phrases that belong to a time, and laws no longer in force, as dated data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from rolwriter.catalog.laws import Law


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase and the report years it fits; open ends are unbounded."""

    id: str
    forms: list[str]
    kind: Literal["meeting", "plan", "campaign", "name", "body", "undated"]
    note: str
    verified: bool
    pattern: str = ""
    needs: list[str] = []
    """Words of which one stands in all that the pattern finds; without them it is always tried."""
    first_year: int | None = None
    last_year: int | None = None

    def __post_init__(self) -> None:
        """Refuse a phrase that nothing could fit."""
        if not self.forms and not self.pattern:
            raise ValueError(f"用语“{self.id}”没有写法（forms或pattern）")
        if any(word not in self.pattern for word in self.needs):
            raise ValueError(f"用语“{self.id}”的needs中有查找式（pattern）里没有的词")
        if self.first_year and self.last_year and self.first_year > self.last_year:
            raise ValueError(f"用语“{self.id}”的起止年度颠倒")

    def fits(self, year: int | None) -> bool:
        """Whether the phrase may stand in a report on that year."""
        if self.kind == "undated":
            return False
        if year is None:
            return True
        too_early = self.first_year is not None and year < self.first_year
        too_late = self.last_year is not None and year > self.last_year
        return not (too_early or too_late)


class PhraseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    phrase: tuple[Phrase, ...]


class DatedPhrases:
    """The catalogue of dated phrases, and of the laws no longer in force."""

    def __init__(self, phrases: Iterable[Phrase], laws: Mapping[str, Law]) -> None:
        self.by_id = {phrase.id: phrase for phrase in phrases}
        self.laws = laws
        """Laws no longer in force, by title."""
