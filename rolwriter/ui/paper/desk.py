"""打印预览, 打印 and 存为 PDF of the open report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QProgressDialog

from rolwriter.app.events import Event, Saved
from rolwriter.app.output.copies import make_copy
from rolwriter.catalog.house import page_name
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.finding import Finding
from rolwriter.ui.kit.messages import Choice
from rolwriter.ui.paper.live import MakeCopy
from rolwriter.ui.paper.preview import Preview, missing_fonts
from rolwriter.ui.paper.printing import PrintRun, new_printer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from rolwriter.ui.main_window import MainWindow

_SLOW = 400
"""Milliseconds of printing before a window shows how far it is."""


class PaperDesk(QObject):
    """Holds the preview, which is one window that follows the report, and prints from it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._messages = window.messages
        self._preview: Preview | None = None
        self.run: PrintRun | None = None
        """The printing under way."""
        self.ask_printer: Callable[[QPrinter, int], bool] = self._ask_printer
        """Lets the clerk choose printer and pages; tests put their own in its place."""
        self._desk.session.listen(self._on_event)
        window.problems.counted.connect(self._on_found)

    @property
    def preview(self) -> Preview:
        """The window with the pages; made when it is first wanted."""
        if self._preview is None:
            self._preview = Preview(self, self._window)
            self._preview.paragraph_wanted.connect(self._go_to)
            self._preview.print_wanted.connect(self.print_)
            self._preview.pdf_wanted.connect(self.save_pdf)
        return self._preview

    def show(self) -> None:
        """打印预览."""
        preview = self.preview
        preview.show()
        preview.raise_()
        preview.activateWindow()

    def print_(self) -> None:
        """打印: the copy the preview shows, which is shown first, so that nobody prints unseen."""
        if self.run is not None:
            self._desk.notice("上一份还在打印，请稍候。")
            return
        if not self._may_print():
            return
        self.show()
        self.preview.when_ready(self._print_shown)

    def save_pdf(self) -> None:
        """存为 PDF: the copy the preview shows."""
        self._window.output.export(self.preview.chosen, ".pdf")

    def maker(self, kind: CopyKind) -> MakeCopy:
        """What makes a copy of the report as it stands; safe on any thread."""
        findings: list[Finding] = []
        if kind is CopyKind.DRAFT and self._window.problems.found.is_fresh:
            findings = [row.finding for row in self._window.problems.standing]
        return partial(
            make_copy,
            self._desk.session.project,
            kind,
            self._window.catalogue(),
            page_format=self._window.memory.page_format(),
            findings=findings,
            day=date.today(),
            threshold=self._window.memory.settings.jump_percent,
        )

    def house(self) -> str:
        """The rules the pages follow."""
        return page_name(self._window.memory.settings.house)

    def refresh(self) -> None:
        """The settings have changed: the pages may look otherwise."""
        if self._preview is not None:
            self._preview.refresh()

    def _may_print(self) -> bool:
        """A copy that leaves the office is not printed before what is open was shown."""
        kind = self.preview.chosen
        if kind is CopyKind.DRAFT:
            self._window.problems.fresh()
        return not kind.is_final or self._window.carry.may_export("打印")

    def _print_shown(self) -> None:
        layout = self.preview.layout_
        if layout is None or not self._accepts_fonts():
            return
        printer = new_printer(layout)
        if not self.ask_printer(printer, len(layout.pages)):
            return
        self.run = run = PrintRun(layout, self.preview.pages.glyphs, printer, self)
        progress = QProgressDialog("正在送往打印机……", "取消", 0, run.count, self.preview)
        progress.setWindowTitle("打印")
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_SLOW)
        progress.canceled.connect(self._cancel_print)
        run.drawn.connect(progress.setValue)
        run.finished.connect(self._printed)
        run.failed.connect(self._print_failed)
        for ended in (run.finished, run.failed, run.cancelled):
            ended.connect(progress.deleteLater)
        run.start()

    def _accepts_fonts(self) -> bool:
        """Nothing is printed in another face unless the clerk knows it."""
        layout = self.preview.layout_
        missing = missing_fonts(layout.copy.page_format) if layout else {}
        if not missing:
            return True
        pairs = "\n".join(f"{official}：用{family}代替" for official, family in missing.items())
        choices = (Choice("仍要打印"), Choice("取消", "back"))
        what = "本机没有装齐公文标准字体，打印出来的字样与标准不同。"
        return self._messages.ask(what, pairs, choices) == 0

    def _ask_printer(self, printer: QPrinter, pages: int) -> bool:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        dialog = QPrintDialog(printer, self.preview)
        dialog.setWindowTitle(f"打印{self.preview.chosen.label}")
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def _cancel_print(self) -> None:
        if self.run is not None:
            self.run.cancel()
            self._end_run()
            self._desk.notice("已停止打印，已经送出的页可能还会打印出来。")

    def _printed(self, count: int) -> None:
        self._end_run()
        self._desk.notice(f"已送去打印，共{count}页。")

    def _print_failed(self, error: RolwriterError) -> None:
        self._end_run()
        self._messages.tell(error)

    def _end_run(self) -> None:
        run, self.run = self.run, None
        if run is not None:
            run.deleteLater()

    def _go_to(self, paragraph_id: str) -> None:
        if self._window.carry.spot.go_to(paragraph_id):
            self._window.activateWindow()
        else:
            self._desk.notice("这一段已经不在报告里了。")

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Saved):
            self.refresh()

    def _on_found(self) -> None:
        if self._preview is not None and self._preview.chosen is CopyKind.DRAFT:
            self._preview.refresh()
