"""A line of words that gives way: cut with an ellipsis where there is no room."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from rolwriter.ui.kit.plain import plain_words


class ElidedLabel(QLabel):
    """Shows as much of its words as fits, and all of them to a pointer or a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""

    def say(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.setToolTip(plain_words(words))
        self.setAccessibleName(words)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        """One character at least."""
        return QSize(self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._words, mode, self.width()))
