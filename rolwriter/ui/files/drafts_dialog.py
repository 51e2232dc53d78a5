"""The list of drafts, newest first, and what can be done with the one chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.model.project import KeptDraft, Project
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit

_DRAFT = Qt.ItemDataRole.UserRole
_HOW = (
    "结转、恢复等改动整份报告的操作之前，程序自动存一稿；"
    "也可以随时“稿次 → 存一稿”。各稿都在工程文件里。"
)


class DraftsDialog(QDialog):
    """Says what is wanted; the desk does it."""

    compare_wanted = Signal(object)
    restore_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("稿次")
        self.list = QListWidget(self)
        self.list.setAccessibleName("各稿，最近的在前")
        heading = PlainLabel("各稿，最近的在前(&L)：", self)
        heading.setBuddy(self.list)
        how = PlainLabel(_HOW, self)
        how.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.compare = buttons.addButton("与现在对比(&D)…", role)
        self.restore = buttons.addButton("恢复到这一稿(&R)", role)
        self.remove = buttons.addButton("删除这一稿(&X)", role)
        for button, signal in (
            (self.compare, self.compare_wanted),
            (self.restore, self.restore_wanted),
            (self.remove, self.remove_wanted),
        ):
            self._tie(button, signal)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.list.currentRowChanged.connect(self._offer)
        self.list.itemActivated.connect(self.compare.click)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        for widget in (how, heading, self.list, buttons):
            column.addWidget(widget)
        fit(self, 620, 440)
        self.show_project(project)

    @property
    def chosen(self) -> KeptDraft | None:
        """The draft under the cursor."""
        item = self.list.currentItem()
        return item.data(_DRAFT) if item else None

    def show_project(self, project: Project) -> None:
        """Show the drafts as the project has them."""
        kept = self.chosen
        self.list.clear()
        for number, draft in reversed(list(enumerate(project.drafts, 1))):
            how = "（自动）" if draft.automatic else ""
            item = QListWidgetItem(f"第{number}稿　{draft.time}　{draft.label}{how}", self.list)
            item.setData(_DRAFT, draft)
            if kept is not None and kept.id == draft.id:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self._offer()

    def _offer(self) -> None:
        for button in (self.compare, self.restore, self.remove):
            button.setEnabled(self.chosen is not None)

    def _tie(self, button: QPushButton, signal: object) -> None:
        def want() -> None:
            if self.chosen is not None:
                signal.emit(self.chosen)  # type: ignore[attr-defined]

        button.setAutoDefault(False)
        button.clicked.connect(want)
