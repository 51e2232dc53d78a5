"""This year against last year for some figures: pairs of bars, the same on screen and on paper."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QPageLayout,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from rolwriter.app.ledger.cells import (
    DEFAULT_JUMP,
    LedgerColumn,
    cell_words,
    previous_words,
    value_words,
)
from rolwriter.catalog.page_format import FaceRole, load_page_format
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure
from rolwriter.ui.kit.faces import Faces
from rolwriter.ui.kit.sizes import fit
from rolwriter.ui.kit.theme import load_colours, palette_of
from rolwriter.ui.paper.printing import refused

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TYPE_ON_PAPER, _WIDTH_ON_PAPER = 13, 960
"""Height of the type and width of the chart on paper, in the same pixels."""
_KEY = "实心：本年　斜线：去年（各项分别按比例）"


class _Measures:
    """What the chart takes, in pixels, for a line of type so high."""

    def __init__(self, line: int) -> None:
        self.bar = line
        self.row = 2 * line + 24
        self.top = 2 * line + 4
        self.name, self.numbers = 11 * line, 11 * line

    def height(self, pairs: int) -> int:
        return self.top + self.row * pairs


class Chart(QWidget):
    """Each figure has a scale of its own: figures of different units are not compared.

    This year is a full bar, last year a hatched one; both have their number behind
    them, so that nothing hangs on colour.
    """

    def __init__(self, figures: Sequence[Figure], threshold: int = DEFAULT_JUMP) -> None:
        super().__init__()
        self._figures = list(figures)
        self._threshold = threshold
        self.setMinimumHeight(self.sizeHint().height())
        told = (
            f"{f.name}：本年{value_words(f) or '未报'}，去年{previous_words(f) or '无'}"
            for f in self._figures
        )
        self.setAccessibleName("本年与去年对比图")
        self.setAccessibleDescription("；".join(told))

    def sizeHint(self) -> QSize:
        """Room for all pairs."""
        measures = _Measures(self.fontMetrics().height())
        return QSize(3 * measures.name + 100, measures.height(len(self._figures)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Called by Qt."""
        del event
        painter = QPainter(self)
        self._draw(painter, self.width(), _KEY, self._figures, self.palette())
        painter.end()

    def print_pages(self, printer: QPrinter, title: str) -> int:
        """Draw all figures under the title, dark on light; returns how many pages that takes.

        RolwriterError when the printer takes nothing.
        """
        paper = palette_of(load_colours("light"))
        painter = QPainter()
        if not printer.isValid() or not painter.begin(printer):
            raise refused(printer)
        page = painter.viewport()
        scale = page.width() / _WIDTH_ON_PAPER
        painter.scale(scale, scale)
        painter.setFont(_font_on_paper())
        measures = _Measures(QFontMetrics(painter.font()).height())
        a_page = max(1, int(page.height() / scale - measures.top) // measures.row)
        starts = range(0, len(self._figures), a_page)
        for start in starts:
            if start:
                printer.newPage()
            some = self._figures[start : start + a_page]
            self._draw(painter, _WIDTH_ON_PAPER, f"{title}　{_KEY}", some, paper)
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
        measures = _Measures(QFontMetrics(painter.font()).height())
        painter.drawText(QRectF(0, 4, width, measures.top), Qt.AlignmentFlag.AlignLeft, key)
        accent = palette.color(QPalette.ColorRole.Link)
        for number, figure in enumerate(figures):
            place = QRectF(0, measures.top + number * measures.row, width, measures.row)
            self._pair(painter, place, figure, measures, accent)

    def _pair(
        self, painter: QPainter, place: QRectF, figure: Figure, measures: _Measures, accent: QColor
    ) -> None:
        top, high = place.top(), measures.bar
        name = QRectF(0, top, measures.name, high * 2 + 4)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(name, int(flags), figure.name)
        largest = max(abs(figure.value or 0), abs(figure.previous or 0))
        room = max(40, place.width() - measures.name - measures.numbers - 16)
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
            bar = QRectF(measures.name + 8, top + line * (high + 4), room * share, high)
            painter.fillRect(bar, QBrush(accent, pattern))
            painter.drawRect(bar)
            beside = QRectF(bar.right() + 6, bar.top() - 4, place.width(), high + 8)
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)


def _font_on_paper() -> QFont:
    """The face of tables, as high as type is on a screen: the painter is scaled.

    Left to itself Qt takes a font by the language of the program, and sets national
    forms of its characters that have no name in a PDF [M].
    """
    font = Faces(load_page_format()).shown[FaceRole.TABLE].font(1)
    font.setPixelSize(_TYPE_ON_PAPER)
    return font


class ChartDialog(QDialog):
    """The chart with a button that prints it."""

    failed = Signal(object)
    """The RolwriterError to tell: the printer took nothing."""

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
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print it there; `failed` tells when the printer takes nothing."""
        try:
            self.chart.print_pages(printer, self.windowTitle())
        except RolwriterError as error:
            self.failed.emit(error)
