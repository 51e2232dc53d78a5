"""One chapter or attachment: its text on the sheet, and the question a chapter answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from rolwriter.app.ledger.cells import previous_words, value_words
from rolwriter.app.ledger.link_acts import breaks_between, link_at
from rolwriter.model.change import SetParagraphs, SetRole
from rolwriter.model.ledger import Figure
from rolwriter.model.rebind import rebind
from rolwriter.model.report import Carry, Paragraph, Part, PartKind, Role
from rolwriter.ui.chapters.report_edit import ReportEdit
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.line_diff import code_points
from rolwriter.ui.kit.names import ROLE_NAMES
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.ledger.link_bar import LinkBar

if TYPE_CHECKING:
    from rolwriter.ui.guide.pane import GuidePane


_ATTACHED = "附件：第一行写“附件1”，第二行写名称，以下是内容。打印和导出时另起一页。"
TEXT_LEFT = 160
"""What the guided fields leave to the text at least, in pixels."""


class ChapterTab(QWidget):
    """The chapter of that id; shows what the session holds and hands on what is typed."""

    links_dropped = Signal(object)
    """Typing broke these links: a list of `LinkBreak`."""

    def __init__(self, desk: Desk, part_id: str, zoom: int) -> None:
        super().__init__()
        self.part_id = part_id
        self._desk = desk
        self._shown: Part | None = None
        self._typing = False
        self.role = QComboBox(self)
        self.editor = ReportEdit(desk.faces, self)
        self.link_bar = LinkBar(self)
        self.link_bar_connected = False
        self.guide: GuidePane | None = None
        """The guided fields, once they were asked for."""
        self._build()
        self.editor.show_links_by(self._links_at)
        self.editor.tip_at = self._tip_at
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
        self._draw_links(before, part, rows)
        if before is None:
            self.editor.go_to_line(0)
        rows = enumerate(part.paragraphs)
        self.editor.mark(row for row, p in rows if p.carry is Carry.UNREAD and p.text)
        self.role.setCurrentIndex(self.role.findData(part.role or Role.THEME))

    def selected_characters(self) -> tuple[int, int]:
        """Begin and end of the selection in the words of the cursor's paragraph (code points).

        The cursor's place twice when nothing is selected; a selection beyond the
        paragraph counts as far as its edges.
        """
        cursor = self.editor.textCursor()
        block = cursor.block()
        edge = len(block.text()) - len(block.text().lstrip())

        def place(position: int) -> int:
            inside = max(0, min(position - block.position(), block.length() - 1))
            return max(0, code_points(block.text(), inside) - edge)

        return place(cursor.selectionStart()), place(cursor.selectionEnd())

    def figure_words(self, figure: Figure) -> str:
        """A linked figure as hint and tooltip say it."""
        last = previous_words(figure)
        supplier = f"，{figure.supplier}提供" if figure.supplier else ""
        return (
            f"{figure.name or '未命名'} {value_words(figure) or '未报'}"
            f"（{f'去年{last}' if last else '去年没有'}{supplier}）"
        )

    def put_guide(self, guide: GuidePane) -> None:
        """Put the guided fields above the text, in place of those there may be."""
        if self.guide is not None:
            self.guide.hide()
            self.guide.deleteLater()
        self.guide = guide
        self._column.insertWidget(1, guide)
        self.editor.setMinimumHeight(TEXT_LEFT)

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
        attached = self._desk.report.part(self.part_id).kind is PartKind.ATTACHMENT
        label = PlainLabel(_ATTACHED if attached else "本章内容(&T)：", self)
        label.setBuddy(self.editor if attached else self.role)
        self.role.setVisible(not attached)
        for role, name in ROLE_NAMES.items():
            self.role.addItem(name, role)
        self.role.setAccessibleName("本章内容")
        self.role.setToolTip("本章回答法定的哪一项内容；检查是否写全时按它判断，章的先后不限。")
        self.editor.setAccessibleName("附件的文字" if attached else "本章正文")
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.addWidget(label)
        bar.addWidget(self.role)
        bar.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.editor, 1)
        column.addWidget(self.link_bar)
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
            rows = changed_rows(part.paragraphs, paragraphs)
            kept = len(paragraphs) - rows.stop
            old = part.paragraphs[rows.start : len(part.paragraphs) - kept]
            if any(p.links for p in old):
                breaks = breaks_between(old, paragraphs[rows.start : rows.stop])
                if breaks:
                    self.links_dropped.emit(breaks)

    def _draw_links(self, before: Part | None, part: Part, rows: range) -> None:
        """Underline anew where links are, or were before the edit."""
        held = before is not None and any(p.links for p in before.paragraphs)
        touched = [row for row in rows if held or part.paragraphs[row].links]
        if touched:
            self.editor.show_links(touched)

    def _links_at(self, row: int) -> list[tuple[int, int]]:
        paragraphs = self._shown.paragraphs if self._shown else ()
        links = paragraphs[row].links if row < len(paragraphs) else ()
        return [(link.start, link.end) for link in links]

    def _tip_at(self, row: int, position: int) -> str:
        paragraphs = self._desk.report.part(self.part_id).paragraphs
        if row >= len(paragraphs) or not paragraphs[row].links:
            return ""
        text = self.editor.document().findBlockByNumber(row).text()
        edge = len(text) - len(text.lstrip())
        link = link_at(paragraphs[row], code_points(text, position) - edge)
        figures = {figure.id: figure for figure in self._desk.session.project.ledger}
        if link is None or link.figure not in figures:
            return ""
        return f"台账：{self.figure_words(figures[link.figure])}"

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
