"""A field for plain text, a line a paragraph: the base of every text field of the window.

It takes no formatting (pasting HTML could open files and shares), drops characters
no document can hold, tells of real changes only, and leaves undo to the window.
"""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from rolwriter.text.sanitize import lines_of, writable
from rolwriter.ui.kit.line_diff import difference

_PARAGRAPH_END = "\u2029"
"""What Qt puts between paragraphs."""


class PlainEdit(QTextEdit):
    """Lines of text that a program may change beside the clerk without moving the cursor."""

    edited = Signal()
    """The clerk changed the words; never sent while an input method composes."""
    cleaned = Signal(int)
    """So many characters of a paste could not be kept."""
    refused = Signal()
    """The clerk would type where nothing may be changed."""
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.menu_actions: Sequence[QAction] = ()
        """What the context menu offers above copy and paste."""
        self._composing = False
        self._by_program = False
        self._told = self.lines()
        self.textChanged.connect(self._tell)

    @property
    def composing(self) -> bool:
        """Whether an input method holds letters that are not text yet."""
        return self._composing

    def lines(self) -> list[str]:
        """The text, a paragraph each."""
        # One call for the whole text: a call a paragraph costs ten times as much.
        return writable(self.document().toRawText()).split(_PARAGRAPH_END)

    def set_read_only(self, read_only: bool) -> None:
        """Take no typing; the cursor goes on moving, and words can be selected and copied."""
        self.setReadOnly(read_only)
        if read_only:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show these lines, touching only what differs; `edited` is not sent.

        Blanks the clerk has just typed at a line's edge stay: the report keeps them
        apart from its words.
        """
        change = difference(self.lines(), lines or [""])
        if change is not None:
            self._by_program = True
            cursor = QTextCursor(self.document())
            cursor.beginEditBlock()
            cursor.setPosition(change.start)
            cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(change.text)
            cursor.endEditBlock()
            self._by_program = False
        self._told = self.lines()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the input method, so that half-typed letters count for nothing."""
        if self.isReadOnly():
            self.refused.emit()
            return
        self._composing = True
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        if event.commitString() or not self._composing:
            self._report()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo goes to the window; a line break in a paragraph is a new paragraph."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        elif self.isReadOnly() and _writes(event):
            self.refused.emit()
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only: a file dropped here is the window's to open."""
        return source.hasText() and not source.hasUrls() and not self.isReadOnly()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in the words of a paste, and say when some characters could not be kept."""
        if self.isReadOnly():
            self.refused.emit()
            return
        pasted = source.text()
        self.textCursor().insertText("\n".join(lines_of(pasted)))
        self.ensureCursorVisible()
        lost = sum(not writable(mark) and len(lines_of(mark)) == 1 for mark in pasted)
        if lost:
            self.cleaned.emit(lost)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, with the window's undo in the place of the field's own."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions():
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        if self.menu_actions:
            menu.insertActions(menu.actions()[0], self.menu_actions)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _tell(self) -> None:
        if not self._composing and not self._by_program:
            self._report()

    def _report(self) -> None:
        lines = self.lines()
        if lines != self._told:
            self._told = lines
            self.edited.emit()


def _writes(event: QKeyEvent) -> bool:
    """Whether the key would change the text, were it let."""
    keys = QKeySequence.StandardKey
    if any(event.matches(key) for key in (keys.Cut, keys.Paste, keys.Delete, keys.Backspace)):
        return True
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    return event.text() == "\r" or (bool(event.text()) and event.text().isprintable())
