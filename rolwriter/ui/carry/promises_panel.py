"""去年的承诺: last year's plan and shortcomings, each answered with a place in this year's text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.carry.listing import Places
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer, Promise
from rolwriter.ui.carry.names import ANSWER_NAMES, PROMISE_NAMES
from rolwriter.ui.kit.plain import PlainLabel, plain_words

_ID = Qt.ItemDataRole.UserRole
_KEYS = {
    Qt.Key.Key_1: Answer.DONE,
    Qt.Key.Key_2: Answer.ONGOING,
    Qt.Key.Key_3: Answer.UNDONE,
    Qt.Key.Key_0: Answer.WAITING,
}
_BUTTONS = {
    Answer.DONE: "已完成 1",
    Answer.ONGOING: "推进中 2",
    Answer.UNDONE: "未完成 3",
    Answer.WAITING: "待回应 0",
}
_EMPTY = "没有去年的安排和不足。结转去年的报告后，去年写的安排和不足会逐条列在这里，等今年回应。"


class PromiseTree(QTreeWidget):
    """The list; digits answer, Enter goes to the place, P takes the place of the cursor."""

    answered = Signal(object)
    chosen = Signal()
    placed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 called by Qt
        """Digits, P and Enter."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.answered.emit(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key is Qt.Key.Key_P:
            self.placed.emit()
        else:
            super().keyPressEvent(event)


class PromisesPanel(QWidget):
    """A line for each point; the acts work on the current one."""

    answer_wanted = Signal(str, object)
    place_wanted = Signal(str)
    jump_wanted = Signal(str)
    """The id of a paragraph of this year's text; empty when none was set."""

    def __init__(self) -> None:
        super().__init__()
        self.count = PlainLabel("", self)
        self.count.setWordWrap(True)
        self.tree = PromiseTree(self)
        self._shown: tuple[Promise, ...] | None = None
        self._row = QHBoxLayout()
        self._build()
        self.tree.answered.connect(self._answer)
        self.tree.placed.connect(self._place)
        self.tree.chosen.connect(self._jump)

    def show_promises(self, project: Project) -> None:
        """Show the project's list; the place in it is kept."""
        places = Places(project)
        waits = sum(p.answer is Answer.WAITING for p in project.promises)
        done = f"共{len(project.promises)}条，待回应{waits}条。"
        self.count.setText(
            f"{done}数字键回应，P 记下光标所在段，回车到该段。" if project.promises else _EMPTY
        )
        while self.tree.topLevelItemCount() > len(project.promises):
            self.tree.takeTopLevelItem(self.tree.topLevelItemCount() - 1)
        while self.tree.topLevelItemCount() < len(project.promises):
            self.tree.addTopLevelItem(QTreeWidgetItem())
        for row, promise in enumerate(project.promises):
            item = self.tree.topLevelItem(row)
            if item is not None:
                _fill(item, promise, places)
        self._shown = project.promises
        for button in self.buttons:
            button.setEnabled(bool(project.promises))

    def stand_at(self, promise_id: str) -> None:
        """Put the list's cursor on that point."""
        for row in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(row)
            if item is not None and item.data(0, _ID) == promise_id:
                self.tree.setCurrentItem(item)

    @property
    def current(self) -> Promise | None:
        """The point the list stands at."""
        item = self.tree.currentItem()
        wanted = item.data(0, _ID) if item else None
        return next((p for p in self._shown or () if p.id == wanted), None)

    def _answer(self, answer: Answer) -> None:
        promise = self.current
        if promise is not None:
            self.answer_wanted.emit(promise.id, answer)

    def _place(self) -> None:
        promise = self.current
        if promise is not None:
            self.place_wanted.emit(promise.id)

    def _jump(self) -> None:
        promise = self.current
        if promise is not None:
            self.jump_wanted.emit(promise.place)

    def _build(self) -> None:
        self.tree.setHeaderLabels(["去年写的", "类别", "今年的回应", "写在"])
        self.tree.setRootIsDecorated(False)
        self.tree.setAccessibleName("去年的安排和不足")
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.buttons: list[QToolButton] = []
        for answer, words in _BUTTONS.items():
            self._add(words, partial(self._answer, answer), "记下今年的回应")
        self._add("写在此段 P", self._place, "记下：今年在光标所在的段落回应了这一条")
        self._add("到该段", self._jump, "到记下的段落")
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.count)
        column.addWidget(self.tree, 1)
        column.addLayout(self._row)
        self.setFocusProxy(self.tree)

    def _add(self, words: str, act: Callable[[], None], tip: str) -> None:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(plain_words(tip))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleDescription(tip)
        button.clicked.connect(act)
        self.buttons.append(button)
        self._row.addWidget(button)


def _fill(item: QTreeWidgetItem, promise: Promise, places: Places) -> None:
    place = places.name(promise.place)
    if promise.place and not place:
        place = "（该段已删去）"
    texts = (promise.text, PROMISE_NAMES[promise.kind], ANSWER_NAMES[promise.answer], place)
    for column, text in enumerate(texts):
        item.setText(column, text)
    item.setToolTip(0, plain_words(promise.text))
    item.setToolTip(3, plain_words(places.text(promise.place)))
    item.setData(0, _ID, promise.id)
