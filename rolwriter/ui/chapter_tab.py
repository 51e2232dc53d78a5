"""One chapter: what question it answers, and its text on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rolwriter.model.change import SetParagraphs, SetRole
from rolwriter.model.rebind import rebind
from rolwriter.model.report import Carry, Paragraph, Part, Role
from rolwriter.ui.desk import Desk
from rolwriter.ui.names import ROLE_NAMES
from rolwriter.ui.report_edit import ReportEdit


class ChapterTab(QWidget):
    """The chapter of that id; shows what the session holds and hands on what is typed."""

    def __init__(self, desk: Desk, part_id: str, zoom: int) -> None:
        super().__init__()
        self.part_id = part_id
        self._desk = desk
        self._shown: Part | None = None
        self._typing = False
        self.role = QComboBox(self)
        self.editor = ReportEdit(desk.faces, self)
        self._build()
        self.editor.set_zoom(zoom)
        desk.adopt(self.editor)
        self.editor.edited.connect(self._take_text)
        self.role.activated.connect(self._take_role)
        self.refresh()

    @property
    def line(self) -> int:
        """The number of the paragraph the cursor is in."""
        return self.editor.textCursor().blockNumber()

    def refresh(self) -> None:
        """Show the chapter as the session has it."""
        part = self._desk.report.part(self.part_id)
        if part is self._shown:
            return
        before, self._shown = self._shown, part
        if not self._typing:  # else the words are on the screen already
            self.editor.set_lines([p.text for p in part.paragraphs] or [""])
        rows = changed_rows(before.paragraphs if before else (), part.paragraphs)
        self.editor.show_levels({row: part.paragraphs[row].level for row in rows})
        if before is None:
            self.editor.go_to_line(0)
        rows = enumerate(part.paragraphs)
        self.editor.mark(row for row, p in rows if p.carry is Carry.UNREAD and p.text)
        self.role.setCurrentIndex(self.role.findData(part.role or Role.THEME))

    def selected_lines(self) -> range:
        """The numbers of the paragraphs the selection, or the cursor, touches."""
        cursor = self.editor.textCursor()
        document = self.editor.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        return range(first, document.findBlock(cursor.selectionEnd()).blockNumber() + 1)

    def set_level(self, level: int) -> None:
        """Give the selected paragraphs that level by hand."""
        part = self._desk.report.part(self.part_id)
        touched = self.selected_lines()
        paragraphs = tuple(
            replace(p, level=level) if index in touched else p
            for index, p in enumerate(part.paragraphs)
        )
        if paragraphs != part.paragraphs:
            self._desk.history.do(SetParagraphs(part.id, paragraphs), "设置级别")

    def current_level(self) -> int:
        """The level of the paragraph the cursor is in."""
        paragraphs = self._desk.report.part(self.part_id).paragraphs
        return paragraphs[self.line].level if self.line < len(paragraphs) else 0

    def _build(self) -> None:
        label = QLabel("本章内容(&T)：", self)
        label.setBuddy(self.role)
        for role, name in ROLE_NAMES.items():
            self.role.addItem(name, role)
        self.role.setAccessibleName("本章内容")
        self.role.setToolTip("本章回答法定的哪一项内容；检查是否写全时按它判断，章的先后不限。")
        self.editor.setAccessibleName("本章正文")
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addWidget(label)
        bar.addWidget(self.role)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.editor, 1)
        self.setFocusProxy(self.editor)

    def _take_text(self) -> None:
        part = self._desk.report.part(self.part_id)
        texts = [line.strip() for line in self.editor.lines()]
        paragraphs = rebind(part.paragraphs, texts, self._desk.session.fresh_ids())
        if paragraphs != part.paragraphs:
            change = SetParagraphs(part.id, paragraphs)
            merge = f"{part.id}:{len(paragraphs)}"
            self._typing = True
            try:
                self._desk.history.do(change, "打字", source=self, merge=merge)
            finally:
                self._typing = False

    def _take_role(self) -> None:
        role = Role(self.role.currentData())
        if role != self._desk.report.part(self.part_id).role:
            self._desk.history.do(SetRole(self.part_id, role), "设置本章内容", source=self)


def changed_rows(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> range:
    """The numbers in ``after`` of the paragraphs between those both have in common.

    A paragraph that was not touched is the same object, so that this costs nothing.
    """
    shortest = min(len(before), len(after))
    head = 0
    while head < shortest and before[head] is after[head]:
        head += 1
    tail = 0
    while tail < shortest - head and before[-1 - tail] is after[-1 - tail]:
        tail += 1
    return range(head, len(after) - tail)
