"""What every tab and panel works with."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from rolwriter.app.session import Session
from rolwriter.model.report import Report
from rolwriter.ui.kit.faces import Faces
from rolwriter.ui.kit.plain_edit import PlainEdit
from rolwriter.ui.kit.undo import History


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Desk:
    """The open project, the door for its changes, the faces, and a line for brief notices."""

    session: Session
    history: History
    faces: Faces
    notice: Callable[[str], None]

    @property
    def report(self) -> Report:
        """The report as it stands."""
        return self.session.project.report

    def adopt(self, edit: PlainEdit) -> None:
        """Give a text field what all of them share: undo, and a word on cleaned pastes."""
        edit.undo_wanted.connect(self.history.undo)
        edit.redo_wanted.connect(self.history.redo)
        edit.cleaned.connect(self._on_cleaned)
        edit.refused.connect(self._on_refused)

    def adopt_line(self, line: QLineEdit) -> None:
        """Let a one-line field's undo be the window's."""
        line.installEventFilter(_UndoKeys(self.history, line))

    def _on_refused(self) -> None:
        self.notice("只读打开，没有输入。要修改，请先“另存副本”（Ctrl+Shift+S）。")

    def _on_cleaned(self, count: int) -> None:
        self.notice(f"粘贴的内容里有{count}个无法保存的控制字符，已去掉；文字没有变化。")


class _UndoKeys(QObject):
    """Takes Ctrl+Z and its like from a field that has an undo of its own."""

    def __init__(self, history: History, field: QObject) -> None:
        super().__init__(field)
        self._history = history

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt before the field gets the event."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        back = event.matches(QKeySequence.StandardKey.Undo)
        if not back and not event.matches(QKeySequence.StandardKey.Redo):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyPress:
            (self._history.undo if back else self._history.redo)()
        event.accept()
        return True
