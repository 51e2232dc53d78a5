"""What pasted rows would do to the ledger, row by row, before they do it."""

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

from rolwriter.app.ledger.cells import value_words
from rolwriter.app.ledger.paste import PastedRow
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit

_TITLES = ("结果", "名称", "本年数", "说明", "粘贴的内容")


class LedgerPasteDialog(QDialog):
    """A table to read and one button that does it."""

    def __init__(self, rows: Sequence[PastedRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("粘贴到台账")
        self.chosen = [row for row in rows if row.figure and (row.is_new or row.changes)]
        bad = sum(bool(row.problem) for row in rows)
        words = PlainLabel(
            f"共{len(rows)}行：新增{sum(row.is_new for row in self.chosen)}项，"
            f"修改{sum(not row.is_new for row in self.chosen)}项，"
            f"不能识别{bad}行（不会粘贴）。空格子不改动台账。",
            self,
        )
        words.setWordWrap(True)
        self.table = QTableWidget(len(rows), len(_TITLES), self)
        self.table.setHorizontalHeaderLabels(_TITLES)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName("粘贴的各行")
        self.table.verticalHeader().hide()
        for number, row in enumerate(rows):
            for column, text in enumerate(_cells(row)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_words(text))
                self.table.setItem(number, column, item)
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        paste = buttons.addButton("粘贴", QDialogButtonBox.ButtonRole.AcceptRole)
        paste.setEnabled(bool(self.chosen))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (words, self.table, buttons):
            column.addWidget(widget)
        fit(self, 860, 480)


def _cells(row: PastedRow) -> tuple[str, ...]:
    if row.figure is None:
        return "✕ 不能识别", "", "", row.problem, row.words
    kind = "＋ 新增" if row.is_new else "△ 修改" if row.changes else "＝ 相同"
    return kind, row.figure.name, value_words(row.figure), row.changes, row.words
