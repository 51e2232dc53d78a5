"""The entries of the catalogue from its folders, each with the file and place it came from.

Later folders add entries, or take the place of those with the same id. Within one
folder an id may be given once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from rolwriter.catalog.checklist import Document, Item
from rolwriter.catalog.entry import Entry
from rolwriter.catalog.fixed_sets import FixedSet
from rolwriter.catalog.laws import LawTable, read_laws
from rolwriter.catalog.load import load_toml, refused
from rolwriter.catalog.phrases import Phrase, PhraseFile
from rolwriter.catalog.profiles import Profile
from rolwriter.catalog.toml_place import line_of
from rolwriter.catalog.topics import Topic
from rolwriter.model.errors import RolwriterError

FILE_NAMES = (
    "documents.toml", "checklist.toml", "topics*.toml", "profiles.toml", "fixed_sets.toml",
    "phrases.toml", "laws.tsv",
)  # fmt: skip
"""What a folder may hold; topics may be spread over several files."""


class _WithId(Protocol):
    @property
    def id(self) -> str: ...


_E = TypeVar("_E", bound=_WithId)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands: ``path`` in the manner of ``$.topic[2]``."""

    file: Path
    path: str

    def refusal(self, why: str, inside: str = "") -> RolwriterError:
        """The error for this entry; ``inside`` leads on from its path: ``.field[0]``."""
        try:
            text = self.file.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return refused(self.file, why)
        return refused(self.file, why, line_of(text, self.path + inside))


@dataclass(slots=True)
class Shelf(Generic[_E]):
    """Entries of one kind by id, and where each stands."""

    what: str
    entries: dict[str, _E] = field(default_factory=dict[str, _E])
    places: dict[str, Place] = field(default_factory=dict[str, Place])

    def add(self, file: Path, table: str, entries: Iterable[_E]) -> None:
        """Take entries up; RolwriterError for an id the same folder gave before."""
        for index, entry in enumerate(entries):
            place = Place(file, f".{table}[{index}]")
            old = self.places.get(entry.id)
            if old and old.file.parent == file.parent:
                raise place.refusal(
                    f"{self.what}“{entry.id}”写了两次（另一处在“{old.file.name}”）", ".id"
                )
            self.entries[entry.id] = entry
            self.places[entry.id] = place


@dataclass(slots=True)
class Gathered:
    """All that the folders hold."""

    documents: Shelf[Document] = field(default_factory=lambda: Shelf("文件"))
    items: Shelf[Item] = field(default_factory=lambda: Shelf("检查事项"))
    topics: Shelf[Topic] = field(default_factory=lambda: Shelf("填报主题"))
    profiles: Shelf[Profile] = field(default_factory=lambda: Shelf("单位情况"))
    fixed_sets: Shelf[FixedSet] = field(default_factory=lambda: Shelf("固定表述"))
    phrases: Shelf[Phrase] = field(default_factory=lambda: Shelf("时效用语"))
    laws: LawTable = field(default_factory=lambda: LawTable("", {}))

    def add(self, folder: Path) -> None:
        """Take a folder's files up; RolwriterError for whatever does not fit."""
        for path in sorted(folder.iterdir()):
            self._add_file(path)

    def _add_file(self, path: Path) -> None:
        match path.name:
            case "documents.toml":
                self.documents.add(path, "document", load_toml(path, _Documents).document)
            case "checklist.toml":
                self.items.add(path, "item", load_toml(path, _Items).item)
            case "profiles.toml":
                self.profiles.add(path, "profile", load_toml(path, _Profiles).profile)
            case "fixed_sets.toml":
                self.fixed_sets.add(path, "set", load_toml(path, _Sets).set)
            case "phrases.toml":
                self.phrases.add(path, "phrase", load_toml(path, PhraseFile).phrase)
            case "laws.tsv":
                more = read_laws(path)
                by_title = {**self.laws.by_title, **more.by_title}
                self.laws = LawTable(self.laws.as_of or more.as_of, by_title)
            case name if name.startswith("topics") and name.endswith(".toml"):
                self.topics.add(path, "topic", load_toml(path, _Topics).topic)
            case _:
                pass


class _Documents(Entry, frozen=True):
    document: tuple[Document, ...]


class _Items(Entry, frozen=True):
    item: tuple[Item, ...]


class _Profiles(Entry, frozen=True):
    profile: tuple[Profile, ...]


class _Sets(Entry, frozen=True):
    set: tuple[FixedSet, ...]


class _Topics(Entry, frozen=True):
    topic: tuple[Topic, ...]


def check_own_folder(folder: Path) -> None:
    """Refuse an office's folder that is none, is empty, or holds a misspelt file name."""
    if not folder.is_dir():
        raise refused(folder, "找不到这个资料夹")
    names = list(_data_files(folder))
    if not names:
        raise refused(folder, f"里面没有资料文件（应当是{'、'.join(FILE_NAMES)}）")
    for path in names:
        if not any(path.match(pattern) for pattern in FILE_NAMES):
            raise refused(path, f"不认识这个文件名（应当是{'、'.join(FILE_NAMES)}）")


def _data_files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.iterdir()) if path.suffix in {".toml", ".tsv"})
