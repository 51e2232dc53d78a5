"""沿用清单: everything of last year's text that waits, by kind, with keys from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.carry.entries import CarryEntry, EntryKind, waiting
from rolwriter.app.stepping import next_key, successor
from rolwriter.ui.carry.names import ENTRY_NAMES
from rolwriter.ui.kit.plain import PlainLabel, plain_words

_KEY = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CarryTree(QTreeWidget):
    """The list itself; Enter goes to the entry's place."""

    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 called by Qt
        """Enter on an entry goes there; on a kind it opens or closes it."""
        item = self.currentItem()
        if event.key() not in _ENTER or not item:
            super().keyPressEvent(event)
        elif item.parent():
            self.chosen.emit()
        else:
            item.setExpanded(not item.isExpanded())


class CarryPanel(QWidget):
    """Keeps its place while entries come and go."""

    wanted = Signal(object)
    """A `CarryEntry` to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.count = PlainLabel("", self)
        self.count.setWordWrap(True)
        self.tree = CarryTree(self)
        self._entries: dict[str, CarryEntry] = {}
        self._order: list[str] = []
        self._in_gap = False
        """The entry the list stood at is settled: the next one is where it stands now."""
        self._buttons = QHBoxLayout()
        self._build()
        self.tree.chosen.connect(self._go)
        self.tree.itemClicked.connect(self._on_clicked)
        self.tree.currentItemChanged.connect(self._on_moved)
        self.show_entries([], has_previous=False)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Buttons under the list."""
        for action in actions:
            button = QToolButton(self)
            button.setText(action.iconText())
            button.setToolTip(action.toolTip())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(action.trigger)
            self._buttons.insertWidget(self._buttons.count() - 1, button)

    @property
    def current(self) -> CarryEntry | None:
        """The entry the list stands at."""
        item = self.tree.currentItem()
        return self._entries.get(str(item.data(0, _KEY))) if item else None

    def show_entries(self, entries: list[CarryEntry], *, has_previous: bool) -> None:
        """Show these; the place is kept, or passes to the entry that follows one now gone."""
        key, order = self._place(), self._order
        self._entries = {entry.key: entry for entry in entries}
        self._order = list(self._entries)
        self.count.setText(_headline(entries, has_previous=has_previous))
        for number, kind in enumerate(EntryKind):
            top = self.tree.topLevelItem(number)
            if top is not None:
                self._fill(top, kind, [entry for entry in entries if entry.kind is kind])
        self._restore(key, order)

    @property
    def group(self) -> list[CarryEntry]:
        """The entries of the kind the list stands at, else of the first kind that has any."""
        first = next(iter(self._entries.values()), None)
        kind = self.current.kind if self.current else first.kind if first else None
        return [entry for entry in self._entries.values() if entry.kind is kind]

    def stand_at(self, entry: CarryEntry) -> CarryEntry | None:
        """Make it the current entry."""
        self._select(entry.key)
        return self.current

    def step(self, by: int) -> CarryEntry | None:
        """The next (or with -1 the previous) entry, round at the ends; None when there is none."""
        if not self._order:
            return None
        self._select(next_key(self._order, self._place(), by, in_gap=self._in_gap))
        return self.current

    def _place(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, _KEY)) if item else ""

    def _fill(self, top: QTreeWidgetItem, kind: EntryKind, entries: list[CarryEntry]) -> None:
        waits = waiting(entries)
        top.setText(0, f"{ENTRY_NAMES[kind]}：{waits}")
        top.setHidden(not entries)
        while top.childCount() > len(entries):
            top.takeChild(top.childCount() - 1)
        while top.childCount() < len(entries):
            top.addChild(QTreeWidgetItem())
        for item, entry in zip(_children(top), entries, strict=True):
            texts = (entry.place, entry.text, entry.note)
            for column, text in enumerate(texts):
                item.setText(column, text)
                item.setToolTip(column, plain_words(text))
            item.setData(0, _KEY, entry.key)

    def _restore(self, key: str, order: list[str]) -> None:
        if not key or key in self._entries or key not in order:
            self._select(key)
            return
        heir, in_gap = successor(order, key, self._entries)
        self._select(heir)
        self._in_gap = in_gap

    def _select(self, key: str) -> None:
        for item in self._items():
            if str(item.data(0, _KEY)) == key:
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)
                self._in_gap = False
                return

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            if top is not None:
                yield from _children(top)

    def _go(self) -> None:
        entry = self.current
        if entry is not None:
            self.wanted.emit(entry)

    def _on_moved(self) -> None:
        self._in_gap = False

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if item.parent():
            self._go()

    def _build(self) -> None:
        self.tree.setHeaderLabels(["位置", "文字", "说明"])
        self.tree.setAccessibleName("沿用清单，回车到该处")
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(0, self.fontMetrics().horizontalAdvance("第十二章第十二段去年的不足"))
        for _ in EntryKind:
            top = QTreeWidgetItem()
            self.tree.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            top.setExpanded(True)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.count)
        column.addWidget(self.tree, 1)
        column.addLayout(self._buttons)
        self.setFocusProxy(self.tree)


def _children(top: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for row in range(top.childCount()):
        item = top.child(row)
        if item is not None:
            yield item


def _headline(entries: list[CarryEntry], *, has_previous: bool) -> str:
    left = waiting(entries)
    if left:
        return f"还有{left}处没有核对。F7 下一处，Shift+F7 上一处，回车到该处；F9 沿用本段。"
    if has_previous:
        return "✓ 沿用的内容已全部核对。"
    return "没有沿用的内容。用“沿用”菜单的“结转到新年度”从去年的报告开始。"
