"""Some of a list: 科室, topics; with a name above it where one is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.text.sanitize import writable
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit

_KEY = Qt.ItemDataRole.UserRole


class ChooseDialog(QDialog):
    """A list with a tick for each; the blank key ticks.

    ``of_name`` says which entries go with a name: they are ticked as it is chosen, until
    the clerk ticks for himself.
    """

    def __init__(
        self,
        title: str,
        label: str,
        entries: Sequence[tuple[str, str]],
        *,
        ticked: bool = False,
        names: Sequence[str] | None = None,
        of_name: Callable[[str], Collection[str]] | None = None,
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
        heading = PlainLabel(f"{label}(&L)：", self)
        heading.setBuddy(self.list)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton("下一步…", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name: QComboBox | None = None
        self._of_name = of_name
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        if names is not None:
            self.name = QComboBox(self)
            self.name.setEditable(True)
            self.name.addItems(list(names))
            self.name.setAccessibleName("科室名称")
            whose = PlainLabel("科室名称(&N)：", self)
            whose.setBuddy(self.name)
            column.addWidget(whose)
            column.addWidget(self.name)
            self.name.currentTextChanged.connect(self._follow)
            self._follow()
        for widget in (heading, self.list, buttons):
            column.addWidget(widget)
        self.list.itemChanged.connect(self._on_tick)
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

    def _follow(self) -> None:
        """Tick what goes with the name."""
        if self._of_name is not None:
            going_along = self._of_name(self.supplier)
            self.list.blockSignals(True)
            for item in (self.list.item(row) for row in range(self.list.count())):
                ticked = item.data(_KEY) in going_along
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.blockSignals(False)
        self._check()

    def _on_tick(self) -> None:
        self._of_name = None
        self._check()

    def _check(self) -> None:
        self._go.setEnabled(bool(self.chosen) and (self.name is None or bool(self.supplier)))
