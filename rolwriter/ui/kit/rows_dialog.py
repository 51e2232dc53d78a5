"""Rows to read before something is done with them: one table, one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit


class RowsDialog(QDialog):
    """Shows what would happen; accepted: it is to happen."""

    def __init__(
        self,
        title: str,
        words: str,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        act: str,
        possible: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.label = PlainLabel(words, self)
        self.label.setWordWrap(True)
        self.table = QTableWidget(len(rows), len(heads), self)
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(title)
        self.table.verticalHeader().hide()
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_words(text))
                self.table.setItem(number, column, item)
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        header.setMaximumSectionSize(320)
        header.setSectionResizeMode(len(heads) - 1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.act = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        self.act.setEnabled(possible)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(24, 24, 24, 16)
        column_.setSpacing(12)
        for widget in (self.label, self.table, buttons):
            column_.addWidget(widget)
        fit(self, 920, 520)
