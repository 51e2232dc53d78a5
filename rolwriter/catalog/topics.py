"""Topics (填报主题) with their fields (填报项) and sentence patterns (句式)."""

from __future__ import annotations

import re
from enum import StrEnum

from rolwriter.catalog.checklist import Chapter
from rolwriter.catalog.entry import Entry
from rolwriter.catalog.pattern import Sentence, parse_pattern

_ID = re.compile(r"[a-z][a-z0-9-]*")


class FieldKind(StrEnum):
    """What is filled in."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"


class Field(Entry, frozen=True, kw_only=True):
    """One thing to fill in.

    ``matches`` are expressions for the words by which a figure of an imported text is
    known as this field; for a text field its first group, or all of it, is the value.
    ``none_signs`` are those that say nothing of the kind happened.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.NUMBER
    unit: str = ""
    also_units: tuple[str, ...] = ()
    """Other units under which the same thing is counted in a text."""
    choices: tuple[str, ...] = ()
    hint: str
    example: str = ""
    required: bool = False
    allows_none: bool = False
    """本年度未发生 may be ticked."""
    items: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """For names too general to stand alone: one of these must be in the same sentence."""
    none_signs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a field that could not be filled in."""
        if not _ID.fullmatch(self.id):
            raise ValueError(f"“{self.id}”不能作填报项的id（用小写字母、数字和连字符）")
        if (self.kind is FieldKind.NUMBER) != bool(self.unit):
            raise ValueError(f"填报项“{self.id}”：数字要写单位（unit），其他种类不写")
        if (self.kind is FieldKind.CHOICE) != bool(self.choices):
            raise ValueError(f"填报项“{self.id}”：选择要写可选的值（choices），其他种类不写")
        if self.none_signs and not self.allows_none:
            raise ValueError(f"填报项“{self.id}”有none_signs，却不允许“本年度未发生”")

    @property
    def units(self) -> tuple[str, ...]:
        """All units it may be counted in; its own first."""
        return (self.unit, *self.also_units) if self.unit else ()


class Pattern(Entry, frozen=True, kw_only=True):
    """A sentence in official style; ``none`` are fields that must not have happened."""

    id: str
    text: str
    none: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a pattern that cannot be taken apart."""
        parse_pattern(self.text)

    @property
    def sentence(self) -> Sentence:
        """The pattern taken apart."""
        return parse_pattern(self.text)


class Sum(Entry, frozen=True, kw_only=True):
    """A total that must equal the sum of its parts."""

    total: str
    parts: tuple[str, ...]


class Ratio(Entry, frozen=True, kw_only=True):
    """A percentage that follows from two counts."""

    rate: str
    part: str
    whole: str


class Topic(Entry, frozen=True, kw_only=True):
    """One subject of a chapter."""

    id: str
    chapter: Chapter
    title: str
    hint: str
    example: str = ""
    items: tuple[str, ...]
    """The checklist items it answers."""
    field: tuple[Field, ...]
    pattern: tuple[Pattern, ...] = ()
    sum: tuple[Sum, ...] = ()
    ratio: tuple[Ratio, ...] = ()
