"""The table of the preview: a list box in the cell, or a key for the rows that are selected."""

# ruff: noqa: N802 (methods that Qt calls by its own names)

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QAbstractItemModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rolwriter.ui.imports.labels import CHOICES, KEY_HELP, KEYS
from rolwriter.ui.imports.model import Column, ImportModel, Index
from rolwriter.ui.kit.names import ROLE_NAMES

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_LIST_WIDTH = 24
"""Room a list box needs beside its longest words, in pixels."""


class _Choose(QStyledItemDelegate):
    """A list box that opens at once and is done with the first choice."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The box with what the column offers."""
        del option
        box = QComboBox(parent)
        if index.column() == Column.LABEL:
            box.addItems([choice.name for choice in CHOICES])
            box.setAccessibleName("归为")
        else:
            box.addItems(list(ROLE_NAMES.values()))
            box.setAccessibleName("章的类型")
        box.activated.connect(partial(self._done, box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start at what the cell says."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data()))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the choice to the review."""
        if not isinstance(editor, QComboBox) or not isinstance(model, ImportModel):
            return
        if editor.currentText() == index.data():
            return
        if index.column() == Column.LABEL:
            model.set_label([index.row()], CHOICES[editor.currentIndex()])
        else:
            model.set_role(index.row(), list(ROLE_NAMES)[editor.currentIndex()])

    def _done(self, box: QComboBox, _number: int) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


class ImportTable(QTableView):
    """Paragraphs with what they are taken for."""

    row_changed = Signal(int)
    """The table row the cursor is in; -1 for none."""

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName("读到的段落")
        self.setAccessibleDescription(KEY_HELP)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self._choose = _Choose(self)
        self.setItemDelegateForColumn(Column.LABEL, self._choose)
        self.setItemDelegateForColumn(Column.ROLE, self._choose)
        self._lay_out()
        self.selectionModel().currentChanged.connect(self._on_current)
        model.modelReset.connect(self._on_reset)

    def selected_rows(self) -> list[int]:
        """The table rows that are selected, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def go_to(self, table_row: int) -> None:
        """Put the cursor on that row."""
        self.setCurrentIndex(self._model.index(table_row, Column.LABEL))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter or digit takes the selected rows for something."""
        choice = KEYS.get(event.text().upper())
        rows = self.selected_rows()
        if choice is None or not rows or event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
            return
        self._model.set_label(rows, choice)
        event.accept()

    def _lay_out(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        measure = self.fontMetrics().horizontalAdvance
        widths = {
            Column.STATE: "○ 未归类",
            Column.LABEL: "成文日期",
            Column.ROLE: max(ROLE_NAMES.values(), key=len),
        }
        for column, longest in widths.items():
            header.resizeSection(column, measure(longest) + _LIST_WIDTH)
        header.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _on_current(self, now: Index) -> None:
        self.row_changed.emit(now.row())

    def _on_reset(self) -> None:
        self.row_changed.emit(-1)
        if self._model.rowCount():
            self.go_to(0)
