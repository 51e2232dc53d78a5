"""What surrounds a publication: forms to sign, hidden data, the page on the site, the record."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from rolwriter.app.output.export import FORMATS
from rolwriter.app.output.inspect import inspect_file, inspection_table, summary
from rolwriter.app.output.paper_forms import form_copy
from rolwriter.app.output.pasted import Pasted, compare_pasted, pasted_summary, pasted_table
from rolwriter.catalog.paper_forms import FormName, load_paper_forms
from rolwriter.model.errors import PlaceError, RolwriterError
from rolwriter.model.trace import Inspection
from rolwriter.readers.worker import ReadingCancelledError
from rolwriter.ui.kit.again import Again, ask_again
from rolwriter.ui.kit.file_kinds import safe_name
from rolwriter.ui.kit.jobs import Job
from rolwriter.ui.kit.messages import Choice
from rolwriter.ui.kit.table_saving import show_table
from rolwriter.ui.output.deliveries_desk import DeliveriesDesk
from rolwriter.ui.output.form_dialog import FormDialog
from rolwriter.ui.window.actions import Act
from rolwriter.writers.layout.copy import Copy

T = TypeVar("T")

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

_INSPECTED = "可检查的文件 (*.docx *.docm *.dotx *.xlsx *.xlsm *.pdf *.odt *.html *.htm *.txt)"
_PAGES = "网页 (*.html *.htm *.mht *.mhtml *.txt *.docx);;所有文件 (*)"
_FORM_ENDINGS = (".docx", ".pdf")


class PublishDesk(QObject):
    """Long looks at files run as jobs; the forms are drawn by the painter of all pages."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.deliveries = DeliveriesDesk(window)

    def acts(self) -> list[Act]:
        """The acts of the menu 输出 that are about publishing."""
        return [
            Act(
                *("secrecy_form", "保密审查表(&B)…", self.show_secrecy_form, "Ctrl+Alt+G"),
                tip="按报告填好，打印后签署；先审查、后公开",
            ),
            Act(
                *("approval_form", "公开审批表(&A)…", self.show_approval_form, "Ctrl+Alt+A"),
                tip="按报告填好，打印后签署",
            ),
            Act(
                *("deliveries", "报送和公开记录(&L)…", self.deliveries.show, "Ctrl+Alt+B"),
                tip="记下报送、保密审查、公开的日期和对象；状态栏显示期限",
            ),
            Act(
                *("pasted", "核对已公开的网页(&W)…", self.check_page, "Ctrl+Alt+W"),
                tip="网站上的报告另存下来，与公开稿逐字核对",
            ),
            Act(
                *("inspect", "检查文件中的隐藏信息(&H)…", self.inspect, "Ctrl+Alt+H"),
                tip="看一个文件带不带作者、批注、修订、路径等，发出以前用",
                everywhere=True,
            ),
        ]

    def inspect(self) -> None:
        """Ask for a file and say what it carries."""
        path = self._window.messages.file_to_open(
            "检查文件中的隐藏信息", self._window.memory.folder, f"{_INSPECTED};;所有文件 (*)"
        )
        if path is not None:
            work, done = partial(inspect_file, path), partial(self._inspected, path)
            self._start(Job(f"正在检查 {path.name}", work, done, self._failed))

    def check_page(self) -> None:
        """Ask for a saved page and compare it with the public copy."""
        window = self._window
        path = window.messages.file_to_open("核对已公开的网页", window.memory.folder, _PAGES)
        if path is not None:
            work = partial(compare_pasted, window.session.project, path, window.catalogue())
            done = partial(self._compared, path)
            self._start(Job(f"正在核对 {path.name}", work, done, self._failed))

    def show_secrecy_form(self) -> None:
        """保密审查表."""
        self.show_form(FormName.SECRECY_REVIEW)

    def show_approval_form(self) -> None:
        """公开审批表."""
        self.show_form(FormName.PUBLICATION)

    def show_form(self, name: FormName) -> None:
        """A form as a page, with printing and saving."""
        window = self._window
        findings = None
        if name is FormName.SECRECY_REVIEW:
            window.problems.fresh()
            findings = [row.finding for row in window.problems.standing]
        make = partial(
            form_copy,
            window.session.project,
            name,
            window.catalogue(),
            page_format=window.memory.page_format(),
            findings=findings,
            limits=self.deliveries.limits(),
        )
        dialog = FormDialog(load_paper_forms()[name].title, make, window)
        dialog.print_wanted.connect(partial(self._print, dialog))
        dialog.save_wanted.connect(partial(self._save, dialog))
        dialog.exec()

    def _print(self, dialog: FormDialog) -> None:
        if dialog.layout_ is not None:
            press, name = self._window.paper.press, dialog.windowTitle()
            press.print_layout(dialog.layout_, dialog.pages.glyphs, name, dialog)

    def _save(self, dialog: FormDialog) -> None:
        layout, title = dialog.layout_, dialog.windowTitle()
        if layout is None:
            return
        kinds = ";;".join(f"{FORMATS[e].name} (*{e})" for e in _FORM_ENDINGS)
        window = self._window
        suggested = str(Path(window.memory.folder) / f"{safe_name(title)}.docx")
        path = window.messages.file_to_save(f"另存{title}", suggested, kinds, "docx")
        if path is not None:
            self._write(dialog, layout.copy, path)

    def _write(self, dialog: FormDialog, copy: Copy, path: Path) -> None:
        work, done = partial(_write, copy, path), partial(self._saved, path)
        failed = partial(self._refused, dialog, copy, path)
        self._start(Job(f"正在生成 {path.name}", work, done, failed))

    def _refused(self, dialog: FormDialog, copy: Copy, path: Path, error: Exception) -> None:
        if not isinstance(error, PlaceError):
            self._failed(error)
            return
        match ask_again(error, self._window.messages):
            case Again.RETRY:
                self._write(dialog, copy, path)
            case Again.ELSEWHERE:
                self._save(dialog)
            case Again.LEAVE:
                pass

    def _saved(self, path: Path, _: None) -> None:
        self._window.desk.notice(f"已存为“{path.name}”。")

    def _inspected(self, path: Path, inspection: Inspection) -> None:
        words = summary(path.name, inspection)
        if not inspection.traces:
            self._window.messages.inform(words, "可以放心发出。", [Choice("知道了")])
            return
        self._window.desk.notice(words)
        show_table(self._window, inspection_table(path.name, inspection))

    def _compared(self, path: Path, pasted: Pasted) -> None:
        words = pasted_summary(path.name, pasted)
        if not pasted.differences:
            self._window.messages.inform(words, "网站没有改动文字。", [Choice("知道了")])
            return
        self._window.desk.notice(words)
        show_table(self._window, pasted_table(path.name, pasted))

    def _start(self, job: Job[T]) -> None:
        if not self._window.jobs.start(job):
            self._window.desk.notice("上一项工作还没有完成，请稍候，或先在右下角取消。")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ReadingCancelledError):
            return
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        self._window.messages.tell(error)


def _write(copy: Copy, path: Path) -> None:
    form = FORMATS.get(path.suffix.lower())
    if form is None or path.suffix.lower() not in _FORM_ENDINGS:
        from rolwriter.app.output.export import unknown_format

        raise unknown_format(path)
    form.write(copy, path)
