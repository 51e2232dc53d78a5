"""标题回行: each way to break the title, drawn as it will look, to choose from."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.output.title_breaks import TitleOffer
from rolwriter.catalog.page_format import FaceRole
from rolwriter.ui.kit.faces import Faces
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit

_LINES = Qt.ItemDataRole.UserRole
_SCALE = 0.9
"""Pixels for a point: the type area is then 398 wide, small enough for any screen."""
_ROOM = 12


class TitleDialog(QDialog):
    """A list of drawn titles; arrows move, Enter takes."""

    def __init__(
        self,
        offers: Sequence[TitleOffer],
        chosen: int,
        faces: Faces,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("标题回行")
        self._offers = offers
        self.list = QListWidget(self)
        self.list.setAccessibleName("标题的几种回行")
        self.list.setItemDelegate(_Drawn(faces, self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for offer in offers:
            item = QListWidgetItem(offer.words, self.list)
            item.setData(_LINES, list(offer.lines))
            said = f"{offer.words}：{'／'.join(offer.lines)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        self.list.setCurrentRow(chosen)
        self.list.itemActivated.connect(self.accept)
        heading = PlainLabel("按印在纸上的样子选一种(&L)：", self)
        heading.setBuddy(self.list)
        note = PlainLabel(_note(offers), self)
        note.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton("采用", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        for widget in (heading, self.list, note, buttons):
            column.addWidget(widget)
        self.list.setFocus()
        fit(self, 560, 560)

    @property
    def offer(self) -> TitleOffer:
        """The one that is marked."""
        return self._offers[max(0, self.list.currentRow())]


def _note(offers: Sequence[TitleOffer]) -> str:
    if len(offers) > 1:
        return "只在词与词之间回行。以后改了标题，请再来看一次；需要时可用“撤销”改回。"
    return "没有找到别的合适的回行处。可以在报头的标题栏里按回车，自己分行。"


class _Drawn(QStyledItemDelegate):
    """Draws the lines in the middle of a strip as wide as the type area, their shape beneath."""

    def __init__(self, faces: Faces, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = faces.font(FaceRole.TITLE, _SCALE)
        self._pitch = round(faces.line_pt * _SCALE)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Room for the lines and for what they are called."""
        words = QFontMetrics(option.font).height()
        return QSize(0, len(index.data(_LINES)) * self._pitch + words + 2 * _ROOM)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one way."""
        marked = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        painter.save()
        painter.fillRect(option.rect, palette.highlight() if marked else palette.base())
        role = QPalette.ColorRole.HighlightedText if marked else QPalette.ColorRole.Text
        painter.setPen(palette.color(role))
        painter.setFont(self._font)
        top = option.rect.top() + _ROOM
        for line in index.data(_LINES):
            strip = QRect(option.rect.left(), top, option.rect.width(), self._pitch)
            painter.drawText(strip, Qt.AlignmentFlag.AlignCenter, line)
            top += self._pitch
        painter.setFont(option.font)
        foot = QRect(option.rect.left(), top, option.rect.width(), option.rect.bottom() - top)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()
