"""Which findings the list shows, and how it groups them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from rolwriter.app.review.names import FAMILY_WORDS, severity_name
from rolwriter.model.finding import Severity
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.problems.rows import ProblemRow

BY_CHAPTER, BY_SEVERITY = "按章", "按程度"


class ProblemFilter(QWidget):
    """The line above the list; every choice works at once."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit(self)
        self.family = QComboBox(self)
        self.group = QComboBox(self)
        self.severities = {severity: QCheckBox(self) for severity in Severity}
        self.settled = QCheckBox(self)
        self._build()
        self.show_counts([])

    def accepts(self, row: ProblemRow) -> bool:
        """Whether the list is to show it."""
        if self.settled.isChecked() != (row.decision is not None):
            return False
        if not self.severities[row.finding.severity].isChecked():
            return False
        family = self.family.currentData()
        if family and row.entry.family != family:
            return False
        wanted = self.search.text().strip()
        said = (row.finding.text, row.finding.message, row.entry.title, row.place, row.chapter)
        return not wanted or any(wanted in words for words in said)

    @property
    def narrowed(self) -> bool:
        """Whether something is hidden by choice."""
        every = all(box.isChecked() for box in self.severities.values())
        return bool(not every or self.search.text().strip() or self.family.currentData())

    def group_of(self, row: ProblemRow) -> str:
        """The name of the group the row stands in."""
        if self.group.currentText() == BY_SEVERITY:
            return severity_name(row.finding.severity)
        return row.chapter

    def show_counts(self, rows: Sequence[ProblemRow]) -> None:
        """How many there are of each, beside the boxes."""
        counts = Counter(row.finding.severity for row in rows if row.decision is None)
        for severity, box in self.severities.items():
            box.setText(f"{severity_name(severity)} {counts[severity]}")
        self.settled.setText(f"已处理 {sum(row.decision is not None for row in rows)}")

    def _build(self) -> None:
        self.search.setPlaceholderText("文字、说明或位置")
        self.search.setMinimumWidth(90)
        self.search.setAccessibleName("在问题清单里查找")
        label = PlainLabel("查找(&I)：", self)
        label.setBuddy(self.search)
        self.family.addItem("全部类别", "")
        for family, words in FAMILY_WORDS.items():
            self.family.addItem(words, family)
        self.family.setAccessibleName("类别")
        self.group.addItems([BY_CHAPTER, BY_SEVERITY])
        self.group.setAccessibleName("分组")
        self.settled.setToolTip("只看已经忽略、保留和定为遮盖的问题")
        self.settled.setAccessibleName("只看已处理的")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for severity, box in self.severities.items():
            box.setChecked(True)
            box.setAccessibleName(f"显示{severity_name(severity)[2:]}")
            box.toggled.connect(self.changed)
            row.addWidget(box)
        row.addWidget(self.settled)
        row.addStretch(1)
        for widget in (label, self.search, self.family, self.group):
            row.addWidget(widget)
        self.settled.toggled.connect(self.changed)
        self.search.textChanged.connect(self.changed)
        self.family.currentIndexChanged.connect(self.changed)
        self.group.currentIndexChanged.connect(self.changed)
