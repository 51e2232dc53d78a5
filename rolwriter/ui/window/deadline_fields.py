"""期限: a place's own days for 报送 and 公开 as fields of the settings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QFormLayout, QHBoxLayout, QLabel, QWidget

from rolwriter.app.settings import Settings

_ANY_YEAR = 2000
"""A leap year: 29 February can be chosen."""


@dataclass(frozen=True, slots=True)
class _Row:
    own: QCheckBox
    day: QDateEdit

    @property
    def chosen(self) -> str:
        """Month and day as the settings keep them; empty when the box is not ticked."""
        return self.day.date().toString("MM-dd") if self.own.isChecked() else ""


class DeadlineFields:
    """A day is a place's own when its box is ticked; else the law's holds."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        self._parent = parent
        self.submit = self._row("当地要求的报送日期(&S)", settings.submit_by, "03-01")
        self.publish = self._row("当地要求的公开日期(&K)", settings.publish_by, "04-01")
        self.model_area = self._row("示范地区，提前报送(&M)", settings.model_area_by, "01-31")

    def add_to(self, form: QFormLayout) -> None:
        """Put the rows under what the form has."""
        form.addRow(QLabel("<b>期限（不勾选的按规定：3月1日报送、4月1日公开）</b>", self._parent))
        for row in (self.submit, self.publish, self.model_area):
            line = QHBoxLayout()
            line.addWidget(row.own)
            line.addStretch(1)
            line.addWidget(row.day)
            form.addRow(line)

    def chosen(self, settings: Settings) -> Settings:
        """The settings with the days as the fields stand."""
        return replace(
            settings,
            submit_by=self.submit.chosen,
            publish_by=self.publish.chosen,
            model_area_by=self.model_area.chosen,
        )

    def _row(self, words: str, kept: str, usual: str) -> _Row:
        own = QCheckBox(words, self._parent)
        own.setChecked(bool(kept))
        month, day = map(int, (kept or usual).split("-"))
        edit = QDateEdit(QDate(_ANY_YEAR, month, day), self._parent)
        edit.setDisplayFormat("M月d日")
        edit.setDateRange(QDate(_ANY_YEAR, 1, 1), QDate(_ANY_YEAR, 12, 31))
        edit.setAccessibleName(words.partition("(")[0])
        edit.setEnabled(own.isChecked())
        own.toggled.connect(edit.setEnabled)
        return _Row(own, edit)
