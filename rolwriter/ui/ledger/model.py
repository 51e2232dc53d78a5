"""The ledger as a table: rows are figures, kept in step with the project."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont

from rolwriter.app.ledger.cells import DEFAULT_JUMP, LedgerColumn, cell_words, jump
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.ui.kit.plain import plain_words

COLUMNS = tuple(LedgerColumn)
_NUMBERS = {LedgerColumn.VALUE, LedgerColumn.PREVIOUS, LedgerColumn.DIFFERENCE}
_RIGHT = {*_NUMBERS, LedgerColumn.PERCENT, LedgerColumn.USES}

Index = QModelIndex | QPersistentModelIndex


class LedgerModel(QAbstractTableModel):
    """Shows figures; what is typed goes to `edit`, which says whether it was taken."""

    def __init__(self, edit: Callable[[Figure, LedgerColumn, str], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._edit = edit
        self._figures: tuple[Figure, ...] = ()
        self._uses: Counter[str] = Counter()
        self._threshold = DEFAULT_JUMP

    def show_project(self, project: Project, threshold: int) -> None:
        """Show this ledger; rows that stay keep their places and the selection."""
        uses = Counter(link.figure for p in project.report.paragraphs for link in p.links)
        if [f.id for f in project.ledger] != [f.id for f in self._figures]:
            self.beginResetModel()
            self._take(project, uses, threshold)
            self.endResetModel()
            return
        same = (project.ledger, uses, threshold) == (self._figures, self._uses, self._threshold)
        self._take(project, uses, threshold)
        if self._figures and not same:
            last = self.index(len(self._figures) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def figure(self, row: int) -> Figure:
        """The figure of that row."""
        return self._figures[row]

    def row_of(self, figure_id: str) -> int:
        """The row of that figure; -1 when there is none."""
        return next((row for row, f in enumerate(self._figures) if f.id == figure_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Called by Qt."""
        return 0 if parent is not None and parent.isValid() else len(self._figures)

    def columnCount(self, parent: Index | None = None) -> int:
        """Called by Qt."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Called by Qt."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return COLUMNS[section].value if orientation is Qt.Orientation.Horizontal else section + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Called by Qt."""
        flags = super().flags(index)
        editable = index.isValid() and COLUMNS[index.column()].editable
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Called by Qt."""
        if not index.isValid():
            return None
        figure, column = self._figures[index.row()], COLUMNS[index.column()]
        value: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                value = cell_words(figure, column, self._uses[figure.id], self._threshold)
            case Qt.ItemDataRole.EditRole:
                words = cell_words(figure, column)
                value = words.partition("（")[0] if column is LedgerColumn.STATE else words
            case Qt.ItemDataRole.ToolTipRole:
                value = plain_words(self._tip(figure, column))
            case Qt.ItemDataRole.TextAlignmentRole if column in _RIGHT:
                value = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if column is LedgerColumn.PERCENT:
                value = QFont()
                value.setBold(bool(jump(figure, self._threshold)))
            case _:
                pass
        return value

    def setData(
        self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)
    ) -> bool:
        """Called by Qt when a cell's editor closes."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        words = str(value)
        if words == self.data(index, Qt.ItemDataRole.EditRole):
            return False
        return self._edit(self._figures[index.row()], COLUMNS[index.column()], words)

    def _take(self, project: Project, uses: Counter[str], threshold: int) -> None:
        self._figures, self._uses, self._threshold = project.ledger, uses, threshold

    def _tip(self, figure: Figure, column: LedgerColumn) -> str:
        words = cell_words(figure, column, self._uses[figure.id], self._threshold)
        if column is LedgerColumn.PERCENT and jump(figure, self._threshold):
            return f"{words}\n与去年相差{self._threshold}%以上，请核对口径和数据。"
        if column is LedgerColumn.STATE and figure.offers:
            from rolwriter.app.ledger.merge import said_words

            return "\n".join((words, *map(said_words, figure.offers)))
        if column is LedgerColumn.PREVIOUS and figure.previous_text:
            return f"去年写作：{figure.previous_text}"
        return words

    def sort_key(self, figure: Figure, column: LedgerColumn) -> tuple[int, float, str]:
        """By size for numbers, what is missing first; by words for the rest."""
        number = {
            LedgerColumn.VALUE: figure.value,
            LedgerColumn.PREVIOUS: figure.previous,
            LedgerColumn.DIFFERENCE: figure.difference,
            LedgerColumn.PERCENT: figure.percent,
            LedgerColumn.USES: self._uses[figure.id],
        }
        if column in number:
            value = number[column]
            return (0, 0.0, "") if value is None else (1, float(value), "")
        return 0, 0.0, cell_words(figure, column)


class LedgerFilter(QSortFilterProxyModel):
    """The rows that hold some words, of one 科室, in one state."""

    def __init__(self, model: LedgerModel) -> None:
        super().__init__(model.parent())
        self._words = ""
        self._supplier = ""
        self._state = ""
        self._model = model
        self.setSourceModel(model)

    def show_only(self, words: str, supplier: str, state: str) -> None:
        """Keep the rows that fit all three; empty: any."""
        self._words, self._supplier, self._state = words.strip().lower(), supplier, state
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Called by Qt for every row."""
        del source_parent
        figure = self._model.figure(source_row)
        if self._supplier and self._supplier not in figure.supplier:
            return False
        if self._state and figure.state != self._state:
            return False
        words = "\n".join(cell_words(figure, column) for column in COLUMNS).lower()
        return self._words in words

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        """Called by Qt while sorting."""
        left, right = (
            self._model.sort_key(self._model.figure(index.row()), COLUMNS[index.column()])
            for index in (source_left, source_right)
        )
        return left < right
