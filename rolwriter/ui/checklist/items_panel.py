"""检查清单: what the report must answer, each item with its state, basis and place."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.checklist.survey import CHAPTER_NAMES, Checklist, ChecklistRow, state_words
from rolwriter.catalog.checklist import Level
from rolwriter.model.checklist import STATE_NAMES, STATE_SIGNS, ItemState
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.window.docks import WIDTH

ABOUT = 120
"""Height of what is said of an item, in pixels; more is scrolled."""
_ID = Qt.ItemDataRole.UserRole
_FILTERS: dict[str, Callable[[ChecklistRow], bool]] = {
    "全部事项": bool,
    "必写的": lambda row: row.item.level is Level.MUST,
    "还没完成的": lambda row: not row.state.settled,
    "等待确认的": lambda row: row.proposed,
    "待他人提供的": lambda row: row.state is ItemState.WAITING,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemTree(QTreeWidget):
    """Enter goes to the place, the blank key confirms."""

    jump_wanted = Signal()
    confirm_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's own keys."""
        if event.key() in _ENTER:
            self.jump_wanted.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.confirm_wanted.emit()
        else:
            super().keyPressEvent(event)


class ItemsPanel(QWidget):
    """The items by chapter; what it says of one is asked for by signals."""

    state_wanted = Signal(str, object)
    """An item's id and the `ItemState` it is to have."""
    jump_wanted = Signal(object)
    """A `ChecklistRow` to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.progress = PlainLabel("", self)
        self.only = QComboBox(self)
        self.tree = ItemTree(self)
        self.about = PlainLabel("", self)
        self.state = QComboBox(self)
        self.confirm = QPushButton("确认已写(&K)", self)
        self._buttons = QGridLayout()
        self._rows: dict[str, ChecklistRow] = {}
        self._lines: dict[str, QTreeWidgetItem] = {}
        self._found: Checklist | None = None
        self._build()
        self.tree.currentItemChanged.connect(self._show_about)
        self.tree.itemDoubleClicked.connect(self._jump)
        self.tree.jump_wanted.connect(self._jump)
        self.tree.confirm_wanted.connect(self._confirm)
        self.confirm.clicked.connect(self._confirm)
        self.state.activated.connect(self._set_state)
        self.only.activated.connect(self._fill)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Buttons at the panel's foot, two in a line where large type leaves no room for three."""
        buttons = list[QPushButton]()
        for action in actions:
            button = QPushButton(action.iconText(), self)
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)
            buttons.append(button)
        widest = max((button.sizeHint().width() for button in buttons), default=0)
        a_line = 3 if 3 * widest <= WIDTH else 2
        for number, button in enumerate(buttons):
            self._buttons.addWidget(button, 1 + number // a_line, number % a_line)

    def show_checklist(self, found: Checklist) -> None:
        """Show it; the list keeps its place."""
        self._found = found
        self._rows = {row.item.id: row for row in found.rows}
        waiting = sum(row.proposed for row in found.rows)
        more = f"，{waiting}项等待确认" if waiting else ""
        self.progress.setText(f"{found.progress}{more}（* 必写）")
        self._fill()

    @property
    def current(self) -> ChecklistRow | None:
        """The item the list stands at."""
        item = self.tree.currentItem()
        return self._rows.get(str(item.data(0, _ID))) if item else None

    @property
    def shown(self) -> list[str]:
        """The ids of the items shown, in order."""
        return list(self._lines)

    def stand_at(self, item_id: str) -> None:
        """Put the list's cursor on an item."""
        if item_id in self._lines:
            self.tree.setCurrentItem(self._lines[item_id])

    def _fill(self) -> None:
        if self._found is None:
            return
        kept, scroll = self.current, self.tree.verticalScrollBar().value()
        fits = _FILTERS[self.only.currentText()]
        self.tree.blockSignals(True)
        self._lines.clear()
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for row in self._found.rows:
            if not fits(row):
                continue
            name = CHAPTER_NAMES[row.item.chapter]
            if name not in groups:
                groups[name] = QTreeWidgetItem(self.tree, [name])
                groups[name].setFirstColumnSpanned(True)
            must = "*" if row.item.level is Level.MUST else ""
            sign = "?" if row.proposed else STATE_SIGNS[row.state]
            child = QTreeWidgetItem(
                groups[name], [f"{sign} {must}{row.item.title}", _short_state(row)]
            )
            child.setData(0, _ID, row.item.id)
            self._lines[row.item.id] = child
            child.setToolTip(0, plain_words(f"{row.item.id} {row.item.title}"))
            child.setToolTip(1, plain_words(state_words(row)))
        self.tree.expandAll()
        self.tree.blockSignals(False)
        if kept:
            self.stand_at(kept.item.id)
        self.tree.verticalScrollBar().setValue(scroll)
        self._show_about()

    def _show_about(self) -> None:
        row = self.current
        for widget in (self.state, self.confirm):
            widget.setEnabled(row is not None)
        if row is None:
            self.about.setText("选一项看提示和依据。回车到写的地方，空格确认已写。")
            return
        self.confirm.setEnabled(row.state is not ItemState.DONE)
        self.state.setCurrentIndex(self.state.findData(row.state))
        self.about.setText("\n".join(_about(row)))

    def _jump(self) -> None:
        if self.current is not None:
            self.jump_wanted.emit(self.current)

    def _confirm(self) -> None:
        if self.current is not None:
            self.state_wanted.emit(self.current.item.id, ItemState.DONE)

    def _set_state(self) -> None:
        row = self.current
        if row is not None:
            self.state_wanted.emit(row.item.id, ItemState(self.state.currentData()))
            self._show_about()

    def _build(self) -> None:
        self.only.addItems(list(_FILTERS))
        self.only.setAccessibleName("只看")
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("检查清单的事项")
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(8)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.progress.setWordWrap(True)
        self.about.setWordWrap(True)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for state, name in STATE_NAMES.items():
            self.state.addItem(f"{STATE_SIGNS[state]} {name}", state)
        label = PlainLabel("状态(&S)：", self)
        label.setBuddy(self.state)
        self.state.setAccessibleName("这一项的状态")
        self._buttons.addWidget(self.confirm, 0, 0, 1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        about = QScrollArea(self)
        about.setWidget(self.about)
        about.setWidgetResizable(True)
        about.setFrameShape(QFrame.Shape.NoFrame)
        about.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        about.setFixedHeight(ABOUT)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.progress, self.only, self.tree, about, label, self.state):
            column.addWidget(widget, 1 if widget is self.tree else 0)
        column.addLayout(self._buttons)
        self.setFocusProxy(self.tree)


def _short_state(row: ChecklistRow) -> str:
    return "待确认" if row.proposed else STATE_NAMES[row.state]


def _about(row: ChecklistRow) -> list[str]:
    lines = [f"{row.item.title}（{row.item.level.label}）　{state_words(row)}"]
    if row.item.hint:
        lines.append(row.item.hint)
    lines.append(f"依据：{'；'.join(row.basis)}")
    if row.evidence:
        words = row.evidence[0].text
        lines.append(f"正文中：“{words if len(words) <= 20 else words[:20] + '…'}”")
    elif row.item.zero_must_be_said:
        lines.append("没有发生也要写明，并标“本年度未发生”。")
    if row.reason:
        lines.append(f"理由：{row.reason}")
    if row.last and row.record is None:
        lines.append(f"去年写的是“{STATE_NAMES[row.last.state]}”，理由：{row.last.reason}")
    return lines
