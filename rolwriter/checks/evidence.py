"""What the report answers already: fields by their figures, checklist items by what shows it.

An item is only *found* answered here; the clerk confirms it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.checklist import Item
from rolwriter.checks.field_match import FieldHit, FieldMatcher, any_of, place_rank
from rolwriter.model.report import Paragraph, PartKind, Report, Role
from rolwriter.text.numbering import heading_end
from rolwriter.text.spans import Span


class EvidenceKind(StrEnum):
    """What shows that an item is answered."""

    FIGURE = "figure"
    NONE = "none"
    """The words say that nothing of the kind happened."""
    PHRASE = "phrase"
    HEADING = "heading"
    PART = "part"
    """A part of the document (title, addressee) has words."""


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """A field answered in the text, with the paragraph it stands in."""

    paragraph_id: str
    hit: FieldHit


@dataclass(frozen=True, slots=True)
class ItemEvidence:
    """One sign that an item is answered; ``span`` in the paragraph, in code points."""

    item: str
    kind: EvidenceKind
    paragraph_id: str
    span: Span
    text: str
    field: str = ""
    """The field whose figure it is; empty for other kinds."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All evidence, each list in the order of the text; what has none has no key."""

    fields: Mapping[str, tuple[FieldEvidence, ...]]
    items: Mapping[str, tuple[ItemEvidence, ...]]

    def open(self, items: Iterable[Item]) -> tuple[Item, ...]:
        """Those of the items that nothing in the text answers."""
        return tuple(item for item in items if item.id not in self.items)


def find_evidence(report: Report, catalogue: Catalogue, profiles: Iterable[str] = ()) -> Evidence:
    """The fields and items the report answers, for an organ of such profiles.

    Pure; a paragraph that was looked at before is not looked at again.
    """
    sought = _sought(catalogue, tuple(sorted(profiles)))
    fields = dict[str, list[FieldEvidence]]()
    items = dict[str, list[ItemEvidence]]()
    halves = dict[str, set[bool]]()
    for part in report.parts:
        for paragraph in part.paragraphs:
            for hit in _fields_in(sought, paragraph.text, part.kind, part.role):
                fields.setdefault(hit.field, []).append(FieldEvidence(paragraph.id, hit))
                for item in sought.items_of.get(hit.field, ()):
                    items.setdefault(item, []).append(_from_field(item, paragraph.id, hit))
            for sign in _signs_in(sought, paragraph.text, paragraph.level, part.kind, part.role):
                evidence = ItemEvidence(sign.item, sign.kind, paragraph.id, sign.span, sign.text)
                items.setdefault(sign.item, []).append(evidence)
                halves.setdefault(sign.item, set()).add(sign.second)
    return Evidence(
        {field: tuple(found) for field, found in fields.items()},
        dict(_settled(sought.items, report, items, halves)),
    )


def _settled(
    items: Iterable[Item],
    report: Report,
    found: Mapping[str, list[ItemEvidence]],
    halves: Mapping[str, set[bool]],
) -> Iterator[tuple[str, tuple[ItemEvidence, ...]]]:
    """The evidence of the items that are answered: half an answer counts for nothing."""
    for item in items:
        evidence = [*_parts_evidence(item, report), *found.get(item.id, ())]
        if item.also and halves.get(item.id) != {False, True}:
            evidence = [entry for entry in evidence if entry.field]
        if evidence:
            yield item.id, tuple(evidence)


def _parts_evidence(item: Item, report: Report) -> list[ItemEvidence]:
    """The first words of each part the item asks for; none unless all are there."""
    firsts = [_first_words(report, kind) for kind in item.parts]
    return [
        ItemEvidence(item.id, EvidenceKind.PART, p.id, Span(0, len(p.text)), p.text)
        for p in firsts
        if p is not None and None not in firsts
    ]


def _first_words(report: Report, kind: PartKind) -> Paragraph | None:
    return next((p for part in report.of_kind(kind) for p in part.paragraphs if p.text), None)


@dataclass(frozen=True, slots=True)
class _Sign:
    """Words of one paragraph that speak for an item."""

    item: str
    kind: EvidenceKind
    span: Span
    text: str
    second: bool = False
    """It is one of the item's `also`: the other half of what is asked."""


@dataclass(frozen=True, slots=True, eq=False)
class _SoughtItem:
    """An item with its expressions compiled."""

    item: Item
    headings: re.Pattern[str] | None
    signs: re.Pattern[str] | None
    also: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, eq=False)
class _SoughtAll:
    """All that is looked for, for one catalogue and choice of profiles."""

    matcher: FieldMatcher
    items: tuple[Item, ...]
    compiled: tuple[_SoughtItem, ...]
    items_of: Mapping[str, tuple[str, ...]]
    """The items each field answers."""


@lru_cache(maxsize=8)
def _sought(catalogue: Catalogue, profiles: tuple[str, ...]) -> _SoughtAll:
    topics = catalogue.topics_for(profiles)
    items = catalogue.items_for(profiles)
    known = {item.id for item in items}
    compiled = tuple(
        _SoughtItem(item, any_of(item.headings), any_of(item.signs), any_of(item.also))
        for item in items
    )
    items_of = {
        field.id: tuple(item for item in field.items if item in known)
        for topic in topics
        for field in topic.field
    }
    return _SoughtAll(FieldMatcher(topics), items, compiled, items_of)


@lru_cache(maxsize=1024)
def _fields_in(
    sought: _SoughtAll, text: str, kind: PartKind, role: Role | None
) -> tuple[FieldHit, ...]:
    return tuple(sought.matcher.find(text, kind, role))


@lru_cache(maxsize=1024)
def _signs_in(
    sought: _SoughtAll, text: str, level: int, kind: PartKind, role: Role | None
) -> tuple[_Sign, ...]:
    """What a paragraph shows; the words of a chapter's own heading are no answer yet."""
    heading = heading_end(text, level)
    words = Span(heading if level == 1 else 0, len(text))
    found = list[_Sign]()
    for entry in sought.compiled:
        if place_rank(entry.item.chapter, kind, role) is None:
            continue
        for pattern, span, sort, second in (
            (entry.headings, Span(0, heading), EvidenceKind.HEADING, False),
            (entry.signs, words, EvidenceKind.PHRASE, False),
            (entry.also, words, EvidenceKind.PHRASE, True),
        ):
            match = pattern.search(text, span.start, span.end) if pattern else None
            if match:
                place = Span(*match.span())
                found.append(_Sign(entry.item.id, sort, place, match.group(), second))
    return tuple(found)


def _from_field(item: str, paragraph_id: str, hit: FieldHit) -> ItemEvidence:
    if hit.none:
        kind = EvidenceKind.NONE
    else:
        kind = EvidenceKind.PHRASE if hit.value is None else EvidenceKind.FIGURE
    return ItemEvidence(item, kind, paragraph_id, hit.span, hit.text, hit.field)
