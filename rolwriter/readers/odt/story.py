"""A walk over one text of an OpenDocument file: its body, a header, a note, a text box."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rolwriter.model.source import SourceKind, SourceParagraph
from rolwriter.readers.guard import Element
from rolwriter.readers.odt import names
from rolwriter.readers.odt.findings import Findings
from rolwriter.readers.odt.lists import Numbering, OpenList
from rolwriter.readers.odt.names import table, text
from rolwriter.readers.odt.styles import Styles, to_int
from rolwriter.readers.typed import row

_BLANKS = re.compile(r"[ \t\r\n]+")
_BREAK = "\n"
_WIDEST = 1000
"""Blanks that one text:s can stand for, and columns that one cell can be repeated over."""


@dataclass(slots=True)
class Context:
    """What all stories of a file share."""

    styles: Styles
    findings: Findings
    numbering: Numbering
    footnotes: list[SourceParagraph] = field(default_factory=list[SourceParagraph])
    comments: list[SourceParagraph] = field(default_factory=list[SourceParagraph])


@dataclass(slots=True)
class _Item:
    """The place in a list that the next paragraph takes."""

    opened: OpenList
    level: int
    start: int | None
    pending: bool
    """Whether the item still waits for the paragraph that bears its number."""


class StoryReader:
    """Gathers the paragraphs of one story."""

    def __init__(self, context: Context, kind: SourceKind) -> None:
        self._context = context
        self._kind = kind
        self.paragraphs: list[SourceParagraph] = []
        self._boxes: list[SourceParagraph] = []
        self._words: list[str] = []
        self._item: _Item | None = None
        self._handlers: dict[str, Callable[[Element], None]] = {
            names.P: self._paragraph,
            names.H: self._paragraph,
            names.LIST: self._list,
            table("table"): self._table,
            text("tracked-changes"): self._tracked,
            text("section"): self._section,
        }

    def read(self, parent: Element) -> list[SourceParagraph]:
        """The paragraphs of everything below an element."""
        for child in parent:
            handler = self._handlers.get(child.tag)
            if handler is not None:
                handler(child)
            elif child.tag in (names.FRAME, names.TEXT_BOX) or child.tag.startswith(names.DRAWING):
                self._drawing(child)
                self._emit_boxes()
            elif child.tag not in names.UNSEEN:
                self.read(child)
        return self.paragraphs

    def _emit_boxes(self) -> None:
        self.paragraphs += self._boxes
        self._boxes.clear()

    def _below(self, parent: Element, kind: SourceKind) -> list[SourceParagraph]:
        return StoryReader(self._context, kind).read(parent)

    def _tracked(self, changes: Element) -> None:
        for deletion in changes.iter(text("deletion")):
            words = [p.text for p in StoryReader(_silent(self._context), self._kind).read(deletion)]
            if any(words):
                self._context.findings.deleted.append("\n".join(words))

    def _section(self, section: Element) -> None:
        if section.get(text("display")) == "none":
            words = [p.text for p in StoryReader(_silent(self._context), self._kind).read(section)]
            self._context.findings.hidden += [word for word in words if word]
        else:
            self.read(section)

    def _list(self, element: Element) -> None:
        outer = self._item
        if outer is None:
            opened, level = self._open(element), 1
        else:
            opened, level = outer.opened, outer.level + 1
            own = self._context.styles.lists.get(element.get(names.STYLE_NAME) or "")
            if own is not None:
                opened = OpenList(own, opened.counts)
        for item in element.iterchildren(names.LIST_ITEM, names.LIST_HEADER):
            value = item.get(text("start-value"))
            start = to_int(value, 1) if value is not None else None
            self._item = _Item(opened, level, start, item.tag == names.LIST_ITEM)
            self.read(item)
        self._item = outer

    def _open(self, element: Element) -> OpenList:
        styles = self._context.styles
        name = element.get(names.STYLE_NAME) or self._style_inside(element)
        return self._context.numbering.open(
            styles.lists.get(name, {}),
            name,
            element.get(names.ID) or "",
            element.get(text("continue-list")) or "",
            go_on=element.get(text("continue-numbering")) == "true",
        )

    def _style_inside(self, element: Element) -> str:
        """A list without a style of its own takes that of its first paragraph."""
        for paragraph in element.iter(names.P, names.H):
            return self._context.styles.list_style_of(paragraph.get(names.STYLE_NAME))
        return ""

    def _paragraph(self, element: Element) -> None:
        styles = self._context.styles
        style = element.get(names.STYLE_NAME)
        outer, self._words = self._words, []
        self._inline(element)
        words = "".join(self._words).strip(" ")
        self._words = outer
        if styles.is_hidden("paragraph", style):
            self._context.findings.hidden += [words] if words else []
            self._emit_boxes()
            return
        label = self._label(element, words)
        outline = to_int(element.get(text("outline-level")), 1) if element.tag == names.H else None
        if outline is None and styles.is_title(style):
            outline = 0
        lines = f"{label}{words}".split(_BREAK)
        self._context.findings.soft_breaks += len(lines) - 1
        self.paragraphs += [SourceParagraph(line, self._kind, outline) for line in lines]
        self._emit_boxes()

    def _label(self, element: Element, words: str) -> str:
        item, numbering = self._item, self._context.numbering
        if item is not None:
            if not item.pending:
                return ""
            item.pending = False
            return numbering.label(item.opened, item.level, item.start, words)
        if element.tag != names.H or element.get(text("is-list-header")) == "true":
            return ""
        level = to_int(element.get(text("outline-level")), 1)
        start = element.get(text("start-value"))
        first = to_int(start, 1) if start is not None else None
        return numbering.heading(self._context.styles.outline, level, first, words)

    def _inline(self, element: Element) -> None:
        self._say(element.text)
        for child in element:
            self._inline_child(child)
            self._say(child.tail)

    def _say(self, words: str | None) -> None:
        if words:
            self._words.append(_BLANKS.sub(" ", words))

    def _inline_child(self, child: Element) -> None:
        tag = child.tag
        if tag == text("s"):
            self._words.append(" " * min(to_int(child.get(text("c")), 1), _WIDEST))
        elif tag == text("tab"):
            self._words.append("\t")
        elif tag == text("line-break"):
            self._words.append(_BREAK)
        elif tag == text("note"):
            body = child.find(text("note-body"))
            if body is not None:
                self._context.footnotes += self._below(body, SourceKind.FOOTNOTE)
        elif tag == names.ANNOTATION:
            self._context.comments += self._below(child, SourceKind.COMMENT)
        elif tag.startswith(names.DRAWING):
            self._drawing(child)
        elif tag == text("span") and self._context.styles.is_hidden(
            "text", child.get(names.STYLE_NAME)
        ):
            self._hidden(child)
        elif tag in (names.P, names.H, names.LIST, table("table")):
            # never in a sound file: words are kept, whatever they stand in
            self._boxes += self._below(child, self._kind)
        elif tag not in names.UNSEEN:
            self._inline(child)

    def _hidden(self, span: Element) -> None:
        outer, self._words = self._words, []
        self._inline(span)
        words = "".join(self._words)
        self._words = outer
        if words:
            self._context.findings.hidden.append(words)

    def _drawing(self, element: Element) -> None:
        """A drawing's words follow its paragraph; a picture is counted once."""
        if element.tag in (names.IMAGE, names.OBJECT):
            self._context.findings.pictures += 1
            return
        found = self._below(element, SourceKind.TEXT_BOX)
        kind = self._kind if self._kind is not SourceKind.BODY else SourceKind.TEXT_BOX
        self._boxes += [
            SourceParagraph(p.text, kind if p.kind is SourceKind.TEXT_BOX else p.kind)
            for p in found
            if p.text.strip()
        ]

    def _table(self, element: Element) -> None:
        for line in element.iter(table("table-row")):
            if _table_of(line) is not element:
                continue
            cells: list[list[str]] = []
            for cell in line.iterchildren(table("table-cell"), table("covered-table-cell")):
                repeated = to_int(cell.get(table("number-columns-repeated")), 1)
                found = self._below(cell, self._kind)
                cells += [[p.text for p in found]] * min(max(repeated, 1), _WIDEST)
            words = row(cells)
            if words:
                self._context.findings.rows += 1
                kind = SourceKind.TABLE if self._kind is SourceKind.BODY else self._kind
                self.paragraphs.append(SourceParagraph(words, kind))


def _table_of(line: Element) -> Element | None:
    return next(iter(line.iterancestors(table("table"))), None)


def _silent(context: Context) -> Context:
    """A context for words that are not read: they count no list on and leave no notes."""
    return Context(context.styles, Findings(), Numbering(set()))
