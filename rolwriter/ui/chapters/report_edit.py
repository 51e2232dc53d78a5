"""The sheet on the desk: a text field with the column, faces and lines of the paper."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from rolwriter.catalog.page_format import FaceRole
from rolwriter.ui.carry.marks import paint_marks
from rolwriter.ui.chapters.level_highlighter import LevelHighlighter
from rolwriter.ui.kit.faces import LEVEL_ROLES, Faces
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.kit.plain_edit import PlainEdit
from rolwriter.ui.kit.sheet_area import DESK_ROLE

MARGIN = 56
"""White at both sides of the column, in pixels, where there is room."""
NARROW_MARGIN = 16
DESK = 12
"""Desk to be seen around the sheet."""
INDENT_CHARS = 2


class ReportEdit(PlainEdit):
    """One part's text as it will stand on paper; the column is 28 characters wide."""

    def __init__(self, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._zoom = 100
        self._marked: frozenset[int] = frozenset()
        self._highlighter = LevelHighlighter(self.document())
        self.tip_at: Callable[[int, int], str] = _no_tip
        """What to say of the place with that line and position in it (UTF-16)."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(DESK_ROLE)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(0)
        self.set_zoom(100)

    @property
    def column(self) -> int:
        """The width of 28 characters, in pixels."""
        return round(QFontMetricsF(self.font()).horizontalAdvance("国") * self._faces.chars) + 2

    @property
    def highlighter(self) -> LevelHighlighter:
        """Draws the paragraphs."""
        return self._highlighter

    def set_zoom(self, percent: int) -> None:
        """Draw the text at that size, apart from the window's own type."""
        self._zoom = percent
        scale = self.logicalDpiY() / 72 * percent / 100
        self.setFont(self._faces.font(FaceRole.TEXT, scale))
        formats: list[QTextCharFormat] = []
        for role in LEVEL_ROLES:
            face = QTextCharFormat()
            face.setFont(self._faces.font(role, scale))
            formats.append(face)
        self._lay_out_paragraphs(scale)
        self._highlighter.set_formats(formats)
        self._lay_out_sheet()

    def show_paragraphs(self, lines: Sequence[str], levels: Sequence[int]) -> None:
        """Show these paragraphs, touching only what differs."""
        self.set_lines(lines)
        self.show_levels(dict(enumerate(levels)))

    def show_levels(self, levels: Mapping[int, int]) -> None:
        """Set the paragraphs of these numbers in the faces of their levels."""
        self._highlighter.set_levels(levels)

    def show_links_by(self, links_at: Callable[[int], Sequence[tuple[int, int]]]) -> None:
        """Underline what this says of a paragraph's number (code points of its words)."""
        self._highlighter.links_at = links_at
        self._highlighter.set_link_colour(self.palette().color(QPalette.ColorRole.Link))

    def show_links(self, rows: Iterable[int]) -> None:
        """Draw the linked figures of these paragraphs anew."""
        self._highlighter.draw(rows)

    def changeEvent(self, e: QEvent) -> None:
        """Follow a change of the palette."""
        super().changeEvent(e)
        if e.type() is QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.set_link_colour(self.palette().color(QPalette.ColorRole.Link))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what stands under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(event.pos())
            words = self.tip_at(cursor.blockNumber(), cursor.positionInBlock())
            QToolTip.showText(event.globalPos(), plain_words(words), self)
            return True
        return super().viewportEvent(event)

    def mark(self, rows: Iterable[int]) -> None:
        """Mark these paragraphs in the margin as carried over and not looked at."""
        marked = frozenset(rows)
        if marked != self._marked:
            self._marked = marked
            self.viewport().update()

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw the text, then the marks beside it."""
        super().paintEvent(e)
        paint_marks(self, self._marked, e.rect())

    def go_to_line(self, number: int) -> None:
        """Put the cursor at the start of a paragraph and show it."""
        block = self.document().findBlockByNumber(number)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.ensureCursorVisible()
        if number == 0:  # with the sheet's upper edge
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet in the middle of the desk."""
        super().resizeEvent(event)
        self._lay_out_sheet()

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Scroll; a wheel with Ctrl is the window's zoom, not the field's own."""
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            e.ignore()
        else:
            super().wheelEvent(e)

    def _lay_out_paragraphs(self, scale: float) -> None:
        layout = QTextBlockFormat()
        layout.setTextIndent(QFontMetricsF(self.font()).horizontalAdvance("国") * INDENT_CHARS)
        layout.setLineHeight(
            self._faces.line_pt * scale, QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(layout)

    def _lay_out_sheet(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        margin = max(NARROW_MARGIN, min(MARGIN, (room - self.column) // 2))
        desk = max(0, (room - self.column - 2 * margin) // 2)
        self.setViewportMargins(desk, DESK if desk else 0, desk, 0)
        self.setLineWrapColumnOrWidth(max(1, room - 2 * desk))
        frame = QTextFrameFormat()
        frame.setLeftMargin(margin)
        frame.setRightMargin(margin)
        frame.setTopMargin(NARROW_MARGIN * 2)
        frame.setBottomMargin(NARROW_MARGIN * 4)
        root = self.document().rootFrame()
        if root.frameFormat() != frame:
            root.setFrameFormat(frame)


def _no_tip(_line: int, _position: int) -> str:
    return ""
