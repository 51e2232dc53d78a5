"""打印预览, 打印 and 存为 PDF of the open report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QProgressDialog

from rolwriter.app.copies import make_copy
from rolwriter.app.events import Event, Saved
from rolwriter.app.paper import write_pdf
from rolwriter.catalog.house import page_name
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.finding import Finding
from rolwriter.ui.file_kinds import PDF, safe_name
from rolwriter.ui.jobs import Job
from rolwriter.ui.messages import Choice
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
        if not self._goes_out("打印"):
            return
        self.show()
        self.preview.when_ready(self._print_shown)

    def save_pdf(self) -> None:
        """存为 PDF: the copy the preview shows."""
        if not self._goes_out("导出"):
            return
        kind = self.preview.chosen
        name = f"{self._stem()}（{kind.label}）.pdf"
        path = self._messages.file_to_save("存为 PDF", str(self._folder() / name), PDF, "pdf")
        if path is None:
            return
        work = partial(_write, self.maker(kind), path)
        done = partial(self._written, path)
        label = f"正在生成 {path.name}"
        if not self._window.jobs.start(Job(label, work, done, self._failed)):
            self._desk.notice("上一项工作还没有完成，请稍候，或先在右下角取消。")

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

    def _goes_out(self, act: str) -> bool:
        """A copy that leaves the office is not made before what is open was shown."""
        kind = self.preview.chosen
        if kind is CopyKind.DRAFT:
            self._window.problems.fresh()
        return not kind.is_final or self._window.carry.may_export(act)

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

    def _written(self, path: Path, _: None) -> None:
        choices = (Choice("打开所在文件夹"), Choice("关闭", "back"))
        kept = "文字可以复制、查找，字体已装在文件里，文件里没有作者、时间等隐藏信息。"
        if self._messages.inform(f"已存为“{path.name}”。", kept, choices) == 0:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        self._messages.tell(error)

    def _stem(self) -> str:
        report = self._desk.report
        return safe_name(report.title) or safe_name(f"{report.year or ''}年法治政府建设年度报告")

    def _folder(self) -> Path:
        path = self._desk.session.path
        return path.parent if path else Path(self._window.memory.folder)

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


def _write(make: MakeCopy, path: Path) -> None:
    write_pdf(make(), path)
