"""报头: what stands around the chapters, a labelled field each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from rolwriter.app.skeleton import FIRST_YEAR, LAST_YEAR
from rolwriter.catalog.page_format import FaceRole
from rolwriter.model.change import SetAuthority, SetYear
from rolwriter.model.report import PartKind
from rolwriter.text.sanitize import writable
from rolwriter.ui.chapters.part_field import PartField
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sheet_area import SheetArea

if TYPE_CHECKING:
    from rolwriter.ui.guide.pane import GuidePane

_NO_YEAR = FIRST_YEAR - 1
_SHEET = 760

_FIELDS = (
    (PartKind.TITLE, "标题(&T)", "可分两三行，如“单位名称”一行，“关于2025年……的报告”一行。"),
    (PartKind.DOCUMENT_NUMBER, "发文字号(&N)", "如“云机管〔2026〕3号”；没有就空着。"),
    (PartKind.ADDRESSEE, "主送机关(&S)", "如“区委、区政府：”；没有就空着。"),
    (PartKind.PREAMBLE, "导语(&P)", "正文第一章之前的引导段，常以“现将有关情况报告如下：”结束。"),
    (
        PartKind.ATTACHMENT_NOTE,
        "附件说明(&F)",
        "如“附件：1．统计表”，每个附件一行，名称后不加标点；没有附件就空着。",
    ),
    (PartKind.SIGNATURE, "署名(&G)", "落款的发文机关；没有就空着。"),
    (PartKind.ISSUE_DATE, "成文日期(&D)", "如“2026年2月20日”；没有就空着。"),
)
HEAD_KINDS = frozenset(kind for kind, _, _ in _FIELDS)
"""The parts of a report that the form shows."""


class HeadTab(SheetArea):
    """The form; each field shows what the session holds and hands on what is typed."""

    moved = Signal()
    """The cursor stands in another place."""

    def __init__(self, desk: Desk, zoom: int) -> None:
        super().__init__(_SHEET)
        self._desk = desk
        self.guide: GuidePane | None = None
        self.authority = QLineEdit(self)
        self.year = QSpinBox(self)
        self.fields = {
            kind: PartField(desk, kind, face=_face(kind), name=label.partition("(")[0], hint=hint)
            for kind, label, hint in _FIELDS
        }
        self.current_field = self.fields[PartKind.TITLE]
        """The field the clerk was in last."""
        for field in self.fields.values():
            field.entered.connect(partial(self._on_entered, field))
        self._build()
        self.set_zoom(zoom)
        desk.adopt_line(self.authority)
        desk.adopt_line(self.year.lineEdit())
        self.authority.textEdited.connect(self._take_authority)
        self.year.valueChanged.connect(self._take_year)
        self.setFocusProxy(self.fields[PartKind.TITLE])
        self.refresh()

    def refresh(self) -> None:
        """Show the report's head as the session has it."""
        report = self._desk.report
        for field in self.fields.values():
            field.refresh()
        if self.authority.text().strip() != report.authority:
            self.authority.setText(report.authority)
        year = report.year or _NO_YEAR
        if self.year.value() != year:
            self.year.blockSignals(True)
            self.year.setValue(year)
            self.year.blockSignals(False)

    def set_zoom(self, percent: int) -> None:
        """Draw the fields' text at that size."""
        for field in self.fields.values():
            field.set_zoom(percent)
        line = self.fields[PartKind.ADDRESSEE]
        for plain in (self.authority, self.year):
            plain.setFont(line.font())
            plain.setMinimumHeight(line.height())

    def put_guide(self, guide: GuidePane) -> None:
        """Keep the guided fields in sight above the form, in place of those there may be."""
        if self.guide is not None:
            self.guide.hide()
            self.guide.deleteLater()
        self.guide = guide
        page: QWidget | None = self.parentWidget()
        place = page.layout() if page else None
        if isinstance(place, QBoxLayout):
            place.insertWidget(0, guide)

    def _build(self) -> None:
        form = QFormLayout(self.sheet)
        form.setContentsMargins(32, 24, 32, 32)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._add(form, "标题(&T)", self.fields[PartKind.TITLE])
        self._add(form, "发文机关(&A)", self.authority)
        self._add(form, "报告年度(&Y)", self.year)
        for kind, label, _ in _FIELDS[1:]:
            self._add(form, label, self.fields[kind])
        self._name_plain_fields()

    def _add(self, form: QFormLayout, text: str, field: QWidget) -> None:
        label = PlainLabel(text, self.sheet)
        label.setBuddy(field)
        form.addRow(label, field)

    def _name_plain_fields(self) -> None:
        self.authority.setAccessibleName("发文机关")
        self.authority.setToolTip("发文机关全称。改这里不会改动正文里的文字。")
        self.year.setAccessibleName("报告年度")
        self.year.setToolTip("报告写的是哪一年。改这里不会改动正文里的年份。")
        self.year.setRange(_NO_YEAR, LAST_YEAR)
        self.year.setSpecialValueText("未填写")
        self.year.setSuffix("年")
        self.year.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_entered(self, field: PartField) -> None:
        self.current_field = field
        self.moved.emit()

    def _take_authority(self, text: str) -> None:
        name = writable(text).strip()
        if name != self._desk.report.authority:
            self._desk.history.do(SetAuthority(name), "填写发文机关", self, merge="authority")

    def _take_year(self, value: int) -> None:
        year = None if value == _NO_YEAR else value
        if year != self._desk.report.year:
            self._desk.history.do(SetYear(year), "填写报告年度", self, merge="year")


def _face(kind: PartKind) -> FaceRole:
    return FaceRole.TITLE if kind is PartKind.TITLE else FaceRole.TEXT
