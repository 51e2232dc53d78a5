"""New, open, save, import, and the question before anything is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from rolwriter.app.documents import (
    ChangedOutsideError,
    DamagedError,
    Import,
    LaterFormatError,
    LostRaceError,
    moved_words,
    open_project,
)
from rolwriter.app.imports.review import Review
from rolwriter.app.session import Session
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.ui.files.damage import instead_of
from rolwriter.ui.files.locking import Access, Locking
from rolwriter.ui.files.new_dialog import NewDialog
from rolwriter.ui.files.outside import Decision, decide, tell_lost
from rolwriter.ui.imports.preview import ImportPreview
from rolwriter.ui.kit.again import Again, ask_again
from rolwriter.ui.kit.file_kinds import IMPORTABLE, PROJECTS, SUFFIX, is_project_name, safe_name
from rolwriter.ui.kit.jobs import Job, Jobs
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.messages import Choice, Messages
from rolwriter.ui.kit.services import Services

T = TypeVar("T")

_SAVE = (Choice("保存"), Choice("不保存", "drop"), Choice("取消", "back"))


class Files(QObject):
    """The acts of the 文件 menu on one session."""

    opened = Signal()
    """Another project stands in the session."""
    saved = Signal(str)
    """When the project was saved, as hh:mm."""
    save_failed = Signal()
    notice = Signal(str)
    roll_wanted = Signal(int)
    """The imported report is last year's: it is to be rolled forward to this year."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        services: Services,
        messages: Messages,
        jobs: Jobs,
        memory: Memory,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._services = services
        self._messages = messages
        self._jobs = jobs
        self._memory = memory
        self._seal: str | None = None
        self.locking = Locking(messages)
        self.restored: Callable[[Path], bool] = _never
        """Offers what a crash left over of a file; whether that was opened instead."""
        self.keep_copy: Callable[[], bool] = _no_copy
        """Writes what is not saved to its second place; whether there was need and it worked."""

    def new(self) -> None:
        """Ask for year and organ and begin a report with the statutory chapters."""
        if not self.may_leave():
            return
        # A report on a year is written from that December to the March after.
        today = date.today()
        year = today.year if today.month > 9 else today.year - 1
        dialog = NewDialog(year, self._session.project.report.authority, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._show(self._services.new_project(dialog.year, dialog.authority), None)

    def open(self) -> None:
        """Ask for a project file and open it."""
        path = self._messages.file_to_open("打开", self._memory.folder, PROJECTS)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a project, or import any other file."""
        if not is_project_name(path):
            self.import_path(path)
            return
        if not self.may_leave():
            return
        if not self.restored(path):
            self._open_project(path)

    def _open_project(self, path: Path) -> None:
        try:
            project, seal, version = self._services.open_sealed(path)
        except LaterFormatError as error:
            self._show_later(error, path)
            return
        except DamagedError as error:
            rest = instead_of(error, self._messages, open_project)
            if rest is not None:
                self._show(rest, None)
            return
        except RolwriterError as error:
            if not path.exists():
                self._memory.keep(self._memory.settings.without(str(path)))
            self._messages.tell(error)
            return
        access = self.locking.ask(path)
        if access is Access.NONE:
            return
        self._memory.keep(self._memory.settings.opened(path))
        if access is Access.COPY:
            self._show(project, None)
            self.save_as()
            return
        held = access is Access.READ_ONLY
        self._show(project, path, seal, read_only=self.locking.reason if held else "")
        moved = moved_words(path, version)
        if moved and not held:
            self.notice.emit(moved)

    def _show_later(self, error: LaterFormatError, path: Path) -> None:
        """A later program's file is looked at, never written."""
        if error.project is None:
            self._messages.tell(error)
            return
        reason = f"“{path.name}”由更新版本的程序保存，这里只显示本程序认得的部分。"
        self._show(error.project, path, read_only=reason)

    def seal(self) -> str | None:
        """By which the open project's file is known again; None while there is no file."""
        return self._seal

    def show_unsaved(self, project: Project, path: Path | None, seal: str | None) -> None:
        """Show a project that is not what its file holds."""
        self._hold(path, seal)
        self._session.open(project, path, saved=False)
        self.opened.emit()

    def save(self) -> bool:
        """Save to the project's file; ask for one when there is none."""
        path = self._session.path
        if path is None or self._session.read_only:
            return self.save_as()
        return self._save_to(path, self._seal)

    def save_as(self) -> bool:
        """Ask for a file and save there."""
        path = self._messages.file_to_save("另存为", self._suggested(SUFFIX), PROJECTS, SUFFIX)
        if path is None:
            return False
        if self._session.read_only and path == self._session.path:
            self._messages.tell(_reading_only(path))
            return False
        return self._save_to(path, self._seal if path == self._session.path else None)

    def import_(self) -> None:
        """Ask for last year's report and read it in."""
        path = self._messages.file_to_open("打开去年的报告", self._memory.folder, IMPORTABLE)
        if path is not None:
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Read a file into a new project, off the window's thread."""
        if not self.may_leave():
            return
        self._memory.keep(self._memory.settings.read_from(path))
        revision = self._session.revision
        self._run(
            f"正在读取 {path.name}",
            partial(self._services.import_file, path),
            partial(self._imported, revision),
        )

    def import_clipboard(self) -> None:
        """Read the text that was copied in another program into a new project."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.notice.emit("剪贴板里没有文字。请先在网页或文档里全选、复制去年的报告，再来导入。")
            return
        if not self.may_leave():
            return
        revision = self._session.revision
        self._run(
            "正在读取剪贴板",
            partial(self._services.import_text, text),
            partial(self._imported, revision),
        )

    def open_sample(self) -> None:
        """Open the made-up report."""
        if self.may_leave():
            revision = self._session.revision
            self._run(
                "正在打开示例", self._services.sample_project, partial(self._show_late, revision)
            )

    def may_leave(self) -> bool:
        """Whether the open project may go: saved, given up by the clerk, or unchanged."""
        if not self._session.modified:
            return True
        name = self._session.path.name if self._session.path else "这份报告"
        loss = (
            "不保存的话，上次保存之后的修改会丢失。"
            if self._session.path
            else "它还没有存为文件，不保存的话，全部内容都会丢失。"
        )
        answer = self._messages.ask(f"要保存对“{name}”的修改吗？", loss, _SAVE)
        return self.save() if answer == 0 else answer == 1

    def _save_to(self, path: Path, seal: str | None = None) -> bool:
        return self._put(path, lambda: self._services.save_project(self._project, path, seal))

    def _save_over(self, path: Path, seal: str) -> bool:
        """Save over what another put there; that stands in a file of its own then."""
        kept: Path | None = None

        def save() -> str:
            nonlocal kept
            new_seal, kept = self._services.overwrite_project(self._project, path, seal)
            return new_seal

        saved = self._put(path, save)
        if kept is not None:
            self.notice.emit(f"已覆盖。磁盘上原来的那一份另存为“{kept.name}”。")
        return saved

    def _put(self, path: Path, save: Callable[[], str]) -> bool:
        """Save, and settle with the clerk whatever stands in the way."""
        while True:
            revision = self._session.revision
            try:
                self._on_saved(path, save(), revision)
            except ChangedOutsideError as error:
                self._on_failed()
                return self._settle(error, path)
            except LostRaceError as error:
                self._on_saved(error.copy, error.seal, revision)
                tell_lost(error, self._project, self._messages, self._window)
                return True
            except RolwriterError as error:
                match ask_again(self._with_copy(error), self._messages):
                    case Again.RETRY:
                        continue
                    case Again.ELSEWHERE:
                        return self.save_as()
                    case Again.LEAVE:
                        return False
            else:
                return True

    def _on_saved(self, path: Path, seal: str, revision: int) -> None:
        self._hold(path, seal)
        self._memory.keep(self._memory.settings.opened(path))
        self._session.mark_saved(path, revision)
        self.saved.emit(f"{datetime.now():%H:%M}")

    def _on_failed(self) -> bool:
        """Not saved: at once into a second place, whether that is needed and was done."""
        self.save_failed.emit()
        return self.keep_copy()

    def _with_copy(self, error: RolwriterError) -> RolwriterError:
        """The error, and whether the words stand in a second place."""
        copied = self._on_failed()
        second = ""
        if copied:
            second = "窗口里的内容已另写一份恢复副本，存在本机。"
        elif self._session.modified:
            second = "恢复副本也没有写成：保存好之前请不要关闭窗口。"
        return RolwriterError(error.what, f"{error.consequence}{second}", error.remedy)

    def _settle(self, error: ChangedOutsideError, path: Path) -> bool:
        """Two texts claim one file."""
        match decide(error, self._project, self._messages, self._window):
            case Decision.ELSEWHERE:
                return self.save_as()
            case Decision.OVER:
                return self._save_over(path, error.seal)
            case Decision.NOWHERE:
                return False

    def _imported(self, revision: int, imported: Import) -> None:
        preview = ImportPreview(Review(imported), self._window)
        if preview.exec() != QDialog.DialogCode.Accepted:
            self.notice.emit("已取消导入，没有改动任何内容。")
            return
        project = self._services.project_from(preview.review.result())
        if self._show_late(revision, project) and preview.roll_year is not None:
            self.roll_wanted.emit(preview.roll_year)

    def _show_late(self, revision: int, project: Project) -> bool:
        """Show what a job brought, unless the clerk went on writing meanwhile."""
        if self._session.revision != revision and not self.may_leave():
            self.notice.emit("未打开读取的文件，当前报告保持不变。")
            return False
        self._show(project, None)
        return True

    def _run(self, label: str, work: Callable[[], T], done: Callable[[T], object]) -> None:
        if not self._jobs.start(Job(label, work, done, self._failed)):
            self.notice.emit("上一项工作还没有完成，请稍候，或先在右下角取消。")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        self._messages.tell(error)

    def _show(
        self,
        project: Project,
        path: Path | None,
        seal: str | None = None,
        *,
        read_only: str = "",
    ) -> None:
        self._hold(None if read_only else path, seal)
        self._session.open(project, path, read_only=read_only)
        self.opened.emit()

    def _hold(self, path: Path | None, seal: str | None) -> None:
        self._seal = seal
        self.locking.settle(path)

    @property
    def _project(self) -> Project:
        return self._session.project

    def _suggested(self, suffix: str) -> str:
        report = self._session.project.report
        stem = safe_name(report.title) or safe_name(f"{report.year or ''}年法治政府建设年度报告")
        folder = self._session.path.parent if self._session.path else Path(self._memory.folder)
        return str(folder / f"{stem}.{suffix}")


def _reading_only(path: Path) -> RolwriterError:
    return RolwriterError(
        f"“{path.name}”是只读打开的，不能存回去。",
        "没有写入任何内容，原来的文件没有改动。",
        "请换一个文件名或文件夹，另存为自己的文件。",
    )


def _never(_: Path) -> bool:
    return False


def _no_copy() -> bool:
    return False
