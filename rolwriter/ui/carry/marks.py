"""A quiet bar with a word in the margin of paragraphs nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QTextBlock
from PySide6.QtWidgets import QTextEdit

WORD = "未核"
_SIGN = "◆"
_BAR = 3
_GAP = 6
_TYPE = 12
"""Height of the word, in pixels, whatever the zoom."""


def paint_marks(edit: QTextEdit, rows: Collection[int], area: QRect) -> None:
    """Mark the paragraphs of these numbers that lie in ``area`` of the viewport.

    Called while the field draws itself; costs the visible paragraphs, not the text.
    """
    if not rows:
        return
    margin = round(edit.document().rootFrame().frameFormat().leftMargin())
    painter = QPainter(edit.viewport())
    painter.setPen(edit.palette().color(QPalette.ColorRole.PlaceholderText))
    painter.setFont(_font(edit))
    block = edit.cursorForPosition(area.topLeft()).block()
    while block.isValid():
        place = _place(edit, block)
        if place.top() > area.bottom():
            break
        if block.blockNumber() in rows:
            _paint(painter, place, margin)
        block = block.next()
    painter.end()


def _paint(painter: QPainter, place: QRectF, margin: int) -> None:
    bar = QRectF(margin - _GAP - _BAR, place.top() + 2, _BAR, place.height() - 4)
    painter.fillRect(bar, painter.pen().color())
    room = round(bar.left()) - 2
    measure = painter.fontMetrics()
    word = next((w for w in (WORD, _SIGN) if measure.horizontalAdvance(w) <= room), "")
    line = QRectF(0, place.top(), room, min(place.height(), measure.height() * 2))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)


def _place(edit: QTextEdit, block: QTextBlock) -> QRectF:
    rect = edit.document().documentLayout().blockBoundingRect(block)
    return rect.translated(0, -edit.verticalScrollBar().value())


def _font(edit: QTextEdit) -> QFont:
    font = QFont(edit.window().font())
    font.setPixelSize(_TYPE)
    return font
