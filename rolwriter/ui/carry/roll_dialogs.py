"""结转: the year asked for, and afterwards what was moved and what waits."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.carry.listing import Places
from rolwriter.app.carry.roll_forward import RollForward
from rolwriter.app.carry.survey import CarryReport, YearState
from rolwriter.app.skeleton import LAST_YEAR
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit

_EXPLANATION = (
    "现有的报告将作为去年的报告保存在工程里。标题中的年度改为新年度；正文一字不改，"
    "逐段标记“沿用未核”，年份、有时效的表述和数字逐一列出，等您核对。按 Ctrl+Z 可整个撤销。"
)


class YearDialog(QDialog):
    """Asks for the new year."""

    def __init__(self, old_year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("结转到新年度")
        self._year = QSpinBox(self)
        self._year.setRange(old_year + 1, LAST_YEAR)
        self._year.setSuffix("年")
        self._year.setAccessibleName("新的年度")
        words = PlainLabel(_EXPLANATION, self)
        words.setWordWrap(True)
        words.setMinimumWidth(420)
        buttons = QDialogButtonBox(self)
        buttons.addButton("结转", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(24, 24, 24, 16)
        form.setSpacing(12)
        form.addRow(words)
        form.addRow("新的年度(&Y)", self._year)
        form.addRow(buttons)
        self._year.setFocus()

    @property
    def year(self) -> int:
        """The year to roll forward to."""
        return self._year.value()


class RollResult(QDialog):
    """What one act changed, each year named, and what is left to the clerk."""

    def __init__(
        self, rolled: RollForward, left: CarryReport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("结转情况")
        fit(self, 640, 460)
        words = PlainLabel(headline_of(rolled, left), self)
        words.setWordWrap(True)
        self.moves = _moves(rolled, self)
        label = PlainLabel(f"标题里改了的年份（{len(rolled.moves)}处标题）(&M)", self)
        label.setBuddy(self.moves)
        buttons = QDialogButtonBox(self)
        start = buttons.addButton("从第一处开始核对", QDialogButtonBox.ButtonRole.AcceptRole)
        start.setDefault(True)
        buttons.addButton("以后再核对", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(label)
        column.addWidget(self.moves, 1)
        column.addWidget(buttons)
        start.setFocus()


def headline_of(rolled: RollForward, left: CarryReport) -> str:
    """What was done and what waits, in numbers."""
    report, last = rolled.project.report, rolled.project.previous
    proposed = sum(place.state is YearState.PROPOSED for place in left.years)
    return (
        f"已由{last.year if last else '去'}年结转到{report.year}年。等您核对的有："
        f"沿用未核的段落{len(left.unread)}段，建议修改的年份{proposed}处，"
        f"有时效的表述{len(left.phrases)}处，去年的数字{len(left.figures)}个，"
        f"去年的安排和不足{len(left.promises)}条。正文一字未改；按 Ctrl+Z 可整个撤销。"
    )


def _moves(rolled: RollForward, parent: QWidget) -> QTreeWidget:
    places = Places(rolled.project)
    tree = QTreeWidget(parent)
    tree.setHeaderLabels(["位置", "原来", "现在"])
    tree.setRootIsDecorated(False)
    tree.setAccessibleName("标题里改了的年份")
    for move in rolled.moves:
        item = QTreeWidgetItem([places.name(move.paragraph_id), move.before, move.after])
        item.setToolTip(1, plain_words(move.before))
        item.setToolTip(2, plain_words(move.after))
        tree.addTopLevelItem(item)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return tree
