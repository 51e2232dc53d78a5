"""This year against last year for some figures: pairs of bars, the same on screen and on paper."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPageLayout, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from rolwriter.app.ledger_cells import (
    DEFAULT_JUMP,
    LedgerColumn,
    cell_words,
    previous_words,
    value_words,
)
from rolwriter.model.ledger import Figure
from rolwriter.ui.paper.lists import paper_font
from rolwriter.ui.sizes import fit
from rolwriter.ui.theme import load_colours, palette_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

ROW, BAR, NAME = 56, 16, 180
"""Height of a figure's pair, of a bar, and width of the names, in pixels."""
_NUMBERS, _TOP, _TYPE = 150, 36, 13
_ON_PAPER = 960
"""Width of the chart on paper, in the same pixels: A4 across then takes eleven pairs."""
_KEY = "实心：本年　斜线：去年（各项分别按比例）"


class Chart(QWidget):
    """Each figure has a scale of its own: figures of different units are not compared.

    This year is a full bar, last year a hatched one; both have their number behind
    them, so that nothing hangs on colour.
    """

    def __init__(self, figures: Sequence[Figure], threshold: int = DEFAULT_JUMP) -> None:
        super().__init__()
        self._figures = list(figures)
        self._threshold = threshold
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
        self._draw(painter, self.width(), _KEY, self._figures, self.palette())
        painter.end()

    def print_pages(self, printer: QPrinter, title: str) -> int:
        """Draw all figures under the title, dark on light; returns how many pages that takes."""
        paper = palette_of(load_colours("light"))
        painter = QPainter(printer)
        page = painter.viewport()
        scale = page.width() / _ON_PAPER
        a_page = max(1, int(page.height() / scale - _TOP) // ROW)
        painter.scale(scale, scale)
        painter.setFont(_font_on_paper())
        starts = range(0, len(self._figures), a_page)
        for start in starts:
            if start:
                printer.newPage()
            some = self._figures[start : start + a_page]
            self._draw(painter, _ON_PAPER, f"{title}　{_KEY}", some, paper)
        painter.end()
        return len(starts)

    def _draw(
        self,
        painter: QPainter,
        width: int,
        key: str,
        figures: Sequence[Figure],
        palette: QPalette,
    ) -> None:
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(QRectF(0, 4, width, 24), Qt.AlignmentFlag.AlignLeft, key)
        accent = palette.color(QPalette.ColorRole.Link)
        for number, figure in enumerate(figures):
            self._pair(painter, width, _TOP + number * ROW, figure, accent)

    def _pair(
        self, painter: QPainter, width: int, top: int, figure: Figure, accent: QColor
    ) -> None:
        name = QRectF(0, top, NAME, BAR * 2 + 4)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(name, int(flags), figure.name)
        largest = max(abs(figure.value or 0), abs(figure.previous or 0))
        room = max(40, width - NAME - _NUMBERS - 16)
        change = cell_words(figure, LedgerColumn.PERCENT, threshold=self._threshold)
        for line, (value, words, pattern) in enumerate(
            (
                (
                    figure.value,
                    f"{value_words(figure) or '未报'} {change}",
                    Qt.BrushStyle.SolidPattern,
                ),
                (figure.previous, previous_words(figure) or "无", Qt.BrushStyle.BDiagPattern),
            )
        ):
            share = float(abs(value) / largest) if value and largest else 0.0
            bar = QRectF(NAME + 8, top + line * (BAR + 4), room * share, BAR)
            painter.fillRect(bar, QBrush(accent, pattern))
            painter.drawRect(bar)
            beside = QRectF(bar.right() + 6, bar.top() - 4, _NUMBERS + 60, BAR + 8)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)


def _font_on_paper() -> QFont:
    """The face of tables, as high as type is on a screen: the painter is scaled."""
    font = paper_font()
    font.setPixelSize(_TYPE)
    return font


class ChartDialog(QDialog):
    """The chart with a button that prints it."""

    def __init__(
        self,
        figures: Sequence[Figure],
        parent: QWidget | None = None,
        *,
        title: str = "本年与去年对比",
        threshold: int = DEFAULT_JUMP,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.chart = Chart(figures, threshold)
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
        """On A4 across; what one page cannot take goes on to the next."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName(self.windowTitle())
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("打印")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.chart.print_pages(printer, self.windowTitle())
