"""A Word file as a package: its parts, found through relationships or, failing that, by name."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.docx.names import DOCUMENT, RELATIONSHIP, TYPE_OVERRIDE
from rolwriter.readers.guard import Archive, Element, parse_xml
from rolwriter.readers.guard.strict import transitional
from rolwriter.readers.refusals import UNCHANGED

_MAIN_NAME = "word/document.xml"
_MAIN_TYPE = re.compile(r"(wordprocessingml|ms-word)\..*\bmain\+xml$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A tie from one part to another: its kind ("footnotes"), and the part's name."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one Word file. A part is asked for by kind; a missing one is None."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.unreadable: list[str] = []
        """Names of secondary parts that are damaged."""
        self._main_name, self.document = self._find_main()
        self.relationships = self._relationships_of(self._main_name)
        """What the main part refers to inside the file."""

    def part(self, kind: str) -> Element | None:
        """The one part of a kind ("styles", "numbering", "footnotes", …) of the main part."""
        for relationship in self.relationships:
            if relationship.kind == kind:
                root = self.read(relationship.target)
                if root is not None:
                    return root
        # A dangling tie: the part may still lie where every writer puts it.
        return self.read(posixpath.join(posixpath.dirname(self._main_name), f"{kind}.xml"))

    def read(self, name: str) -> Element | None:
        """A part by name; None when it is missing or damaged, which is then remembered."""
        if self._archive.find(name) is None:
            return None
        try:
            return self._parse(name)
        except RolwriterError:
            if name not in self.unreadable:
                self.unreadable.append(name)
            return None

    def _parse(self, name: str) -> Element:
        return parse_xml(transitional(self._archive.read(name)))

    def _find_main(self) -> tuple[str, Element]:
        """The main part: named by the package, else by the list of types, else by custom."""
        names = [tie.target for tie in self._relationships_of("") if tie.kind == "officeDocument"]
        types = self.read("[Content_Types].xml")
        if types is not None:
            names += [
                (override.get("PartName") or "").lstrip("/")
                for override in types.iter(TYPE_OVERRIDE)
                if _MAIN_TYPE.search(override.get("ContentType") or "")
            ]
        for name in [*names, _MAIN_NAME]:
            if self._archive.find(name) is not None:
                root = self._parse(name)
                if root.tag == DOCUMENT:
                    return name, root
        raise _not_word()

    def _relationships_of(self, name: str) -> list[Relationship]:
        """The ties of a part; those that lead out of the file or nowhere are left out."""
        folder, base = posixpath.split(name)
        root = self.read(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return []
        return [
            Relationship(
                tie.get("Id") or "",
                posixpath.basename(tie.get("Type") or ""),
                _resolve(folder, tie.get("Target") or ""),
            )
            for tie in root.iter(RELATIONSHIP)
            if tie.get("TargetMode") != "External"
        ]


def _resolve(folder: str, target: str) -> str:
    """A part's name; like a link it may be relative, rooted, and with escaped characters."""
    path = unquote(target.replace("\\", "/").split("#")[0])
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def _not_word() -> RolwriterError:
    return RolwriterError(
        "这个文件里没有Word正文，它可能是电子表格、演示文稿，或者已经损坏。",
        UNCHANGED,
        "请确认选对了文件；能用Word或WPS打开的，请另存为“Word文档（*.docx）”后再导入。",
    )
