"""Where the cursor is in the report, and going to exact characters of a paragraph."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from rolwriter.app.carry.listing import Places
from rolwriter.app.stepping import Place
from rolwriter.model.report import Paragraph, Part
from rolwriter.text.spans import Span
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.chapters.head_tab import HeadTab
from rolwriter.ui.chapters.workspace import HEAD, TRAY, Workspace
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.line_diff import code_points, utf16_length


class Spot:
    """Translates between paragraphs of the report and places on the screen."""

    def __init__(self, desk: Desk, workspace: Workspace) -> None:
        self._desk = desk
        self._workspace = workspace

    def paragraph(self) -> Paragraph | None:
        """The paragraph the cursor is in; None where it is in none."""
        content = self._workspace.content
        if isinstance(content, ChapterTab):
            return _at(self._desk.report.part(content.part_id).paragraphs, content.line)
        if not isinstance(content, HeadTab):
            return None
        for kind, field in content.fields.items():
            parts = self._desk.report.of_kind(kind)
            if field is content.current_field and parts:
                row = _worded_before(field.textCursor().block())
                return _at([p for p in parts[0].paragraphs if p.text], row)
        return None

    def place(self) -> Place | None:
        """The cursor's paragraph and the code point in its words; None where it is in none."""
        paragraph, content = self.paragraph(), self._workspace.content
        edit = content.editor if isinstance(content, ChapterTab) else None
        if isinstance(content, HeadTab):
            edit = content.current_field
        if paragraph is None or edit is None:
            return None
        start = edit.textCursor().selectionStart()
        block = edit.document().findBlock(start)
        line = block.text()
        edge = len(line) - len(line.lstrip())
        return Place(paragraph.id, max(0, code_points(line, start - block.position()) - edge))

    def name(self, paragraph_id: str) -> str:
        """Where a paragraph stands, in words; empty when it is gone."""
        return Places(self._desk.session.project).name(paragraph_id)

    def go_to(self, paragraph_id: str, span: Span | None = None) -> bool:
        """Put the cursor at a paragraph's start, or select these characters of it.

        False, and nothing happens, when the paragraph is gone.
        """
        try:
            part, _ = self._desk.report.locate(paragraph_id)
        except KeyError:
            return False
        if self._workspace.show_key(part.id):
            self._go_in_chapter(part, paragraph_id, span)
        elif not self._go_in_head(part, paragraph_id, span):
            self._workspace.show_key(TRAY)
            self._workspace.focus_text()
        return True

    def _go_in_chapter(self, part: Part, paragraph_id: str, span: Span | None) -> None:
        tab = self._workspace.chapter
        if tab is None:
            return
        row = [p.id for p in part.paragraphs].index(paragraph_id)
        _select(tab.editor, tab.editor.document().findBlockByNumber(row), span)
        self._workspace.focus_text()

    def _go_in_head(self, part: Part, paragraph_id: str, span: Span | None) -> bool:
        first = next(iter(self._desk.report.of_kind(part.kind)))
        if first.id != part.id or not self._workspace.show_key(HEAD):
            return False
        head = self._workspace.content
        if not isinstance(head, HeadTab) or part.kind not in head.fields:
            return False
        field = head.fields[part.kind]
        row = [p.id for p in part.paragraphs if p.text].index(paragraph_id)
        block = field.document().begin()
        while block.isValid() and (_worded_before(block) < row or not block.text().strip()):
            block = block.next()
        _select(field, block, span)
        field.setFocus()
        head.ensureWidgetVisible(field)
        return True


def _at(paragraphs: list[Paragraph] | tuple[Paragraph, ...], row: int) -> Paragraph | None:
    return paragraphs[row] if row < len(paragraphs) and paragraphs[row].text else None


def _worded_before(block: QTextBlock) -> int:
    """How many lines with words stand before this one."""
    count = 0
    before = block.previous()
    while before.isValid():
        count += bool(before.text().strip())
        before = before.previous()
    return count


def _select(edit: QTextEdit, block: QTextBlock, span: Span | None) -> None:
    """Select the span in the words of a line; blanks typed at its edge do not count."""
    if not block.isValid():
        return
    line = block.text()
    words = line.strip()
    start = block.position() + utf16_length(line[: len(line) - len(line.lstrip())])
    cursor = QTextCursor(block)
    cursor.setPosition(start)
    if span is not None:
        cursor.setPosition(start + utf16_length(words[: span.start]))
        end = start + utf16_length(words[: span.end])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    bring = partial(_bring_into_sight, edit, cursor)
    bring()
    # a tab shown for the first time has its size, and its lines their places, only then
    QTimer.singleShot(0, edit, bring)


def _bring_into_sight(edit: QTextEdit, cursor: QTextCursor) -> None:
    """Scroll so that some text stands above the place and more below it.

    A cursor knows its place even when the text has changed meanwhile; a number would not.
    """
    edit.ensureCursorVisible()
    start = QTextCursor(edit.document())
    start.setPosition(cursor.selectionStart())
    place, height = edit.cursorRect(start), edit.viewport().height()
    if place.top() < height // 10 or place.bottom() > height * 6 // 10:
        bar = edit.verticalScrollBar()
        bar.setValue(bar.value() + place.top() - height // 4)
