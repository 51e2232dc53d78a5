"""The one way to a printer: which one, with which fonts, how far it is, what failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.messages import Choice, Messages
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.measure import FontMeasure
from rolwriter.ui.paper.preview import missing_fonts
from rolwriter.ui.paper.printing import PrintRun, new_printer
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.page import Layout
from rolwriter.writers.layout.pages import lay_out

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from rolwriter.writers.xlsx.table import Table

_SLOW = 400
"""Milliseconds of printing before a window shows how far it is."""


class Press(QObject):
    """Prints one thing at a time; all that is printed goes through here."""

    def __init__(
        self,
        window: QWidget,
        messages: Messages,
        memory: Memory,
        notice: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._messages = messages
        self._memory = memory
        self._notice = notice
        self.run: PrintRun | None = None
        """The printing under way."""
        self.ask_printer: Callable[[QPrinter, str, int, QWidget], bool] = _ask_printer
        """Lets the clerk choose printer and pages; tests put their own in its place."""

    def print_layout(
        self, layout: Layout, glyphs: Glyphs, name: str, over: QWidget | None = None
    ) -> None:
        """Print set pages; ``name`` is what they are, ``over`` the window asked from."""
        if self.run is not None:
            self._notice("上一份还在打印，请稍候。")
            return
        if not self._accepts_fonts(layout):
            return
        printer = new_printer(layout)
        over = over or self._window
        if not self.ask_printer(printer, name, len(layout.pages), over):
            return
        self.run = run = PrintRun(layout, glyphs, printer, self)
        progress = QProgressDialog("正在送往打印机……", "取消", 0, run.count, over)
        progress.setWindowTitle("打印")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_SLOW)
        progress.canceled.connect(self._cancel)
        run.drawn.connect(progress.setValue)
        run.finished.connect(self._printed)
        run.failed.connect(self._failed)
        for ended in (run.finished, run.failed, run.cancelled):
            ended.connect(progress.deleteLater)
        run.start()

    def print_table(self, table: Table, over: QWidget | None = None) -> None:
        """Print a table; one for a single page is set smaller to keep to it."""
        from rolwriter.app.output.table_copies import table_copy

        self._print_copy(table_copy(table, self._memory.page_format()), over)

    def print_list(self, title: str, lines: list[str]) -> None:
        """Print lines one under the other."""
        from rolwriter.app.output.table_copies import list_copy

        self._print_copy(list_copy(title, lines, self._memory.page_format()), None)

    def _print_copy(self, copy: Copy, over: QWidget | None) -> None:
        glyphs = Glyphs(copy.page_format)
        measure = FontMeasure(copy.page_format, glyphs).learn(copy)
        self.print_layout(lay_out(copy, measure), glyphs, copy.title, over)

    def _accepts_fonts(self, layout: Layout) -> bool:
        """Nothing is printed in another face unless the clerk knows it."""
        missing = missing_fonts(layout.copy.page_format)
        if not missing:
            return True
        pairs = "\n".join(f"{official}：用{family}代替" for official, family in missing.items())
        choices = (Choice("仍要打印"), Choice("取消", "back"))
        what = "本机没有装齐公文标准字体，打印出来的字样与标准不同。"
        return self._messages.ask(what, pairs, choices) == 0

    def _cancel(self) -> None:
        if self.run is not None:
            self.run.cancel()
            self._end()
            self._notice("已停止打印，已经送出的页可能还会打印出来。")

    def _printed(self, count: int) -> None:
        self._end()
        self._notice(f"已送去打印，共{count}页。")

    def _failed(self, error: RolwriterError) -> None:
        self._end()
        self._messages.tell(error)

    def _end(self) -> None:
        run, self.run = self.run, None
        if run is not None:
            run.deleteLater()


def _ask_printer(printer: QPrinter, name: str, pages: int, over: QWidget) -> bool:
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

    dialog = QPrintDialog(printer, over)
    dialog.setWindowTitle(f"打印{name}")
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    return dialog.exec() == QDialog.DialogCode.Accepted
