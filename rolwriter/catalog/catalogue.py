"""The catalogue as one checked value: what is asked, how it is written, on what basis."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from rolwriter.catalog.checklist import PRACTICE, Basis, Chapter, Document, Item
from rolwriter.catalog.fixed_sets import FixedSet
from rolwriter.catalog.gather import Gathered, check_own_folder
from rolwriter.catalog.laws import LawTable
from rolwriter.catalog.paths import resource
from rolwriter.catalog.phrases import DatedPhrases
from rolwriter.catalog.profiles import Profile
from rolwriter.catalog.topics import Field, Topic
from rolwriter.catalog.validate import check, check_expressions
from rolwriter.model.errors import RolwriterError
from rolwriter.model.threads import once


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All entries by id; every reference leads somewhere.

    Items stand in the order of the file, topics in that of the chapters.
    """

    documents: Mapping[str, Document]
    items: Mapping[str, Item]
    topics: Mapping[str, Topic]
    fields: Mapping[str, Field]
    topic_of: Mapping[str, Topic]
    """The topic of each field, by the field's id."""
    profiles: Mapping[str, Profile]
    fixed_sets: Mapping[str, FixedSet]
    phrases: DatedPhrases
    laws: LawTable

    def chosen(self, profiles: Iterable[str] = ()) -> tuple[Profile, ...]:
        """The profiles in force: of each group the one named, else the default.

        Unknown ids are passed over: an office's own folder may be gone.
        """
        named = [self.profiles[profile] for profile in profiles if profile in self.profiles]
        groups = {profile.group for profile in named}
        rest = (p for p in self.profiles.values() if p.default and p.group not in groups)
        return (*named, *rest)

    def items_for(
        self, profiles: Iterable[str] = (), not_happened: Collection[str] = ()
    ) -> tuple[Item, ...]:
        """The items such an organ is asked, with the level they have for it.

        ``not_happened``: ids of fields ticked 本年度未发生 or zero; items that hang on
        them fall away.
        """
        chosen = self.chosen(profiles)
        seen = _seen(self.items, chosen, self.profiles.values())
        levels = {item: level for profile in chosen for item, level in profile.levels.items()}
        return tuple(
            msgspec.structs.replace(item, level=levels.get(item.id, item.level))
            for item in self.items.values()
            if item.id in seen and item.only_if not in not_happened
        )

    def topics_for(self, profiles: Iterable[str] = ()) -> tuple[Topic, ...]:
        """The topics such an organ is offered: those with an item it is asked."""
        chosen = self.chosen(profiles)
        asked = _seen(self.items, chosen, self.profiles.values())
        special = {topic for profile in self.profiles.values() for topic in profile.adds_topics}
        added = {topic for profile in chosen for topic in profile.adds_topics}
        return tuple(
            topic
            for topic in self.topics.values()
            if asked.intersection(topic.items) and (topic.id not in special or topic.id in added)
        )

    def fields_of(self, item_id: str) -> tuple[Field, ...]:
        """The fields that answer an item."""
        return tuple(field for field in self.fields.values() if item_id in field.items)

    def basis_words(self, basis: Basis) -> str:
        """The basis as it may be shown: an article only where it was read in the text."""
        note = f"（{basis.note}）" if basis.note else ""
        if not basis.document:
            return f"{PRACTICE}{note}"
        document = self.documents[basis.document]
        number = f"（{document.number}）" if document.number else ""
        wording = "" if document.title_checked else "（文件名称未核对）"
        unchecked = "" if basis.verified else "（条号未核对）"
        return f"《{document.title}》{number}{wording}{basis.article}{unchecked}{note}"


def load_catalogue(extra: Path | None = None) -> Catalogue:
    """The program's own catalogue, with an office's folder laid over it if there is one.

    RolwriterError, with file, key and line, when a folder is broken; without ``extra``
    the official catalogue is always to be had.
    """
    if extra is None:
        return _official()
    gathered = Gathered()
    gathered.add(resource("catalog"))
    try:
        check_own_folder(extra)
        gathered.add(extra)
        check(gathered)
        check_expressions(gathered, extra)
    except RolwriterError as error:
        raise RolwriterError(
            error.what,
            "本单位的资料夹没有使用，程序仍按自带的资料工作，您的报告没有改动。",
            "请按提示的位置改正后重新载入，或在设置中取消这个资料夹。写法见帮助“本单位的资料夹”。",
        ) from error
    return _catalogue(gathered)


@once
def _official() -> Catalogue:
    gathered = Gathered()
    gathered.add(resource("catalog"))
    check(gathered)
    return _catalogue(gathered)


def _catalogue(gathered: Gathered) -> Catalogue:
    rank = {chapter: place for place, chapter in enumerate(Chapter)}
    ordered = sorted(gathered.topics.entries.values(), key=lambda topic: rank[topic.chapter])
    topics = {topic.id: topic for topic in ordered}
    return Catalogue(
        documents=gathered.documents.entries,
        items=gathered.items.entries,
        topics=topics,
        fields={field.id: field for topic in topics.values() for field in topic.field},
        topic_of={field.id: topic for topic in topics.values() for field in topic.field},
        profiles=gathered.profiles.entries,
        fixed_sets=gathered.fixed_sets.entries,
        phrases=DatedPhrases(gathered.phrases.entries.values(), gathered.laws.replaced),
        laws=gathered.laws,
    )


def _seen(
    items: Mapping[str, Item], chosen: Collection[Profile], known: Collection[Profile]
) -> set[str]:
    special = {item for profile in known for item in profile.adds}
    added = {item for profile in chosen for item in profile.adds}
    hidden = {item for profile in chosen for item in profile.hides}
    return (set(items) - special | added) - hidden
