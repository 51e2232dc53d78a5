"""From the tree of a page to its lines, each with what is needed to judge it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rolwriter.model.source import SourceKind
from rolwriter.readers import typed
from rolwriter.readers.html.lists import labels_of
from rolwriter.readers.html.tables import is_data_table, outside_cells, rows_of
from rolwriter.readers.html.tree import BLOCKS, Node

_SPACE = re.compile(r"[ \t\n\r\f]+")
# Between two of these a line end in the source is no space (CSS Text, segment breaks).
_WIDE = r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uff60—…“”‘’]"
_SOURCE_BREAK = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\n\r\f]*(?={_WIDE})")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "math",
        "map",
        "audio",
        "video",
    ]
)
"""Elements without words of the page."""
FURNITURE = frozenset(["nav", "footer", "aside", "select", "button", "textarea", "menu"])
"""Elements that belong to the site and not to the text."""


@dataclass(slots=True)
class Block:
    """One line as it is shown, and where in the tree it stands."""

    text: str
    path: tuple[Node, ...]
    kind: SourceKind = SourceKind.BODY
    outline: int | None = None
    linked: int = 0
    """How many of the characters are link text."""


@dataclass(slots=True)
class Page:
    """All lines of a page, and what was not shown."""

    blocks: list[Block] = field(default_factory=list[Block])
    hidden: list[str] = field(default_factory=list[str])
    deleted: list[str] = field(default_factory=list[str])
    pictures: list[tuple[Node, ...]] = field(default_factory=list["tuple[Node, ...]"])


def blocks_of(root: Node, *, is_document: bool) -> Page:
    """The lines of a page in reading order; in a document every table holds data."""
    builder = _Builder(is_document=is_document)
    builder.visit(root, ())
    builder.end_block((root,))
    return builder.page


class _Builder:
    def __init__(self, *, is_document: bool) -> None:
        self.page = Page()
        self._is_document = is_document
        self._words: list[str] = []
        self._length = 0
        self._linked = 0
        self._broken = False
        self._label = ""
        self._labels: dict[Node, dict[Node, str]] = {}
        self._verbatim = False

    def visit(self, node: Node, above: tuple[Node, ...]) -> None:
        """Take in an element and all below it; the tree is at most 200 deep."""
        path = (*above, node)
        for child in node.children:
            if isinstance(child, str):
                self._text(child, path)
            elif child.tag == "br":
                self._line_break(path)
            elif child.tag == "img":
                self.page.pictures.append(path)
            elif not self._is_unseen(child):
                self._element(child, path)

    def _is_unseen(self, node: Node) -> bool:
        if node.tag in UNSEEN or node.get("class") in {"sdfootnoteanc", "sdfootnotesym"}:
            return True
        target = None
        if node.tag == "del" and {"cite", "datetime"} & node.attributes.keys():
            target = self.page.deleted
        elif "hidden" in node.attributes or _HIDDEN.search(node.get("style")):
            target = self.page.hidden
        if target is None:
            return False
        text = plain_text(node)
        if text:
            target.append(text)
        return True

    def _element(self, node: Node, path: tuple[Node, ...]) -> None:
        if node.tag == "table" and is_data_table(node, is_document=self._is_document):
            self.end_block(path)
            self._table(node, (*path, node))
            return
        if node.tag not in BLOCKS:
            before = self._length
            self.visit(node, path)
            if node.tag == "a":
                self._linked += max(0, self._length - before)
            return
        self.end_block(path)
        if node.tag == "li":
            parent = path[-1]
            if parent not in self._labels:
                self._labels[parent] = labels_of(parent)
            self._label = self._labels[parent].get(node, "")
        outer, self._verbatim = self._verbatim, self._verbatim or node.tag == "pre"
        self.visit(node, path)
        self.end_block((*path, node))
        self._verbatim = outer

    def _table(self, table: Node, path: tuple[Node, ...]) -> None:
        for stray in outside_cells(table):
            self.visit(stray, path)
            self.end_block(path)
        for row in rows_of(table):
            words = typed.row(map(self._lines_of, row))
            if words:
                self.page.blocks.append(Block(words, path, SourceKind.TABLE))

    def _lines_of(self, cell: Node) -> list[str]:
        inner = blocks_of(cell, is_document=True)
        self.page.hidden += inner.hidden
        self.page.deleted += inner.deleted
        self.page.pictures += inner.pictures
        return [block.text for block in inner.blocks if block.text]

    def _text(self, text: str, path: tuple[Node, ...]) -> None:
        if not self._verbatim:
            self._add(text)
            return
        first, *others = text.split("\n")
        self._add(first)
        for line in others:
            self._line_break(path)
            self._add(line)

    def _add(self, text: str) -> None:
        self._words.append(text)
        self._length += len(text)

    def _drop(self) -> None:
        self._words.clear()
        self._length = self._linked = 0

    def _line_break(self, path: tuple[Node, ...]) -> None:
        self._emit(path)
        self._broken = True

    def end_block(self, path: tuple[Node, ...]) -> None:
        """The end of a block: a line break just before it makes no line of its own."""
        if self._clean("".join(self._words)):
            self._emit(path)
        self._drop()
        self._broken = False

    def _emit(self, path: tuple[Node, ...]) -> None:
        text = self._clean("".join(self._words))
        if self._label and text:
            text = f"{self._label}{typed.gap(self._label, text)}{text}"
            self._label = ""
        tag = next((node.tag for node in reversed(path) if node.tag in BLOCKS), "")
        outline = int(tag[1]) if re.fullmatch("h[1-6]", tag) else None
        linked = min(self._linked, len(text))
        self.page.blocks.append(Block(text, path, _kind_of(path), outline, linked))
        self._drop()

    def _clean(self, text: str) -> str:
        return text.strip("\r") if self._verbatim else collapse(text)


def collapse(text: str) -> str:
    """White space as a browser shows it; a full-width space is a character like others."""
    return _SPACE.sub(" ", _SOURCE_BREAK.sub("", text)).strip(" ")


def _kind_of(path: tuple[Node, ...]) -> SourceKind:
    for node in path:
        if node.tag == "div":
            if node.get("title") in {"header", "footer"}:
                return SourceKind(node.get("title"))
            if re.match(r"sd(foot|end)note\d", node.get("id")):
                return SourceKind.FOOTNOTE
    return SourceKind.BODY


def plain_text(node: Node) -> str:
    """All words of an element on one line."""
    return collapse(" ".join(_strings(node)))


def _strings(node: Node) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in UNSEEN:
            yield from _strings(child)
