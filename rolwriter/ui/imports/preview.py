"""Between reading a file and using it: what was recognised, to be corrected and confirmed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.imports.review import Review
from rolwriter.app.skeleton import FIRST_YEAR, LAST_YEAR
from rolwriter.model.report import Role
from rolwriter.ui.imports.doubt_bar import DoubtBar
from rolwriter.ui.imports.labels import KEY_HELP
from rolwriter.ui.imports.model import ImportModel, Shown
from rolwriter.ui.imports.summary import ImportSummary
from rolwriter.ui.imports.table import ImportTable
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit

_SIZE = (1120, 740)


class ImportPreview(QDialog):
    """Nothing is changed until it is accepted; then `review` and `roll_year` say what to do."""

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.review = review
        self.model = ImportModel(review, self)
        self.table = ImportTable(self.model, self)
        self.summary = ImportSummary(review, self)
        self.bar = DoubtBar(review, self)
        self.shown = QComboBox(self)
        self.roll = QRadioButton("结转到新年度(&R)", self)
        self.keep = QRadioButton("作为今年的报告直接编辑(&E)", self)
        self.new_year = QSpinBox(self)
        self.remark = PlainLabel("", self)
        self.buttons = QDialogButtonBox(self)
        self._build()
        self._connect()
        self._offer_next_year()
        if review.open_rows:
            self.table.go_to(review.rows.index(review.open_rows[0]))
        elif self.model.rowCount():
            self.table.go_to(0)
        self.table.setFocus()

    @property
    def roll_year(self) -> int | None:
        """The year to roll forward to; None: the text is this year's already."""
        return self.new_year.value() if self.roll.isChecked() else None

    def _build(self) -> None:
        self.setWindowTitle("导入预览")
        fit(self, *_SIZE)
        words = PlainLabel(
            "请核对每一段归到哪里，不对的可以改。文字一个也不会丢；点“取消”什么都不改变。", self
        )
        words.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._left())
        split.addWidget(self.summary)
        split.setStretchFactor(0, 5)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(split, 1)
        column.addLayout(self._choices())
        column.addLayout(self._foot())

    def _left(self) -> QWidget:
        left = QWidget(self)
        self.shown.addItems([shown.value for shown in Shown])
        self.shown.setAccessibleName("显示哪些段落")
        label = PlainLabel("显示(&F)：", left)
        label.setBuddy(self.shown)
        next_doubt = QPushButton("下一处存疑(&N)", left)
        next_doubt.clicked.connect(self.go_to_next_doubt)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.shown)
        row.addWidget(next_doubt)
        row.addStretch(1)
        keys = PlainLabel(f"{KEY_HELP}；F2 用列表选。", left)
        keys.setWordWrap(True)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(keys)
        column.addWidget(self.bar)
        return left

    def _choices(self) -> QHBoxLayout:
        self.roll.setChecked(True)
        self.new_year.setRange(FIRST_YEAR, LAST_YEAR)
        self.new_year.setSpecialValueText("——")
        self.new_year.setSuffix("年")
        self.new_year.setAccessibleName("新的年度")
        self.roll.setToolTip("标题中的年度改为新年度，正文一字不改，逐段标记“沿用未核”")
        row = QHBoxLayout()
        for widget in (self.roll, self.new_year):
            row.addWidget(widget)
        row.addSpacing(16)
        row.addWidget(self.keep)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        role = QDialogButtonBox.ButtonRole
        self._accept = self.buttons.addButton("导入", role.AcceptRole)
        self._accept.setDefault(True)
        self.buttons.addButton("取消", role.RejectRole)
        self._back = QPushButton("恢复识别结果(&B)", self)
        self._back.setAutoDefault(False)
        self.remark.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self.remark, 1)
        row.addWidget(self.buttons)
        return row

    def _connect(self) -> None:
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._back.clicked.connect(self.reset)
        self.shown.textActivated.connect(self._filter)
        self.model.dataChanged.connect(self._on_corrected)
        self.table.row_changed.connect(self._show_row)
        self.bar.role_chosen.connect(self._take_role)
        self.bar.confirmed.connect(self._confirm)
        self.summary.wanted.connect(self.go_to)
        self.summary.year_changed.connect(self._offer_next_year)
        self.roll.toggled.connect(self._check)
        self.new_year.valueChanged.connect(self._check)

    def go_to(self, paragraph: int) -> None:
        """Show a paragraph in the table, whatever the filter."""
        row = self.model.row_of(paragraph)
        if row is None:
            self.shown.setCurrentText(Shown.ALL.value)
            self._filter(Shown.ALL.value)
            row = self.model.row_of(paragraph)
        if row is not None:
            self.table.go_to(row)
            self.table.setFocus()

    def go_to_next_doubt(self) -> None:
        """The next paragraph with a question that waits, from the top again at the end."""
        waiting = self.review.open_rows
        if waiting:
            index = self.table.currentIndex()
            here = self.model.paragraph_at(index.row()) if index.isValid() else -1
            self.go_to(next((row for row in waiting if row > here), waiting[0]))

    def _filter(self, words: str) -> None:
        self.model.show_only(Shown(words))

    def _show_row(self, table_row: int) -> None:
        self.bar.show_paragraph(self.model.paragraph_at(table_row) if table_row >= 0 else None)

    def _on_corrected(self) -> None:
        self.summary.refresh()
        self._show_row(self.table.currentIndex().row())
        self._check()

    def _take_role(self, role: Role) -> None:
        self.model.set_role(self.table.currentIndex().row(), role)
        self.table.setFocus()

    def _confirm(self) -> None:
        self.model.confirm([self.table.currentIndex().row()])
        self.table.setFocus()

    def reset(self) -> None:
        """Back to what was recognised."""
        self.review.reset()
        self.model.tell()

    def _offer_next_year(self) -> None:
        if self.review.year:
            self.new_year.setValue(self.review.year + 1)
        self._check()

    def _check(self) -> None:
        """Say what is still open; only a roll-forward without sound years is held back."""
        old = self.review.year
        trouble = ""
        if self.roll.isChecked() and old is None:
            trouble = "请先在右边填写原报告的年度，再结转。"
        elif self.roll.isChecked() and old is not None and self.new_year.value() <= old:
            trouble = f"新的年度应当晚于{old}年。"
        waiting = len(self.review.open_rows)
        self.new_year.setEnabled(self.roll.isChecked() and old is not None)
        self._accept.setEnabled(not trouble)
        self.remark.setText(trouble or (f"还有{waiting}处存疑没有确认。" if waiting else ""))
