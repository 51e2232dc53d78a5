"""A field of the 报头 form: the lines of one part, as high as its words need."""

# ruff: noqa: N802 (methods that Qt calls by its own names)

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextOption

from rolwriter.catalog.page_format import FaceRole
from rolwriter.model.front_matter import part_lines, set_part_lines
from rolwriter.model.report import PartKind
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.kit.plain_edit import PlainEdit

NARROWEST = 10
"""Characters a line must hold; where they do not fit, the label goes above the field."""
SMALLER = 0.8
"""The form shows a little less than paper size, so that it fits a small screen."""


class PartField(PlainEdit):
    """The part of one kind; a missing part is made when words are typed."""

    entered = Signal()
    """The clerk is in this field, and moved in it."""

    def __init__(
        self,
        desk: Desk,
        kind: PartKind,
        *,
        face: FaceRole,
        name: str,
        hint: str,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self._face = face
        self._name = name
        self.setAccessibleName(name)
        self.setAccessibleDescription(hint)
        self.setToolTip(plain_words(hint))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if face is FaceRole.TITLE:
            self.document().setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
        desk.adopt(self)
        self.edited.connect(self._take)
        self.cursorPositionChanged.connect(self._on_moved)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def refresh(self) -> None:
        """Show the part as the session has it; lines still empty stay while they are typed."""
        held = part_lines(self._desk.report, self._kind)
        shown = [line.strip() for line in self.lines() if line.strip()]
        if held != shown:
            self.set_lines(held or [""])

    def set_zoom(self, percent: int) -> None:
        """Draw the words at that size."""
        scale = self.logicalDpiY() / 72 * percent / 100 * SMALLER
        self.setFont(self._desk.faces.font(self._face, scale))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("国") * NARROWEST)
        self._fit()

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Say that the clerk is here now."""
        super().focusInEvent(e)
        self.entered.emit()

    def _on_moved(self) -> None:
        if self.hasFocus():
            self.entered.emit()

    def _take(self) -> None:
        change = set_part_lines(
            self._desk.report, self._kind, self.lines(), self._desk.session.fresh_ids()
        )
        if change is not None:
            merge = f"{self._kind}:{len(self.lines())}:{type(change).__name__}"
            self._desk.history.do(change, f"填写{self._name}", source=self, merge=merge)

    def _fit(self) -> None:
        margins = self.contentsMargins()
        height = self.document().size().height() + margins.top() + margins.bottom()
        self.setFixedHeight(round(height) + 2)
