"""去年同段: last year's paragraph beside the one under the cursor, and what to do with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rolwriter.app.beside import Beside
from rolwriter.app.carry.listing import Places, percent
from rolwriter.app.carry.survey import CarryReport, YearPlace
from rolwriter.app.events import Event, Saved
from rolwriter.model.report import Carry
from rolwriter.ui.carry.names import carry_name
from rolwriter.ui.carry.settling import Settling
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.redline import Redline

REST = 150
"""Milliseconds the cursor rests before the panel follows."""
_NO_LAST = "这个工程里没有去年的报告。可以把现有文字结转到新年度，或导入去年的报告。"
_NO_PARAGRAPH = "光标放到正文的一段里，去年相应的段落就显示在这里。"


class PreviousPanel(QWidget):
    """Follows the cursor while it can be seen; never on the key path."""

    def __init__(self, desk: Desk, spot: Spot, settling: Settling) -> None:
        super().__init__()
        self._desk = desk
        self._spot = spot
        self._settling = settling
        self._shown: tuple[int, str] | None = None
        self.state = _label(self)
        self.view = Redline(self)
        self.share = _label(self)
        self.years: list[QPushButton] = []
        self._buttons = QGridLayout()
        self._year_rows = QVBoxLayout()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.refresh)
        self._report: CarryReport | None = None
        self._build()
        desk.session.listen(self._on_event)

    def offer(self, settle: list[QAction], begin: list[QAction]) -> None:
        """The buttons for a carried paragraph, and those for a report without a last year."""
        self._settle = [self._button(action) for action in settle]
        self._begin = [self._button(action) for action in begin]
        for place, button in enumerate(self._settle):
            self._buttons.addWidget(button, 0, place)
        for place, button in enumerate(self._begin):
            self._buttons.addWidget(button, place + 1, 0, 1, max(1, len(settle)))

    def follow(self) -> None:
        """The cursor moved: look again when it rests."""
        if self.isVisible():
            self._timer.start()

    def show_shares(self, report: CarryReport) -> None:
        """How much stands as last year had it."""
        self._report = report
        self._show_share()

    def refresh(self) -> None:
        """Show what stands beside the paragraph under the cursor."""
        project = self._desk.session.project
        paragraph = self._spot.paragraph()
        key = (self._desk.session.revision, paragraph.id if paragraph else "")
        if key == self._shown:
            return
        self._shown = key
        self._show_share()
        carried = paragraph is not None and paragraph.carry in (Carry.UNREAD, Carry.CHANGED)
        for button in self._settle:
            button.setVisible(project.previous is not None or carried)
        for button in self._begin:
            button.setVisible(project.previous is None and not carried)
        if paragraph is None or (project.previous is None and not carried):
            self.state.setText(_NO_LAST if project.previous is None else _NO_PARAGRAPH)
            self.view.show_runs((), ())
            self.view.setVisible(project.previous is not None)
            self._offer_years(())
            return
        self.view.show()
        found = self._settling.view(paragraph)
        self.state.setText(self._state(found))
        self.view.show_runs(found.runs, _below(found))
        self._offer_years(found.years)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 called by Qt
        """Catch up with the cursor."""
        super().showEvent(event)
        self._timer.start()

    def _state(self, found: Beside) -> str:
        project = self._desk.session.project
        here = Places(project).name(found.paragraph.id)
        lines = [f"{here}　{carry_name(found.paragraph)}"]
        if found.last is None:
            lines.append("去年没有相应的段落。")
        else:
            year = project.previous.year if project.previous else None
            how = "按文字相近找到" if found.by_likeness else "由此沿用"
            same = "文字与去年完全相同。" if found.unchanged else "删除线：去年有；下划线：今年有。"
            lines.append(f"下面是{year or '去'}年的段落（{how}）。{same}")
        return "\n".join(lines)

    def _show_share(self) -> None:
        report = self._report
        if report is None or not report.shares:
            self.share.setText("")
            return
        words = f"与去年相同的文字：全文{percent(report.total)}"
        paragraph = self._spot.paragraph()
        parts = self._desk.report.parts
        here = {p.id: part.id for part in parts for p in part.paragraphs}
        for share in report.shares:
            if paragraph is not None and here.get(paragraph.id) == share.part_id:
                words = f"{words}，本章{percent(share)}"
        self.share.setText(words)

    def _offer_years(self, years: tuple[YearPlace, ...]) -> None:
        for button in self.years:
            self._year_rows.removeWidget(button)
            button.deleteLater()
        self.years = [self._year_button(place) for place in years]
        for button in self.years:
            self._year_rows.addWidget(button)

    def _year_button(self, place: YearPlace) -> QPushButton:
        button = QPushButton(f"{place.year}年 → {place.to}年", self)
        button.setToolTip("把这一处年份改过来；本段全部改用 Ctrl+Shift+Y")
        button.setAccessibleName(f"把{place.year}年改为{place.to}年")
        button.clicked.connect(partial(self._move, place))
        return button

    def _move(self, place: YearPlace, _checked: bool = False) -> None:
        self._settling.move_year(place)

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.iconText(), self)
        button.setToolTip(action.toolTip())
        button.setAccessibleDescription(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def _build(self) -> None:
        self._settle: list[QPushButton] = []
        self._begin: list[QPushButton] = []
        self.view.setAccessibleName("去年的段落和差异")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.state)
        column.addWidget(self.view, 1)
        column.addLayout(self._year_rows)
        column.addLayout(self._buttons)
        column.addWidget(self.share)
        column.addStretch(0)
        self.setFocusProxy(self.view)

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Saved):
            self.follow()


def _below(found: Beside) -> list[tuple[str, str]]:
    below: list[tuple[str, str]] = []
    for phrase in found.phrases:
        state = "已过时" if phrase.stale else "请核对"
        below.append((f"“{phrase.text}”（{state}）", phrase.note))
    if found.figures:
        names = (
            f"{f.previous_text}（{f.name}）" if f.name else f.previous_text for f in found.figures
        )
        below.append(("去年的数字", "、".join(names)))
    return below


def _label(parent: QWidget) -> QLabel:
    label = PlainLabel("", parent)
    label.setWordWrap(True)
    return label
