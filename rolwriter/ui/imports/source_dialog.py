"""读入文件到本章: the paragraphs of a second file, to be ticked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.documents import Import
from rolwriter.app.imports.second_source import offers
from rolwriter.model.report import Role
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit

_ID = Qt.ItemDataRole.UserRole
_INDENT = "　"


class SourceDialog(QDialog):
    """Blank ticks one paragraph, or all that are selected."""

    def __init__(
        self, imported: Import, chapter: str, role: Role | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("读入文件到本章")
        fit(self, 720, 520)
        words = PlainLabel(
            f"从“{imported.source.name}”读到下列段落。勾选的将放到“{chapter}”一章的末尾，"
            "标记“沿用未核”；没有勾选的不放进来，原文件保存在工程里。",
            self,
        )
        words.setWordWrap(True)
        self.list = _Ticks(self)
        self.list.setAccessibleName("文件里的段落，空格勾选")
        self.count = PlainLabel("", self)
        for offer in offers(imported, role):
            item = QListWidgetItem(f"{_INDENT * max(0, offer.level - 1)}{offer.text}")
            item.setData(_ID, offer.paragraph_id)
            item.setToolTip(plain_words(offer.text))
            item.setCheckState(_state(offer.likely))
            self.list.addItem(item)
        self._buttons = QDialogButtonBox(self)
        self._take = self._buttons.addButton("放入本章", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        self._build(words)
        self.list.itemChanged.connect(self._check)
        self._check()
        self.list.setFocus()

    @property
    def chosen(self) -> list[str]:
        """The ids of the ticked paragraphs."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [str(item.data(_ID)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def tick_all(self, *, ticked: bool) -> None:
        """All, or none."""
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(_state(ticked))

    def _build(self, words: QLabel) -> None:
        every = QPushButton("全选(&A)", self)
        none = QPushButton("全不选(&N)", self)
        every.clicked.connect(lambda: self.tick_all(ticked=True))
        none.clicked.connect(lambda: self.tick_all(ticked=False))
        row = QHBoxLayout()
        row.addWidget(every)
        row.addWidget(none)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _check(self) -> None:
        count = len(self.chosen)
        self.count.setText(f"已选{count}段")
        self._take.setEnabled(count > 0)


class _Ticks(QListWidget):
    """A list whose selection can be ticked together."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.itemChanged.connect(self._on_changed)

    def _on_changed(self, item: QListWidgetItem) -> None:
        selected = self.selectedItems()
        if item in selected and len(selected) > 1:
            self.blockSignals(True)
            for other in selected:
                other.setCheckState(item.checkState())
            self.blockSignals(False)


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
