"""Dialogs pass: each is made for one showing, and goes when it was answered."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent
from PySide6.QtWidgets import QDialog


def let_pass(event: QChildEvent) -> None:
    """Have a dialog that was opened above a window deleted once it is closed.

    Qt would keep it, and all it shows, as long as the window. It goes only after the
    act that opened it has returned and read its answers.
    """
    if event.type() is QEvent.Type.ChildPolished:
        child = event.child()
        if isinstance(child, QDialog):
            child.finished.connect(child.deleteLater)
