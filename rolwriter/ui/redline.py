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

    def show_runs(self, runs: Iterable[Run], below: Iterable[tuple[str, str]]) -> None:
        """Show these runs, and under them pairs of a heading and its words."""
        self.clear()
        cursor = QTextCursor(self.document())
        for run in runs:
            cursor.insertText(run.text, _look(run.step))
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        for heading, words in below:
            if not self.document().isEmpty():
                cursor.insertBlock()
                cursor.insertBlock()
            cursor.insertText(f"{heading}\n", bold)
            cursor.insertText(words, QTextCharFormat())
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _look(step: Step) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontStrikeOut(step is Step.REMOVED)
    look.setFontUnderline(step is Step.ADDED)
    if step is not Step.SAME:
        look.setFontWeight(QFont.Weight.Bold)
    return look
