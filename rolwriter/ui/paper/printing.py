"""The set pages on a printer, one page a turn, so that the window stays alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from rolwriter.model.errors import RolwriterError
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.painter import PagePainter
from rolwriter.writers.layout.page import Layout, SetPage

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TWIPS_AN_INCH = 1440
_KEPT = "报告没有改动。"
_CHECK = "请检查打印机是否开机、缺纸、卡纸或脱机，再重新打印。"


def new_printer(layout: Layout) -> QPrinter:
    """A printer set up for these pages: A4, no margins of its own, both sides if final."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(layout.copy.title or layout.copy.kind.label)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    if layout.copy.kind.is_final:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def chosen_pages(layout: Layout, printer: QPrinter) -> list[SetPage]:
    """The pages that the clerk wants, in the order in which they are to come out."""
    from PySide6.QtPrintSupport import QPrinter

    pages = list(layout.pages)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = [p for p in pages if printer.fromPage() <= p.number <= printer.toPage()]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


class PrintRun(QObject):
    """Prints the chosen pages and says how far it is."""

    drawn = Signal(int)
    """So many pages are drawn."""
    finished = Signal(int)
    """All of so many pages are with the printer."""
    cancelled = Signal()
    failed = Signal(object)
    """The RolwriterError to show; what was drawn before may come out all the same."""

    def __init__(
        self, layout: Layout, glyphs: Glyphs, printer: QPrinter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = chosen_pages(layout, printer)
        self._pen = PagePainter(layout.copy, glyphs)
        self._painter = QPainter()
        self._drawn = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    @property
    def count(self) -> int:
        """How many pages are to be printed."""
        return len(self._pages)

    def start(self) -> None:
        """Begin; the answer comes as a signal."""
        self._timer.start(0)

    def cancel(self) -> None:
        """Stop, and take back what the printer will give back."""
        self._timer.stop()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self.cancelled.emit()

    def _next(self) -> None:
        if self._drawn == len(self._pages):
            self._timer.stop()
            if self._painter.end():
                self.finished.emit(self._drawn)
            else:
                self.failed.emit(_stopped(self._drawn))
            return
        page = self._pages[self._drawn]
        if not self._new_sheet(page):
            self._timer.stop()
            self.failed.emit(_stopped(page.number) if self._drawn else refused(self._printer))
            return
        scale = self._printer.logicalDpiX() / _TWIPS_AN_INCH
        self._pen.paint(self._painter, page, scale)
        self._drawn += 1
        self.drawn.emit(self._drawn)

    def _new_sheet(self, page: SetPage) -> bool:
        across = QPageLayout.Orientation.Landscape
        upright = QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(across if page.landscape else upright)
        if not self._drawn:
            return self._printer.isValid() and self._painter.begin(self._printer)
        return self._printer.newPage()


def refused(printer: QPrinter) -> RolwriterError:
    """What to say of a printer, or a file in its place, that takes nothing."""
    name = printer.printerName()
    what = f"打印机“{name}”无法使用。" if name else "没有可以使用的打印机。"
    if printer.outputFileName():
        what = f"无法写入“{printer.outputFileName()}”。"
    return RolwriterError(
        what,
        f"没有打印；{_KEPT}",
        "请在系统设置里检查打印机是否已安装、已联机；也可以先存为 PDF，到别的电脑上打印。",
    )


def _stopped(number: int) -> RolwriterError:
    return RolwriterError(
        f"打印到第{number}页时打印机出了错，已经停止。", f"后面的页没有打印；{_KEPT}", _CHECK
    )
