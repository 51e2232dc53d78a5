"""Where the clerk was in a report, as one line of text for the settings."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from rolwriter.ui.chapters.workspace import Workspace


def place_of(workspace: Workspace) -> str:
    """The tab, the cursor and the scroll position."""
    tab = workspace.chapter
    if tab is None:
        return f"{workspace.current_key}:0:0"
    position = tab.editor.textCursor().position()
    return f"{tab.part_id}:{position}:{tab.editor.verticalScrollBar().value()}"


def go_to(workspace: Workspace, place: str) -> None:
    """Go there again; a place that is gone is passed over."""
    key, _, rest = place.partition(":")
    if not workspace.show_key(key):
        return
    position, _, scroll = rest.partition(":")
    tab = workspace.chapter
    if tab is None or not position.isdecimal():
        return
    cursor = QTextCursor(tab.editor.document())
    cursor.setPosition(min(int(position), tab.editor.document().characterCount() - 1))
    tab.editor.setTextCursor(cursor)
    if scroll.isdecimal():
        tab.editor.verticalScrollBar().setValue(int(scroll))
