"""This year against last year for some figures: pairs of bars, the same on screen and on paper."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPageLayout, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from rolwriter.app.ledger_cells import LedgerColumn, cell_words, previous_words, value_words
from rolwriter.model.ledger import Figure
from rolwriter.ui.sizes import fit

ROW, BAR, NAME = 56, 16, 180
"""Height of a figure's pair, of a bar, and width of the names, in pixels."""
_NUMBERS = 150
_KEY = "实心：本年　斜线：去年（各项分别按比例）"


class Chart(QWidget):
    """Each figure has a scale of its own: figures of different units are not compared.

    This year is a full bar, last year a hatched one; both have their number behind
    them, so that nothing hangs on colour.
    """

    def __init__(self, figures: Sequence[Figure]) -> None:
        super().__init__()
        self._figures = list(figures)
        self.setMinimumHeight(ROW * len(self._figures) + 40)
        told = (
            f"{f.name}：本年{value_words(f) or '未报'}，去年{previous_words(f) or '无'}"
            for f in self._figures
        )
        self.setAccessibleName("本年与去年对比图")
        self.setAccessibleDescription("；".join(told))

    def sizeHint(self) -> QSize:
        """Room for all pairs."""
        return QSize(680, ROW * len(self._figures) + 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt."""
        del event
        painter = QPainter(self)
        self.draw(painter, self.width())
        painter.end()

    def draw(self, painter: QPainter, width: int) -> None:
        """Draw the chart so wide."""
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        accent = self.palette().color(QPalette.ColorRole.Link)
        painter.setPen(ink)
        key = QRectF(0, 4, width, 24)
        painter.drawText(
            key, Qt.AlignmentFlag.AlignLeft, "实心：本年　斜线：去年（各项分别按比例）"
        )
        for number, figure in enumerate(self._figures):
            top = 36 + number * ROW
            name = QRectF(0, top, NAME, BAR * 2 + 4)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(name, int(flags), figure.name)
            largest = max(abs(figure.value or 0), abs(figure.previous or 0))
            room = max(40, width - NAME - _NUMBERS - 16)
            change = cell_words(figure, LedgerColumn.PERCENT)
            for line, (value, words, style) in enumerate(
                (
                    (figure.value, f"{value_words(figure) or '未报'} {change}", "solid"),
                    (figure.previous, previous_words(figure) or "无", "hatched"),
                )
            ):
                share = float(abs(value) / largest) if value and largest else 0.0
                bar = QRectF(NAME + 8, top + line * (BAR + 4), room * share, BAR)
                pattern = (
                    Qt.BrushStyle.SolidPattern if style == "solid" else Qt.BrushStyle.BDiagPattern
                )
                painter.fillRect(bar, QBrush(accent, pattern))
                painter.drawRect(bar)
                beside = QRectF(bar.right() + 6, bar.top() - 4, _NUMBERS + 60, BAR + 8)
                painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)


class ChartDialog(QDialog):
    """The chart with a button that prints it."""

    def __init__(self, figures: Sequence[Figure], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("本年与去年对比")
        self.chart = Chart(figures)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.chart)
        buttons = QDialogButtonBox(self)
        printing = buttons.addButton("打印…", QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        printing.clicked.connect(self.print_page)
        close.clicked.connect(self.reject)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(area)
        column.addWidget(buttons)
        fit(self, 760, 560)

    def print_page(self) -> None:
        """On one page of A4 across; many figures are drawn smaller."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName("本年与去年对比")
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("打印")
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        painter = QPainter(printer)
        size = self.chart.sizeHint()
        page = painter.viewport()
        scale = min(page.width() / size.width(), page.height() / size.height())
        painter.scale(scale, scale)
        self.chart.draw(painter, size.width())
        painter.end()
