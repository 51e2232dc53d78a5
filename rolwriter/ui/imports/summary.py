"""Beside the preview's table: the file, year and organ, the chapters, and all that was noted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.imports.review import Review
from rolwriter.app.skeleton import FIRST_YEAR, LAST_YEAR
from rolwriter.model.source import SourceKind
from rolwriter.text.sanitize import writable
from rolwriter.ui.imports.labels import format_name
from rolwriter.ui.kit.names import ROLE_NAMES
from rolwriter.ui.kit.plain import PlainLabel, plain_words

_NO_YEAR = FIRST_YEAR - 1
_PARAGRAPH = Qt.ItemDataRole.UserRole
_APART_NAMES = {
    SourceKind.HEADER: "页眉",
    SourceKind.FOOTER: "页脚",
    SourceKind.COMMENT: "批注",
    SourceKind.FOOTNOTE: "脚注",
    SourceKind.TEXT_BOX: "文本框",
}


class ImportSummary(QWidget):
    """Year and organ can be corrected here; the rest is to read and to jump from."""

    year_changed = Signal()
    wanted = Signal(int)
    """The number of a paragraph to show in the table."""

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self.year = QSpinBox(self)
        self.authority = QLineEdit(review.authority, self)
        self.chapters = _tree(["认出的章", "类型"], "认出的各章，回车跳到章标题", self)
        self.notes = _tree(["读入情况"], "读入情况，按右方向键展开", self)
        self._build()
        self.refresh()
        self._fill_notes()
        self.year.valueChanged.connect(self._take_year)
        self.authority.textEdited.connect(self._take_authority)
        self.chapters.itemActivated.connect(self._go)
        self.notes.itemActivated.connect(self._go)

    def refresh(self) -> None:
        """Show chapters and what stands apart as the review has them now."""
        self.year.setValue(self._review.year or _NO_YEAR)
        if self.authority.text().strip() != self._review.authority:
            self.authority.setText(self._review.authority)
        numbers = {p.id: row for row, p in enumerate(self._review.paragraphs)}
        self.chapters.clear()
        for part in self._review.chapters():
            words = sum(bool(p.text) for p in part.body)
            head = part.heading.text if part.heading else "（没有标题）"
            role = ROLE_NAMES[part.role] if part.role else ""
            item = QTreeWidgetItem([f"{head}（{words}段）", role])
            item.setToolTip(0, plain_words(head))
            item.setData(0, _PARAGRAPH, numbers[part.paragraphs[0].id])
            self.chapters.addTopLevelItem(item)
        if not self.chapters.topLevelItemCount():
            self.chapters.addTopLevelItem(QTreeWidgetItem(["没有认出章，请在左边指定章标题", ""]))
        self._fill_unplaced(numbers)

    def _build(self) -> None:
        source = self._review.imported.source.name
        self.year.setRange(_NO_YEAR, LAST_YEAR)
        self.year.setSpecialValueText("未填写")
        self.year.setSuffix("年")
        self.year.setAccessibleName("报告年度")
        self.authority.setAccessibleName("发文机关")
        self.authority.setPlaceholderText("单位全称")
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(8)
        form.addRow("文件", _words(source, self))
        form.addRow("格式", _words(format_name(self._review.imported.format), self))
        form.addRow("报告年度(&Y)", self.year)
        form.addRow("发文机关(&A)", self.authority)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.chapters, 2)
        column.addWidget(self.notes, 3)
        header = self.chapters.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.chapters.setRootIsDecorated(False)
        self._unplaced = QTreeWidgetItem(["未归类"])
        self.notes.addTopLevelItem(self._unplaced)

    def _fill_unplaced(self, numbers: dict[str, int]) -> None:
        unplaced = self._review.unplaced
        self._unplaced.takeChildren()
        self._unplaced.setText(0, f"未归类：{len(unplaced)}段（照样保留，导入后在“未归类”标签里）")
        for paragraph in unplaced:
            item = _entry(paragraph.text)
            item.setData(0, _PARAGRAPH, numbers[paragraph.id])
            self._unplaced.addChild(item)

    def _fill_notes(self) -> None:
        for doubt in self._review.loose_doubts:
            self._add(f"？请确认：{doubt.question}", ())
        draft = self._review.imported.draft
        for note in draft.notes:
            dropped = [words for words in note.dropped if words.strip()]
            self._add(note.message, [f"略去：{words}" for words in dropped])
        if draft.apart:
            words = [f"{_APART_NAMES.get(p.kind, '其他')}：{p.text}" for p in draft.apart]
            self._add(f"页眉、页脚、批注等{len(words)}处没有放进正文（原文件保存在工程里）", words)
        if not draft.notes and not draft.apart:
            self._add("没有遇到修订、批注、表格等需要留意的内容", ())

    def _add(self, words: str, below: Iterable[str]) -> None:
        item = _entry(words)
        item.addChildren([_entry(text) for text in below])
        self.notes.addTopLevelItem(item)

    def _take_year(self, value: int) -> None:
        self._review.year = None if value == _NO_YEAR else value
        self.year_changed.emit()

    def _take_authority(self, text: str) -> None:
        self._review.authority = writable(text).strip()

    def _go(self, item: QTreeWidgetItem) -> None:
        paragraph = item.data(0, _PARAGRAPH)
        if isinstance(paragraph, int):
            self.wanted.emit(paragraph)


def _tree(heads: Sequence[str], name: str, parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setHeaderLabels(list(heads))
    tree.setAccessibleName(name)
    tree.setUniformRowHeights(True)
    return tree


def _entry(words: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([words])
    item.setToolTip(0, plain_words(words))
    return item


def _words(text: str, parent: QWidget) -> QLabel:
    label = PlainLabel(text, parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
