"""问题: what the checks found, with a filter above, the reason beside, and the acts below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.problems.details import details_html
from rolwriter.ui.problems.filter import ProblemFilter
from rolwriter.ui.problems.rows import ProblemRow
from rolwriter.ui.problems.tree import ProblemTree


class ProblemsPanel(QWidget):
    """Shows rows; what is done with them is the desk's matter."""

    wanted = Signal(object)
    """A `ProblemRow` to go to."""
    moved = Signal(object)
    """The `ProblemRow` the list stands at now, or None."""

    def __init__(self) -> None:
        super().__init__()
        self.headline = PlainLabel("", self)
        self.filter = ProblemFilter()
        self.tree = ProblemTree(self)
        self.details = QTextBrowser(self)
        self._rows: Sequence[ProblemRow] = ()
        self._clear_words = ""
        self._buttons = QHBoxLayout()
        self._build()
        self.filter.changed.connect(self._fill)
        self.tree.moved.connect(self._on_moved)
        self.tree.chosen.connect(self._go)

    @property
    def current(self) -> ProblemRow | None:
        """The row the list stands at."""
        return self.tree.current

    def offer(self, actions: Sequence[QAction]) -> None:
        """Buttons under the list."""
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._buttons.insertWidget(self._buttons.count() - 1, button)

    def show_rows(self, rows: Sequence[ProblemRow], clear_words: str) -> None:
        """Show these; ``clear_words`` is said when nothing is left to settle."""
        self._rows = rows
        self._clear_words = clear_words
        self.filter.show_counts(rows)
        self._fill()

    def say(self, words: str) -> None:
        """Say how the check stands, with nothing in the list."""
        self._rows = ()
        self._clear_words = words
        self._fill()

    def _fill(self) -> None:
        shown = [row for row in self._rows if self.filter.accepts(row)]
        self.tree.show_rows(shown, self.filter.group_of)
        self.headline.setText(self._headline(len(shown)))

    def _headline(self, shown: int) -> str:
        if self.filter.settled.isChecked():
            return "已忽略、保留和定为遮盖的问题；用“恢复检查这一处”可再列为问题。"
        open_ = sum(row.decision is None for row in self._rows)
        if not open_:
            return self._clear_words
        hidden = f"（筛选后显示{shown}处）" if self.filter.narrowed else ""
        return f"共{open_}处{hidden}。回车到该处，F8 下一处，Shift+F8 上一处，Ctrl+. 改正方法。"

    def _on_moved(self) -> None:
        row = self.tree.current
        self.details.setHtml(details_html(row) if row else "")
        self.moved.emit(row)

    def _go(self) -> None:
        row = self.tree.current
        if row is not None:
            self.wanted.emit(row)

    def _build(self) -> None:
        self.headline.setWordWrap(True)
        self.details.setOpenLinks(False)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("这个问题的说明、依据和例子")
        self.details.setMinimumWidth(140)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(self.details)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 2)
        split.setSizes([700, 280])
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.headline)
        column.addWidget(self.filter)
        column.addWidget(split, 1)
        column.addLayout(self._buttons)
        self.setFocusProxy(self.tree)
