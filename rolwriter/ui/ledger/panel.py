"""数据台账: the table of figures with its filters and the acts a clerk does most."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.ledger.cells import LedgerColumn
from rolwriter.model.form import STATE_WORDS
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.ledger.model import COLUMNS, LedgerFilter, LedgerModel

_WIDTHS = (170, 80, 48, 72, 64, 120, 110, 76, 88, 110, 52, 110)
_LINE = 17
"""The height of a line of type, in pixels, for which the widths are meant."""
_EMPTY = "台账里还没有数据。\n可以从正文提取数字，粘贴 Excel 里的行，或者逐项新增。"
_ALL_SUPPLIERS, _ALL_STATES = "全部科室", "全部状态"
Index = QModelIndex | QPersistentModelIndex


class LedgerTable(QTableView):
    """The table; Enter goes to the use, F2 edits, Ctrl+C and Ctrl+V take rows."""

    jump_wanted = Signal()
    copy_wanted = Signal()
    paste_wanted = Signal()
    delete_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The table's own keys."""
        key = event.key()
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.jump_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Copy and paste in the table are the table's, not the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste)
            if any(event.matches(key) for key in mine):
                event.accept()
                return True
        return super().event(event)


class LedgerPanel(QWidget):
    """Asks for acts by signals; the figures named are those selected."""

    def __init__(self, desk: Desk, edit: Callable[[Figure, LedgerColumn, str], bool]) -> None:
        super().__init__()
        self._desk = desk
        self.model = LedgerModel(edit, self)
        self.proxy = LedgerFilter(self.model)
        self.table = LedgerTable(self)
        self.words = QLineEdit(self)
        self.supplier = QComboBox(self)
        self.state = QComboBox(self)
        self.count = PlainLabel("", self)
        self._stack = QStackedWidget(self)
        self._buttons = QHBoxLayout()
        self._empty_buttons = QHBoxLayout()
        self._build()
        self.words.textChanged.connect(self._filter)
        self.supplier.currentIndexChanged.connect(self._filter)
        self.state.currentIndexChanged.connect(self._filter)

    def offer(self, acts: Sequence[QAction], ways_in: Sequence[QAction]) -> None:
        """Buttons beside the filters, and those of the empty ledger."""
        for actions, row in ((acts, self._buttons), (ways_in, self._empty_buttons)):
            for action in actions:
                row.addWidget(_button(action, self))
            row.addStretch(1)

    def show_project(self, project: Project, threshold: int) -> None:
        """Show the project's ledger; the table keeps its place."""
        kept = self.current
        self.model.show_project(project, threshold)
        if kept and self.current is None:
            self.stand_at(kept.id)
        self._fill_suppliers(project)
        self._stack.setCurrentIndex(0 if project.ledger else 1)
        self._say_count()

    @property
    def current(self) -> Figure | None:
        """The figure the table stands at."""
        index = self.proxy.mapToSource(self.table.currentIndex())
        return self.model.figure(index.row()) if index.isValid() else None

    @property
    def selected(self) -> list[Figure]:
        """The figures of the selected rows, in the order shown."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [
            self.model.figure(self.proxy.mapToSource(self.proxy.index(row, 0)).row())
            for row in rows
        ]

    @property
    def shown(self) -> list[Figure]:
        """All figures that pass the filters, in the order shown."""
        rows = range(self.proxy.rowCount())
        sources = (self.proxy.mapToSource(self.proxy.index(row, 0)).row() for row in rows)
        return [self.model.figure(row) for row in sources]

    def stand_at(self, figure_id: str, column: LedgerColumn = LedgerColumn.NAME) -> None:
        """Put the table's cursor on a figure; filters that hide it are lifted."""
        row = self.model.row_of(figure_id)
        if row < 0:
            return
        index = self.proxy.mapFromSource(self.model.index(row, COLUMNS.index(column)))
        if not index.isValid():
            self.words.clear()
            self.supplier.setCurrentIndex(0)
            self.state.setCurrentIndex(0)
            index = self.proxy.mapFromSource(self.model.index(row, COLUMNS.index(column)))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def edit_current(self) -> None:
        """Open the editor of the current cell."""
        self.table.edit(self.table.currentIndex())

    def _filter(self) -> None:
        state = self.state.currentData()
        supplier = self.supplier.currentData()
        self.proxy.show_only(self.words.text(), supplier or "", state or "")
        self._say_count()

    def _say_count(self) -> None:
        total, shown = self.model.rowCount(), self.proxy.rowCount()
        self.count.setText(f"{total}项" if shown == total else f"{shown}/{total}项")

    def _fill_suppliers(self, project: Project) -> None:
        from rolwriter.app.collect.forms import suppliers

        names = suppliers(project)
        held = tuple(self.supplier.itemData(row) for row in range(1, self.supplier.count()))
        if names == held:
            return
        chosen = self.supplier.currentData()
        self.supplier.blockSignals(True)
        self.supplier.clear()
        self.supplier.addItem(_ALL_SUPPLIERS, "")
        for name in names:
            self.supplier.addItem(name, name)
        self.supplier.setCurrentIndex(max(0, self.supplier.findData(chosen)))
        self.supplier.blockSignals(False)
        if self.supplier.currentData() != chosen:
            self._filter()

    def _build(self) -> None:
        self.table.setModel(self.proxy)
        self.table.setAccessibleName("数据台账")
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setItemDelegateForColumn(
            COLUMNS.index(LedgerColumn.STATE), _StateDelegate(self.table)
        )
        self.table.verticalHeader().setDefaultSectionSize(max(28, self.fontMetrics().height() + 12))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column in (LedgerColumn.STATE, LedgerColumn.USES):  # in sight in a narrow window
            after = COLUMNS.index(LedgerColumn.PERCENT) + 1
            header.moveSection(header.visualIndex(COLUMNS.index(column)), after)
        wider = max(1.0, self.fontMetrics().height() / _LINE)
        for column, width in enumerate(_WIDTHS):
            self.table.setColumnWidth(column, round(width * wider))
        self.words.setAccessibleName("在台账中查找")
        self.words.setMaximumWidth(180)
        self._desk.adopt_line(self.words)
        self.supplier.addItem(_ALL_SUPPLIERS, "")
        self.supplier.setAccessibleName("只看这个科室")
        self.state.addItem(_ALL_STATES, "")
        self.state.setAccessibleName("只看这种状态")
        for state, name in STATE_WORDS.items():
            self.state.addItem(name, state)
        label = PlainLabel("查找", self)
        label.setBuddy(self.words)
        row = QHBoxLayout()
        for widget in (label, self.words, self.supplier, self.state, self.count):
            row.addWidget(widget)
        row.addLayout(self._buttons, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(8, 8, 8, 8)
        column_.setSpacing(4)
        column_.addLayout(row)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty())
        column_.addWidget(self._stack, 1)
        self.setFocusProxy(self.table)

    def _empty(self) -> QWidget:
        page = QWidget(self)
        words = PlainLabel(_EMPTY, page)
        words.setWordWrap(True)
        column = QVBoxLayout(page)
        column.addWidget(words)
        column.addLayout(self._empty_buttons)
        column.addStretch(1)
        return page


class _StateDelegate(QStyledItemDelegate):
    """Offers the states to choose from."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Called by Qt when the cell is to be edited."""
        del option, index
        box = QComboBox(parent)
        box.addItems(list(STATE_WORDS.values()))
        box.setAccessibleName("状态")
        box.activated.connect(lambda: self._done(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Called by Qt before the editor is shown."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Called by Qt when the editor closes."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _button(action: QAction, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setText(action.iconText())
    button.setAccessibleName(action.iconText())
    button.setToolTip(action.toolTip())
    button.setAccessibleDescription(action.toolTip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button
