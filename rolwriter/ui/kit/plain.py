"""Words as words: what a document, a file's name or a lock says is never markup.

Qt takes any text with a tag in it for rich text, in labels and tips alike, and opens the
pictures it names (seen with strace), on Windows those of another machine's share too.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def plain_words(words: str) -> str:
    """What to set where Qt takes markup too (a tip, a question) so that it shows these words."""
    if "<" not in words and "&lt;" not in words:  # what Qt looks for
        return words
    return f'<span style="white-space:pre-wrap">{escape(words)}</span>'
