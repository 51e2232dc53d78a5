"""检查清单, its first part: the four contents the law asks for, and where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from rolwriter.app.events import Event, Saved
from rolwriter.model.report import Part, Role
from rolwriter.ui.desk import Desk
from rolwriter.ui.names import EMPTY_SIGN, ROLE_NAMES, chapter_number, characters, is_written

REQUIRED = (Role.WORK, Role.DUTY, Role.SHORTCOMING, Role.PLAN)
"""督察工作规定 art. 25: judged by role, in any order."""


class ChecklistPanel(QWidget):
    """A line for each content; Enter or a click goes to its chapter."""

    chosen = Signal(str)
    """The id of a chapter to show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        title = QLabel("法定内容(&M)", self)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName("法定内容")
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(4)
        self.list.viewport().setAutoFillBackground(False)
        title.setBuddy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(title)
        column.addWidget(self.list)
        self.setFocusProxy(self.list)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        desk.session.listen(self._on_event)
        self.refresh()

    def refresh(self) -> None:
        """Say of each content whether it is written, and how long it is."""
        entries = [_entry(role, self._desk.report.chapters) for role in REQUIRED]
        while self.list.count() < len(entries):
            self.list.addItem(QListWidgetItem())
        for row, (text, target) in enumerate(entries):
            item = self.list.item(row)
            item.setText(text)
            item.setData(Qt.ItemDataRole.UserRole, target)

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Saved):
            self.refresh()

    def _go(self, item: QListWidgetItem) -> None:
        target = str(item.data(Qt.ItemDataRole.UserRole))
        if target:
            self.chosen.emit(target)
        else:
            self._desk.notice("还没有哪一章写这项内容。请新增一章，并设定“本章内容”。")


def _entry(role: Role, chapters: tuple[Part, ...]) -> tuple[str, str]:
    """The line's words and the chapter it leads to."""
    mine = [part for part in chapters if part.role is role]
    if not mine:
        return f"{EMPTY_SIGN} {ROLE_NAMES[role]}\n    没有这一章", ""
    written = [part for part in mine if is_written(part)]
    if not written:
        return f"{EMPTY_SIGN} {ROLE_NAMES[role]}\n    未写", mine[0].id
    where = "、".join(number for part in written if (number := chapter_number(part)))
    words = sum(characters(part) for part in written)
    place = f"第{where}章，" if where else ""
    return f"✓ {ROLE_NAMES[role]}\n    已写（{place}{words:,}字）", written[0].id
