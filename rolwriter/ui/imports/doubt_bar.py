"""Under the preview's table: the whole paragraph, its question, and the likely answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rolwriter.app.imports.review import Review
from rolwriter.model.report import Role
from rolwriter.ui.kit.names import ROLE_NAMES
from rolwriter.ui.kit.plain import PlainLabel

_LONGEST = 160
"""Characters of a paragraph that are shown; the table's hint has them all."""


class DoubtBar(QWidget):
    """Shows one paragraph of the review."""

    role_chosen = Signal(object)
    """A `Role` for the chapter that opens here."""
    confirmed = Signal()

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._text = _label(self)
        self._question = _label(self)
        self._confirm = QPushButton("判断正确(&K)", self)
        self._confirm.clicked.connect(self.confirmed)
        self._row = QHBoxLayout()
        self._row.addWidget(self._confirm)
        self._roles: list[QPushButton] = []
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._text)
        column.addWidget(self._question)
        column.addLayout(self._row)
        column.addStretch(1)
        self.setMinimumHeight(self.fontMetrics().height() * 5 + 40)

    @property
    def answers(self) -> list[str]:
        """The buttons that can be pressed now."""
        buttons = [self._confirm, *self._roles]
        return [button.text() for button in buttons if not button.isHidden()]

    def show_paragraph(self, row: int | None) -> None:
        """Show a paragraph; None while there is none."""
        text = self._review.paragraphs[row].text if row is not None else ""
        self._text.setText(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        doubts = self._review.doubts(row) if row is not None else []
        waits = row is not None and self._review.is_open(row)
        asked = "　".join(doubt.question for doubt in doubts)
        self._question.setText(f"{'？' if waits else '✓ 已确认：'}{asked}" if asked else "")
        self._confirm.setVisible(waits)
        roles = [role for doubt in doubts for role in doubt.choices]
        heads = row is not None and self._review.is_heading(row)
        now = self._review.labels[row].role if row is not None else None
        others = [role for role in dict.fromkeys(roles) if role is not now]
        self._offer(others if waits and heads else [])

    def _offer(self, roles: Sequence[Role]) -> None:
        for button in self._roles:
            self._row.removeWidget(button)
            button.deleteLater()
        self._roles = [self._button(role, number) for number, role in enumerate(roles, 1)]
        for place, button in enumerate(self._roles, 1):
            self._row.insertWidget(place, button)

    def _button(self, role: Role, number: int) -> QPushButton:
        button = QPushButton(f"改为“{ROLE_NAMES[role]}”(&{number})", self)
        button.clicked.connect(lambda _checked=False: self.role_chosen.emit(role))
        return button


def _label(parent: QWidget) -> QLabel:
    label = PlainLabel("", parent)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label
