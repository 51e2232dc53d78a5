"""不足与安排对应表: which measure of the plan answers which shortcoming; the clerk corrects it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.checks.answers import Pair
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit

_AUTO, _NONE = "（由程序判断）", "（没有对应的安排）"
_EMPTY = "没有认出“不足”一章的各条。请先在章的“本章内容”里把不足和安排两章标出来。"


class PairsDialog(QDialog):
    """A row a shortcoming; `choices` is what the clerk said."""

    def __init__(
        self, table: Sequence[Pair], measures: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pairs = table
        self._measures = measures
        self.combos: list[QComboBox] = []
        self.table = QTableWidget(len(table), 3, self)
        self._build()

    @property
    def choices(self) -> dict[str, str | None]:
        """By the shortcoming's topic: the measure's, "" for none, None to leave it open."""
        return {
            pair.shortcoming.topic: combo.currentData()
            for pair, combo in zip(self._pairs, self.combos, strict=True)
        }

    def _combo(self, pair: Pair) -> QComboBox:
        combo = QComboBox(self.table)
        guess = pair.measure.topic if pair.measure and not pair.by_hand else ""
        combo.addItem(f"{_AUTO}{guess}" if guess or not pair.by_hand else _AUTO, None)
        combo.addItem(_NONE, "")
        for measure in self._measures:
            combo.addItem(measure, measure)
        combo.setAccessibleName(f"“{pair.shortcoming.topic}”对应的安排")
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        if pair.by_hand:
            chosen = pair.measure.topic if pair.measure else ""
            combo.setCurrentIndex(max(1, combo.findData(chosen)))
        return combo

    def _build(self) -> None:
        self.setWindowTitle("不足与安排对应表")
        fit(self, 860, 480)
        said = "左边是报告写的不足，右边是下一年度回应它的安排。判断得不对的，在右边改选。"
        words = PlainLabel(said if self._pairs else _EMPTY, self)
        words.setWordWrap(True)
        self.table.setHorizontalHeaderLabels(["不足", "原因", "对应的安排"])
        self.table.setAccessibleName("不足与安排对应表")
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().setVisible(False)
        for number, pair in enumerate(self._pairs):
            for column, text in enumerate((pair.shortcoming.topic, pair.cause or "？ 没有写原因")):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                item.setToolTip(plain_words(text))
                self.table.setItem(number, column, item)
            combo = self._combo(pair)
            self.combos.append(combo)
            self.table.setCellWidget(number, 2, combo)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.table.verticalHeader()
        rows.setDefaultSectionSize(self.fontMetrics().height() * 3)
        buttons = QDialogButtonBox(self)
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
