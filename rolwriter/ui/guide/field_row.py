"""One guided field: label, input, unit, 本年度未发生, last year, and where the text answers it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
)

from rolwriter.app.guide.fields import FieldView
from rolwriter.catalog.topics import Field, FieldKind
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.plain import PlainLabel

_WIDTHS = {FieldKind.NUMBER: 120, FieldKind.DATE: 160, FieldKind.TEXT: 280}
_KIND_HINTS = {FieldKind.DATE: "日期，如2025年12月4日"}


class FieldRow(QObject):
    """Puts its widgets into two lines of a grid and tells what was filled in."""

    changed = Signal(object, str, bool)
    """The `Field`, its words, and whether 本年度未发生 is ticked."""
    place_wanted = Signal(object)
    """The `FieldEvidence` to go to."""

    def __init__(self, field: Field, desk: Desk, grid: QGridLayout, line: int) -> None:
        super().__init__(grid)
        self.field = field
        self._view: FieldView | None = None
        must = "*" if field.required else ""
        label = PlainLabel(f"{field.label}{must}")
        self.input: QLineEdit | QComboBox = _input(field)
        self.input.setAccessibleName(f"{field.label}{f'（{field.unit}）' if field.unit else ''}")
        self.input.setAccessibleDescription(field.hint)
        label.setBuddy(self.input)
        self.none = QCheckBox("本年度未发生")
        self.none.setAccessibleName(f"{field.label}：本年度未发生")
        self.none.setVisible(field.allows_none)
        self.last = PlainLabel()
        self.place = QPushButton("到该处")
        self.place.setFlat(True)
        self.place.setAccessibleName(f"到正文中写“{field.label}”的地方")
        hint = PlainLabel(" ".join(filter(None, (_KIND_HINTS.get(field.kind, ""), field.hint))))
        hint.setWordWrap(True)
        hint.setEnabled(False)
        grid.addWidget(label, line, 0)
        with_unit = QHBoxLayout()
        with_unit.setSpacing(8)
        with_unit.addWidget(self.input)
        with_unit.addWidget(PlainLabel(field.unit))
        with_unit.addWidget(self.none)
        with_unit.addStretch(1)
        grid.addLayout(with_unit, line, 1)
        grid.addWidget(self.last, line, 4)
        grid.addWidget(self.place, line, 5)
        grid.addWidget(hint, line + 1, 1, 1, 5)
        if isinstance(self.input, QComboBox):
            self.input.activated.connect(self._tell)
        else:
            desk.adopt_line(self.input)
            self.input.editingFinished.connect(self._tell)
        self.none.clicked.connect(self._tell)
        self.place.clicked.connect(self._go)

    def show_view(self, view: FieldView, spot: Spot) -> None:
        """Show what is known; what is being typed stays."""
        self._view = view
        if not (self.input.hasFocus() and _words(self.input) != view.words and view.adopted):
            _set_words(self.input, view.words)
        self.none.setChecked(view.none)
        self.input.setEnabled(not view.none)
        found = view.found
        where = f"正文{spot.name(found.paragraph_id)}" if found else ""
        self.last.setText(
            "　".join(filter(None, (f"去年 {view.last}" if view.last else "", where)))
        )
        self.place.setVisible(found is not None)

    def _tell(self) -> None:
        words, none = _words(self.input), self.none.isChecked()
        view = self._view
        if view is None or (words, none) != (view.words, view.none):
            self.changed.emit(self.field, words, none)

    def _go(self) -> None:
        if self._view is not None and self._view.found is not None:
            self.place_wanted.emit(self._view.found)


def _input(field: Field) -> QLineEdit | QComboBox:
    if field.kind is FieldKind.CHOICE:
        box = QComboBox()
        box.addItem("（未选）", "")
        for choice in field.choices:
            box.addItem(choice, choice)
        return box
    line = QLineEdit()
    line.setFixedWidth(_WIDTHS[field.kind])
    return line


def _words(widget: QLineEdit | QComboBox) -> str:
    return str(widget.currentData()) if isinstance(widget, QComboBox) else widget.text()


def _set_words(widget: QLineEdit | QComboBox, words: str) -> None:
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(words)))
    elif widget.text() != words:
        widget.setText(words)
