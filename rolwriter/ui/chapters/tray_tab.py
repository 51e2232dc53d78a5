"""未归类: what was read and fits nowhere; nothing of it is lost, each piece can be placed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.chapters import place_in_chapter, remove_part, stray_parts
from rolwriter.model.report import Part
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.names import chapter_name
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sheet_area import SheetArea

_EXPLANATION = (
    "下面的文字是导入时读到的，但看不出应放在哪里，导出 Word 时不会写入。"
    "请逐段移到相应的章，放到章末后再调整位置；确实不要的可以删除（可撤销）。"
)
_SHEET = 760


class TrayTab(SheetArea):
    """One card a piece, with the chapters it can go to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_SHEET)
        self._desk = desk
        self._shown: tuple[Part, ...] | None = None
        self.setAccessibleName("未归类的文字")
        self.refresh()

    def refresh(self) -> None:
        """Show the pieces that stand apart now."""
        strays = stray_parts(self._desk.report)
        if strays == self._shown:
            return
        self._shown = strays
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 32, 48, 40)
        column.setSpacing(20)
        explanation = PlainLabel(_EXPLANATION, page)
        explanation.setWordWrap(True)
        column.addWidget(explanation)
        for part in strays:
            column.addWidget(self._card(part, page))
        self.lay_sheet(page)

    def _card(self, part: Part, page: QWidget) -> QWidget:
        card = QWidget(page)
        words = PlainLabel(part.text, card)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setAccessibleName("未归类的一段文字")
        menu = QMenu(card)
        for chapter in self._desk.report.chapters:
            menu.addAction(chapter_name(chapter), partial(self._place, part.id, chapter.id))
        move = QPushButton("移到…", card)
        move.setMenu(menu)
        move.setEnabled(bool(self._desk.report.chapters))
        move.setAccessibleName("把这段文字移到一章的末尾")
        drop = QPushButton("删除", card)
        drop.setAccessibleName("删除这段未归类的文字")
        drop.clicked.connect(partial(self._drop, part.id))
        buttons = QHBoxLayout()
        buttons.addWidget(move)
        buttons.addWidget(drop)
        buttons.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(words)
        column.addLayout(buttons)
        return card

    def _place(self, stray_id: str, chapter_id: str) -> None:
        name = chapter_name(self._desk.report.part(chapter_id))
        self._desk.history.do(place_in_chapter(self._desk.report, stray_id, chapter_id), "移到一章")
        self._desk.notice(f"已移到“{name}”的末尾。按 Ctrl+Z 可撤销。")

    def _drop(self, stray_id: str) -> None:
        self._desk.history.do(remove_part(self._desk.report, stray_id), "删除未归类的文字")
        self._desk.notice("已删除一段未归类的文字。按 Ctrl+Z 可撤销。")
