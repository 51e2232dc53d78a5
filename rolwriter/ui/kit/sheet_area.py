"""A white sheet on the desk, as wide as it may be and scrolled where it is long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

_SIDE, _ABOVE = 16, 12
"""Desk to be seen around the sheet, in pixels."""

DESK_ROLE = QPalette.ColorRole.Dark
"""The palette's place for the colour of the desk."""


class SheetArea(QScrollArea):
    """Holds `sheet`, which whoever uses this fills with a layout of their own."""

    def __init__(self, width: int, above: int = _ABOVE) -> None:
        super().__init__()
        self.sheet = QWidget()
        self._width = width
        self._above = above
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lay_sheet(self.sheet)

    def lay_sheet(self, sheet: QWidget) -> None:
        """Put another sheet in the place of the one there.

        The one before goes when the event that led here is over: a button on it may
        be what was pressed.
        """
        before = self.takeWidget()
        if before:
            before.deleteLater()
        self.sheet = sheet
        sheet.setAutoFillBackground(True)
        sheet.setBackgroundRole(QPalette.ColorRole.Base)
        sheet.setMaximumWidth(self._width)
        desk = QWidget()
        desk.setAutoFillBackground(True)
        desk.setBackgroundRole(DESK_ROLE)
        row = QHBoxLayout(desk)
        row.setContentsMargins(_SIDE, self._above, _SIDE, _ABOVE)
        row.addStretch(1)
        row.addWidget(sheet, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.setWidget(desk)
