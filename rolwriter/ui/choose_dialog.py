"""Some of a list: 科室, topics; with a name above it where one is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.text.sanitize import writable
from rolwriter.ui.sizes import fit

_KEY = Qt.ItemDataRole.UserRole


class ChooseDialog(QDialog):
    """A list with a tick for each; the blank key ticks."""

    def __init__(
        self,
        title: str,
        label: str,
        entries: Sequence[tuple[str, str]],
        *,
        ticked: bool,
        names: Sequence[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.list = QListWidget(self)
        self.list.setAccessibleName(label)
        for key, words in entries:
            item = QListWidgetItem(words, self.list)
            item.setData(_KEY, key)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        heading = QLabel(f"{label}(&L)：", self)
        heading.setBuddy(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton("下一步…", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name: QComboBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        if names is not None:
            self.name = QComboBox(self)
            self.name.setEditable(True)
            self.name.addItems(list(names))
            self.name.setAccessibleName("科室名称")
            whose = QLabel("科室名称(&N)：", self)
            whose.setBuddy(self.name)
            column.addWidget(whose)
            column.addWidget(self.name)
            self.name.currentTextChanged.connect(self._check)
        for widget in (heading, self.list, buttons):
            column.addWidget(widget)
        self.list.itemChanged.connect(self._check)
        self._check()
        fit(self, 460, 480)

    @property
    def chosen(self) -> list[str]:
        """The keys of the ticked entries, in their order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [str(i.data(_KEY)) for i in items if i.checkState() is Qt.CheckState.Checked]

    @property
    def supplier(self) -> str:
        """The name typed or chosen; empty when none was asked for."""
        return writable(self.name.currentText()).strip() if self.name else ""

    def _check(self) -> None:
        self._go.setEnabled(bool(self.chosen) and (self.name is None or bool(self.supplier)))
