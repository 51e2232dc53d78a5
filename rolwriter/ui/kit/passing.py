"""Dialogs pass: each is made for one showing, and goes when it was answered."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

_SOON = 100
"""Milliseconds; again while another dialog is open."""


class Passing(QObject):
    """Deletes the dialogs that a window opened: Qt would keep them as long as the window.

    `QObject.deleteLater` alone is too soon: the act that opened a dialog may open
    another before it reads the answers of the first.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._answered: list[QDialog] = []
        self._timer = QTimer(self, singleShot=True, interval=_SOON)
        self._timer.timeout.connect(self._sweep)

    def see(self, event: QChildEvent) -> None:
        """Watch over a dialog that the window has just opened."""
        child = event.child()
        if event.type() is QEvent.Type.ChildPolished and isinstance(child, QDialog):
            child.finished.connect(self._on_answered)

    def _on_answered(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, QDialog):
            self._answered.append(dialog)
            self._timer.start()

    def _sweep(self) -> None:
        if QApplication.activeModalWidget() or QApplication.activePopupWidget():
            self._timer.start()  # an act is under way
            return
        for dialog in self._answered:
            if isValid(dialog) and not dialog.isVisible():
                dialog.deleteLater()
        self._answered.clear()
