"""The paragraphs of an import as a table: what is doubtful, what each is taken for, its words."""

# ruff: noqa: N802 (methods that Qt calls by its own names)

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from rolwriter.app.imports.review import Review
from rolwriter.model.report import PartKind, Role
from rolwriter.ui.imports.labels import LabelChoice, choice_of
from rolwriter.ui.kit.names import ROLE_NAMES
from rolwriter.ui.kit.plain import plain_words

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns from the left."""

    STATE = 0
    LABEL = 1
    ROLE = 2
    TEXT = 3


class Shown(StrEnum):
    """Which paragraphs the table lists."""

    ALL = "全部段落"
    DOUBTFUL = "存疑"
    UNPLACED = "未归类"
    HEADINGS = "各级标题"


_HEADS = ("状态", "归为", "章的类型", "文字")
_ROOT = QModelIndex()


class ImportModel(QAbstractTableModel):
    """Rows of the table are paragraphs with words; the clerk's corrections go to the review."""

    def __init__(self, review: Review, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = review
        self._rows = review.rows

    def show_only(self, shown: Shown) -> None:
        """List these paragraphs; one that is corrected stays until asked again."""
        self.beginResetModel()
        self._rows = [row for row in self.review.rows if self._belongs(row, shown)]
        self.endResetModel()

    def row_of(self, paragraph: int) -> int | None:
        """Where a paragraph stands in the table; None while it is not listed."""
        return self._rows.index(paragraph) if paragraph in self._rows else None

    def paragraph_at(self, table_row: int) -> int:
        """The number of the paragraph in that row."""
        return self._rows[table_row]

    def set_label(self, table_rows: Iterable[int], choice: LabelChoice) -> None:
        """Take these paragraphs for that."""
        for table_row in table_rows:
            self.review.set_label(self._rows[table_row], choice.kind, choice.level)
        self.tell()

    def set_role(self, table_row: int, role: Role) -> None:
        """The chapter that opens in that row answers that question."""
        self.review.set_role(self._rows[table_row], role)
        self.tell()

    def confirm(self, table_rows: Iterable[int]) -> None:
        """The guesses in these rows are right."""
        for table_row in table_rows:
            self.review.confirm(self._rows[table_row])
        self.tell()

    def tell(self) -> None:
        """Draw all rows anew."""
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.TEXT)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Asked by Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Asked by Qt."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names, and the numbers of paragraphs at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _HEADS[section] if orientation is Qt.Orientation.Horizontal else section + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What a paragraph is taken for can be edited, and a heading's role."""
        flags = super().flags(index)
        row = self._rows[index.row()]
        editable = index.column() == Column.LABEL or (
            index.column() == Column.ROLE and self.review.is_heading(row)
        )
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, hints and looks of a cell."""
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._words(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_words(self._hint(row, column))
            case Qt.ItemDataRole.FontRole if self.review.labels[row].level or column == 0:
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def _hint(self, row: int, column: Column) -> str:
        asked = "\n".join(doubt.question for doubt in self.review.doubts(row))
        return asked if column is Column.STATE and asked else self._words(row, column)

    def _words(self, row: int, column: Column) -> str:
        label = self.review.labels[row]
        match column:
            case Column.STATE:
                return self._state(row)
            case Column.LABEL:
                return choice_of(label).name
            case Column.ROLE:
                heads = self.review.is_heading(row)
                return ROLE_NAMES[label.role or Role.THEME] if heads else ""
            case Column.TEXT:
                return self.review.paragraphs[row].text

    def _state(self, row: int) -> str:
        if self.review.is_open(row):
            return "？存疑"
        if self.review.labels[row].kind is PartKind.UNPLACED:
            return "○ 未归类"
        return "✓ 已确认" if self.review.doubts(row) else ""

    def _belongs(self, row: int, shown: Shown) -> bool:
        label = self.review.labels[row]
        match shown:
            case Shown.ALL:
                return True
            case Shown.DOUBTFUL:
                return self.review.is_open(row)
            case Shown.UNPLACED:
                return label.kind is PartKind.UNPLACED
            case Shown.HEADINGS:
                return label.level > 0 or label.kind is PartKind.TITLE
