"""关联台账: which figure of the ledger a number of the text stands for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.ledger.cells import previous_words, value_words
from rolwriter.model.ledger import Figure
from rolwriter.text.figures import FigureToken
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit

_ID = Qt.ItemDataRole.UserRole


class LinkDialog(QDialog):
    """A list with a line to narrow it; Enter takes the current row."""

    def __init__(
        self, token: FigureToken, figures: Sequence[Figure], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("关联台账")
        self.words = QLineEdit(self)
        self.words.setAccessibleName("查找")
        self.list = QListWidget(self)
        self.list.setAccessibleName("台账中的数据")
        label = PlainLabel(f"“{token.text}”是台账里的哪一项？查找(&F)：", self)
        label.setBuddy(self.words)
        name = token.name or "未命名"
        self._add(f"＋ 新建：{name}　{token.text}", "")
        for figure in figures:
            now = value_words(figure) or "未报"
            last = previous_words(figure)
            self._add(f"{figure.name}　{now}{f'（去年{last}）' if last else ''}", figure.id)
        same = figures and (figures[0].value, figures[0].unit) == (token.value, token.unit)
        self.list.setCurrentRow(1 if same else 0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton("关联", QDialogButtonBox.ButtonRole.AcceptRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        for widget in (label, self.words, self.list, buttons):
            column.addWidget(widget)
        self.words.textChanged.connect(self._narrow)
        self.list.itemActivated.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.setFocus()
        fit(self, 460, 380)

    @property
    def figure_id(self) -> str:
        """The figure chosen; empty for a new one."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if item else ""

    def _add(self, text: str, figure_id: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(_ID, figure_id)

    def _narrow(self, words: str) -> None:
        for row in range(1, self.list.count()):
            item = self.list.item(row)
            item.setHidden(words.strip() not in item.text())
        if self.list.currentItem().isHidden():
            self.list.setCurrentRow(0)
