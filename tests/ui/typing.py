"""Typing as a clerk does it: through an input method.

QTest.keyClicks with Chinese aborts the process; an input method's event is what the
system sends anyway.
"""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget


def commit(widget: QWidget, text: str) -> None:
    """The input method hands over finished words."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def compose(widget: QWidget, letters: str) -> None:
    """The input method holds letters that are not text yet; none ends it."""
    QApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def put_cursor(edit: QTextEdit, line: int, column: int = 0) -> None:
    """The cursor stands in that paragraph, before that character."""
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(line).position() + column)
    edit.setTextCursor(cursor)
