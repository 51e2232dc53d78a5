"""The list of findings: groups, signs with words, and a place that outlives a re-check."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from rolwriter.app.review.listing import decision_words
from rolwriter.app.review.names import severity_name
from rolwriter.app.stepping import next_key, successor
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.problems.rows import ProblemRow

_KEY = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
HEADS = ("程度", "位置", "原文", "说明")


class ProblemTree(QTreeWidget):
    """Shows rows; Enter or a double click goes to the words."""

    chosen = Signal()
    moved = Signal()
    """Another row is the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ProblemRow] = {}
        self._order: list[str] = []
        self._closed: set[str] = set()
        self._in_gap = False
        """The row the list stood at is gone: the next one is where it stands now."""
        self._filling = False
        self._build()
        self.itemDoubleClicked.connect(self._on_double_click)
        self.itemCollapsed.connect(self._on_collapsed)
        self.itemExpanded.connect(self._on_expanded)
        self.currentItemChanged.connect(self._on_moved)

    @property
    def current(self) -> ProblemRow | None:
        """The row the list stands at."""
        return self._rows.get(self._place())

    @property
    def shown(self) -> list[ProblemRow]:
        """The rows in their order on the screen."""
        return [self._rows[key] for key in self._order]

    def show_rows(self, rows: Sequence[ProblemRow], group_of: Callable[[ProblemRow], str]) -> None:
        """Show these; place, scroll and closed groups are kept.

        When the current row is gone, the one that followed it is current.
        """
        key, order, in_gap = self._place(), self._order, self._in_gap
        scroll = self.verticalScrollBar().value()
        groups = dict[str, list[ProblemRow]]()
        for row in rows:
            groups.setdefault(group_of(row), []).append(row)
        self._filling = True
        self.clear()
        self._rows = {row.key: row for row in rows}
        self._order = [row.key for held in groups.values() for row in held]
        for name, held in groups.items():
            top = QTreeWidgetItem([f"{name}（{len(held)}）"])
            top.setData(0, _KEY, name)
            top.addChildren([_item(row) for row in held])
            self.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            top.setExpanded(name not in self._closed)
        self.verticalScrollBar().setValue(scroll)
        self._restore(key, order, in_gap=in_gap)
        self._filling = False
        self.moved.emit()

    def step(self, by: int) -> ProblemRow | None:
        """The next (or with -1 the previous) row, round at the ends; None when there is none."""
        if not self._order:
            return None
        self.select(next_key(self._order, self._place(), by, in_gap=self._in_gap))
        return self.current

    def select(self, key: str) -> None:
        """Stand at that row; nothing happens when it is not shown."""
        for item in self._items():
            if str(item.data(0, _KEY)) == key:
                self.setCurrentItem(item)
                self.scrollToItem(item)
                self._in_gap = False
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 called by Qt
        """Enter on a row goes there; on a group it opens or closes it."""
        item = self.currentItem()
        if event.key() not in _ENTER or not item:
            super().keyPressEvent(event)
        elif item.parent():
            self.chosen.emit()
        else:
            item.setExpanded(not item.isExpanded())

    def _place(self) -> str:
        item = self.currentItem()
        return str(item.data(0, _KEY)) if item and item.parent() else ""

    def _restore(self, key: str, order: list[str], *, in_gap: bool) -> None:
        if key in self._rows or key not in order:
            self.select(key)
            self._in_gap = in_gap and key in self._rows
            return
        heir, in_gap = successor(order, key, self._rows)
        self.select(heir)
        self._in_gap = in_gap

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            for row in range(top.childCount() if top else 0):
                item = top.child(row) if top else None
                if item is not None:
                    yield item

    def _on_moved(self) -> None:
        self._in_gap = False
        if not self._filling:
            self.moved.emit()

    def _on_collapsed(self, item: QTreeWidgetItem) -> None:
        self._closed.add(_name(item))

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        self._closed.discard(_name(item))

    def _on_double_click(self, item: QTreeWidgetItem) -> None:
        if item.parent():
            self.chosen.emit()

    def _build(self) -> None:
        self.setHeaderLabels(list(HEADS))
        self.setAccessibleName("问题清单，回车到该处")
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        header.setStretchLastSection(True)
        measure = self.fontMetrics()
        header.resizeSection(0, measure.horizontalAdvance("! 错误") + self.indentation() * 2 + 24)
        header.resizeSection(1, measure.horizontalAdvance("第1章第12段，第12页第22行") + 16)
        header.resizeSection(2, measure.horizontalAdvance("一二三四五六七八九十"))
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)


def _item(row: ProblemRow) -> QTreeWidgetItem:
    finding = row.finding
    said = finding.message
    if row.decision is not None:
        said = f"{decision_words(finding, row.decision)}　{said}"
    elif row.earlier is not None:
        said = f"{row.earlier.year}年忽略过　{said}"
    item = QTreeWidgetItem([severity_name(finding.severity), row.place, finding.text, said])
    item.setData(0, _KEY, row.key)
    item.setToolTip(1, plain_words(row.place))
    item.setToolTip(2, plain_words(finding.text))
    item.setToolTip(3, plain_words(said))
    return item


def _name(item: QTreeWidgetItem) -> str:
    return str(item.data(0, _KEY))
