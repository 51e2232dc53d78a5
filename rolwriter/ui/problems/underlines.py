"""Underlines in the text fields: only the paragraphs whose findings changed are drawn anew."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip
from shiboken6 import isValid

from rolwriter.model.report import Paragraph, Part, PartKind
from rolwriter.ui.chapters.chapter_tab import ChapterTab, changed_rows
from rolwriter.ui.chapters.head_tab import HeadTab
from rolwriter.ui.chapters.level_highlighter import LevelHighlighter
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.line_diff import code_points
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.kit.plain_edit import PlainEdit
from rolwriter.ui.problems.marks import Mark


@dataclass(slots=True)
class _Field:
    """A text field, what it shows of the report, and the paragraphs it was drawn with."""

    highlighter: LevelHighlighter
    part_id: str = ""
    kind: PartKind | None = None
    drawn: tuple[Paragraph, ...] = ()


class Underlines(QObject):
    """Knows the fields that were built so far and the marks of every paragraph."""

    def __init__(self, desk: Desk, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workspace = workspace
        self._fields: dict[PlainEdit, _Field] = {}
        self._marks: dict[str, tuple[Mark, ...]] = {}
        workspace.moved.connect(self._find_fields)
        self._find_fields()

    def show(self, marks: Mapping[str, tuple[Mark, ...]]) -> None:
        """These are all the marks; paragraphs where they differ are drawn anew."""
        gone = dict[str, tuple[Mark, ...]].fromkeys(self._marks, ())
        self.update({**gone, **marks})

    def update(self, marks: Mapping[str, tuple[Mark, ...]]) -> None:
        """These are the marks of these paragraphs; the others keep theirs."""
        differ = {key for key, mine in marks.items() if self._marks.get(key, ()) != mine}
        self._marks.update(marks)
        # the fields of a chapter that was removed are gone
        self._fields = {edit: field for edit, field in self._fields.items() if isValid(edit)}
        for edit, field in self._fields.items():
            self._draw(edit, field, differ)

    def place_at(self, edit: QTextEdit, cursor: QTextCursor) -> tuple[str, int] | None:
        """The paragraph at the cursor and the code point in its words; None where there is none."""
        field = self._fields.get(edit) if isinstance(edit, PlainEdit) else None
        if field is None or not isinstance(edit, PlainEdit):
            return None
        block = cursor.block()
        paragraph = _at(self._paragraphs(edit, field), block.blockNumber())
        if paragraph is None:
            return None
        line = block.text()
        edge = len(line) - len(line.lstrip())
        return paragraph.id, max(0, code_points(line, cursor.positionInBlock()) - edge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say what is wrong with the words under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            edit = watched.parent()
            if isinstance(edit, PlainEdit):
                words = self._said_at(edit, edit.cursorForPosition(event.pos()))
                if words:
                    QToolTip.showText(event.globalPos(), plain_words(words), edit)
                    return True
        return super().eventFilter(watched, event)

    def _said_at(self, edit: PlainEdit, cursor: QTextCursor) -> str:
        place = self.place_at(edit, cursor)
        marks = self._marks.get(place[0], ()) if place else ()
        here = [m.message for m in marks if place and m.start <= place[1] <= m.end]
        return "\n".join(reversed(here))

    def _find_fields(self) -> None:
        content = self._workspace.content
        if isinstance(content, ChapterTab):
            if content.editor not in self._fields:
                self._adopt(content.editor, _Field(content.editor.highlighter, content.part_id))
        elif isinstance(content, HeadTab):
            for kind, field in content.fields.items():
                if field not in self._fields:
                    highlighter = LevelHighlighter(field.document())
                    self._adopt(field, _Field(highlighter, kind=kind))

    def _adopt(self, edit: PlainEdit, field: _Field) -> None:
        self._fields[edit] = field
        field.highlighter.marks_at = partial(self._marks_at, edit, field)
        edit.viewport().installEventFilter(self)
        self._draw(edit, field, set(self._marks))

    def _draw(self, edit: PlainEdit, field: _Field, differ: set[str]) -> None:
        part = self._part(field)
        paragraphs = part.paragraphs if part else ()
        before, field.drawn = field.drawn, paragraphs
        if before is paragraphs and not differ:
            return
        if field.kind is not None:  # a field of the form is a few lines at most
            field.highlighter.draw(range(edit.document().blockCount()))
            return
        rows = {row for row, p in enumerate(paragraphs) if p.id in differ}
        if before is not paragraphs:
            touched = changed_rows(before, paragraphs)
            rows.update(row for row in touched if self._marks.get(paragraphs[row].id))
        field.highlighter.draw(sorted(rows))

    def _marks_at(self, edit: PlainEdit, field: _Field, row: int) -> Sequence[Mark]:
        paragraph = _at(self._paragraphs(edit, field), row)
        return self._marks.get(paragraph.id, ()) if paragraph else ()

    def _paragraphs(self, edit: PlainEdit, field: _Field) -> Sequence[Paragraph | None]:
        """What each line of the field shows."""
        part = self._part(field)
        if part is None:
            return ()
        if field.kind is None:
            return part.paragraphs
        worded = iter([p for p in part.paragraphs if p.text])
        return list(_by_line(edit.lines(), worded))

    def _part(self, field: _Field) -> Part | None:
        report = self._desk.report
        if field.kind is not None:
            return next(iter(report.of_kind(field.kind)), None)
        return next((part for part in report.parts if part.id == field.part_id), None)


def _by_line(lines: Iterable[str], worded: Iterator[Paragraph]) -> Iterator[Paragraph | None]:
    for line in lines:
        yield next(worded, None) if line.strip() else None


def _at(paragraphs: Sequence[Paragraph | None], row: int) -> Paragraph | None:
    return paragraphs[row] if row < len(paragraphs) else None
