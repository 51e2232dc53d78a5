"""报送和公开记录: the table, what does not fit together in it, and the acts on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.model.dispatch import DeliveryKind
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit
from rolwriter.writers.xlsx.table import Table

_ADD = {
    DeliveryKind.SUBMITTED: "记报送(&S)…",
    DeliveryKind.REVIEWED: "记保密审查(&R)…",
    DeliveryKind.PUBLISHED: "记公开(&P)…",
}
_EMPTY = "还没有记录。报送、保密审查、公开以后，分别用下面的按钮记下日期和对象。"


class DeliveriesDialog(QDialog):
    """Shows what it is told to; every act is a signal."""

    add_wanted = Signal(DeliveryKind)
    edit_wanted = Signal(int)
    """The row, from 0."""
    delete_wanted = Signal(int)
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("报送和公开记录")
        self.limits = PlainLabel("", self)
        self.limits.setWordWrap(True)
        self.warnings = PlainLabel("", self)
        self.warnings.setWordWrap(True)
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName("报送和公开记录")
        self.table.verticalHeader().hide()
        self.table.itemActivated.connect(self._on_activated)
        self.table.itemSelectionChanged.connect(self._offer)
        self.edit = self._button("修改(&E)…", self._edit)
        self.delete = self._button("删除(&D)", self._delete)
        buttons = QHBoxLayout()
        for kind, words in _ADD.items():
            buttons.addWidget(self._button(words, partial(self.add_wanted.emit, kind)))
        buttons.addStretch(1)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.delete)
        box = QDialogButtonBox(self)
        printing = box.addButton("打印或存表(&T)…", QDialogButtonBox.ButtonRole.ActionRole)
        printing.clicked.connect(self.print_wanted)
        close = box.addButton("关闭(&C)", QDialogButtonBox.ButtonRole.RejectRole)
        printing.setAutoDefault(False)
        close.setDefault(True)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.limits)
        column.addWidget(self.table, 1)
        column.addWidget(self.warnings)
        column.addLayout(buttons)
        column.addWidget(box)
        fit(self, 860, 460)

    def show_records(self, table: Table, limits: str, warnings: Sequence[str]) -> None:
        """The records as they stand, the deadlines above them, what is odd below."""
        here = self.table.currentRow()
        self.table.clear()
        self.table.setColumnCount(len(table.columns))
        self.table.setRowCount(len(table.rows))
        self.table.setHorizontalHeaderLabels([column.title for column in table.columns])
        for number, row in enumerate(table.rows):
            for at, value in enumerate(row):
                item = QTableWidgetItem(str(value or ""))
                item.setToolTip(plain_words(item.text()))
                self.table.setItem(number, at, item)
        self.table.resizeColumnsToContents()
        header = self.table.horizontalHeader()
        header.setMaximumSectionSize(280)
        header.setSectionResizeMode(len(table.columns) - 1, QHeaderView.ResizeMode.Stretch)
        self.limits.setText(f"期限：{limits}" if limits else "填写报告年度后，这里显示期限。")
        said = [f"△ {line}" for line in warnings] or ([] if table.rows else [_EMPTY])
        self.warnings.setText("\n".join(said))
        if table.rows:
            self.table.selectRow(min(max(here, 0), len(table.rows) - 1))
        self._offer()

    def _button(self, words: str, act: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _offer(self) -> None:
        chosen = bool(self.table.selectedItems())
        self.edit.setEnabled(chosen)
        self.delete.setEnabled(chosen)

    def _on_activated(self, item: QTableWidgetItem) -> None:
        self.edit_wanted.emit(item.row())

    def _edit(self) -> None:
        self.edit_wanted.emit(self.table.currentRow())

    def _delete(self) -> None:
        self.delete_wanted.emit(self.table.currentRow())
