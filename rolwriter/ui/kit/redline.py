"""Two texts shown as one: what went is struck through, what came is underlined."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from rolwriter.text.difference import Run, Step


class Redline(QTextEdit):
    """A read-only view of runs, and of plain lines with a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self._places: list[tuple[int, int]] = []
        self._at = -1

    def show_runs(self, runs: Iterable[Run], below: Iterable[tuple[str, str]]) -> None:
        """Show these runs, and under them pairs of a heading and its words."""
        self.clear()
        self._places, self._at = [], -1
        cursor = QTextCursor(self.document())
        for run in runs:
            start = cursor.position()
            cursor.insertText(run.text, _look(run.step))
            if run.step is not Step.SAME:
                self._mark(start, cursor.position())
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for heading, words in below:
            if not self.document().isEmpty():
                cursor.insertBlock()
                cursor.insertBlock()
            cursor.insertText(f"{heading}\n", bold)
            cursor.insertText(words, QTextCharFormat())
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @property
    def places(self) -> int:
        """How many places differ; what goes and what comes in its stead is one."""
        return len(self._places)

    def go(self, steps: int) -> None:
        """Select the next (1) or the last (-1) place that differs, round the ends."""
        if not self._places:
            return
        self._at = (self._at + steps) % len(self._places)
        start, end = self._places[self._at]
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _mark(self, start: int, end: int) -> None:
        if self._places and self._places[-1][1] == start:
            start = self._places.pop()[0]
        self._places.append((start, end))


def _look(step: Step) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(step is Step.REMOVED)
    look.setFontUnderline(step is Step.ADDED)
    if step is not Step.SAME:
        look.setFontWeight(QFont.Weight.Bold)
    return look
