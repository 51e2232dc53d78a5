"""The menu 输出: a copy of each kind as a file, and 发文信息."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from rolwriter.app.output.export import FORMATS, Exported
from rolwriter.app.output.proof import proof_lines
from rolwriter.app.review.checking import check_project
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.dispatch_change import SetDispatch
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.again import Again, after
from rolwriter.ui.kit.file_kinds import safe_name
from rolwriter.ui.kit.jobs import Job
from rolwriter.ui.kit.services import Services
from rolwriter.ui.output.dispatch_dialog import DispatchDialog
from rolwriter.ui.output.proof_dialog import ProofDialog
from rolwriter.ui.window.actions import Act

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

_KEYS = {
    CopyKind.DRAFT: ("草稿(&D)…", "Ctrl+Alt+E", "行有编号，右边留空批注，未核和有问题的地方有标记"),
    CopyKind.CONSULT: ("征求意见稿(&C)…", "Ctrl+Alt+C", "题下注明征求意见稿"),
    CopyKind.REVIEW: ("送审稿(&R)…", "Ctrl+Alt+R", "附核对表和审签单"),
    CopyKind.FORMAL: ("定稿(&E)…", "Ctrl+E", "按公文格式：标题、正文、附件、署名和成文日期"),
    CopyKind.UPWARD: ("上行文(&U)…", "Ctrl+Alt+U", "有发文机关标志、签发人和版记，留出盖章的位置"),
    CopyKind.PUBLIC: ("公开稿(&P)…", "Ctrl+Alt+P", "没有版头、文号和附注，隐去已定不公开的内容"),
}


class OutputDesk(QObject):
    """Exports the open report; long work runs off the window's thread."""

    def __init__(self, window: MainWindow, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._services = services

    def acts(self) -> list[Act]:
        """The acts of the menu."""
        exports = [
            Act(
                *(act_name(kind), words, partial(self.export, kind), keys),
                "export" if kind is CopyKind.FORMAL else "",
                tip=f"导出{kind.label}：{tip}",
                short=f"导出{kind.label}",
            )
            for kind, (words, keys, tip) in _KEYS.items()
        ]
        dispatch = Act(
            *("dispatch", "发文信息(&I)…", self.edit_dispatch, "Ctrl+Alt+D"),
            tip="签发人、抄送、印发机关、稿次、水印等正文以外的要素",
        )
        return [*exports, dispatch]

    def export(self, kind: CopyKind, ending: str = ".docx") -> None:
        """Ask for a place and write a copy of that kind; what leaves the office asks first.

        ``ending`` is that of the file that is offered first, a key of `FORMATS`.
        """
        window = self._window
        if kind.is_final and not window.carry.may_export():
            return
        path = window.messages.file_to_save(
            f"导出{kind.label}", self._suggested(kind, ending), _kinds(ending), ending[1:]
        )
        if path is not None:
            self._write(kind, path)

    def _write(self, kind: CopyKind, path: Path) -> None:
        window = self._window
        project, settings = window.session.project, window.memory.settings
        checker = partial(window.catalogue.checker, self._services.make_checker)
        work = partial(
            self._services.export_copy,
            project,
            path,
            kind,
            window.catalogue(),
            page_format=window.memory.page_format(),
            findings=lambda: check_project(project, checker(), settings.silent_rules).findings,
            day=date.today(),
            threshold=settings.jump_percent,
        )
        done, failed = partial(self._exported, path, kind), partial(self._failed, path, kind)
        if not window.jobs.start(Job(f"正在导出 {path.name}", work, done, failed)):
            window.desk.notice("上一项工作还没有完成，请稍候，或先在右下角取消。")

    def edit_dispatch(self) -> None:
        """发文信息, one step of undo."""
        project = self._window.session.project
        dialog = DispatchDialog(
            project.dispatch, project.report.authority, self._window.messages, self._window
        )
        if dialog.exec() and dialog.dispatch != project.dispatch:
            self._window.desk.history.do(SetDispatch(dialog.dispatch), "填写发文信息")
            self._window.desk.notice("发文信息已更新；导出、打印和预览都用新的。")

    def _exported(self, path: Path, kind: CopyKind, done: Exported) -> None:
        lines = [*proof_lines(done.proof), *done.notes]
        if done.left_out:
            lines.insert(0, f"“未归类”里有{done.left_out}段文字没有写入，请归到相应的章后再导出。")
        dialog = ProofDialog(f"已导出{kind.label}“{path.name}”。", lines, self._window)
        dialog.exec()
        if dialog.folder_wanted:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _failed(self, path: Path, kind: CopyKind, error: Exception) -> None:
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        match after(error, self._window.messages):
            case Again.RETRY:
                self._write(kind, path)
            case Again.ELSEWHERE:
                self.export(kind, path.suffix.lower())
            case Again.LEAVE:
                pass

    def _suggested(self, kind: CopyKind, ending: str) -> str:
        report = self._window.session.project.report
        stem = safe_name(report.title) or safe_name(f"{report.year or ''}年法治政府建设年度报告")
        name = stem if kind is CopyKind.FORMAL else f"{stem}（{kind.label}）"
        path = self._window.session.path
        return str((path.parent if path else Path(self._window.memory.folder)) / f"{name}{ending}")


def _kinds(first: str) -> str:
    """The formats as a dialog lists them, with that one on top."""
    endings = (first, *(ending for ending in FORMATS if ending != first))
    return ";;".join(f"{FORMATS[ending].name} (*{ending})" for ending in endings)


def act_name(kind: CopyKind) -> str:
    """The action's name: ``export`` is 定稿, the one of the toolbar."""
    return "export" if kind is CopyKind.FORMAL else f"export_{kind}"
