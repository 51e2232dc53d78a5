"""读入文件到本章: a second file read off the window's thread, its paragraphs chosen one by one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from rolwriter.app.documents import Import
from rolwriter.app.imports.second_source import contribution
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.imports.source_dialog import SourceDialog
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.file_kinds import IMPORTABLE
from rolwriter.ui.kit.jobs import Job, Jobs
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.names import chapter_name
from rolwriter.ui.kit.services import Services


class SecondSource:
    """Brings a part from a 科室, or from another year, into the chapter that is shown."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        workspace: Workspace,
        *,
        services: Services,
        messages: Messages,
        jobs: Jobs,
        memory: Memory,
    ) -> None:
        self._window = window
        self._desk = desk
        self._workspace = workspace
        self._services = services
        self._messages = messages
        self._jobs = jobs
        self._memory = memory

    def ask(self) -> None:
        """Ask for a file for the chapter that is shown."""
        tab = self._workspace.chapter
        if tab is None or tab.part_id not in {part.id for part in self._desk.report.chapters}:
            self._desk.notice("请先打开要放入内容的一章，再读入文件。")
            return
        path = self._messages.file_to_open("读入文件到本章", self._memory.folder, IMPORTABLE)
        if path is not None:
            self.read(path, tab.part_id)

    def read(self, path: Path, chapter_id: str) -> None:
        """Read the file, then let the clerk choose."""
        self._memory.keep(self._memory.settings.read_from(path))
        work = partial(self._services.import_file, path)
        done = partial(self.offer, chapter_id)
        if not self._jobs.start(Job(f"正在读取 {path.name}", work, done, self._failed)):
            self._desk.notice("上一项工作还没有完成，请稍候，或先在右下角取消。")

    def offer(self, chapter_id: str, imported: Import) -> None:
        """Show the file's paragraphs and put the chosen ones at the chapter's end."""
        chapters = {part.id: part for part in self._desk.report.chapters}
        if chapter_id not in chapters:
            self._desk.notice("要放入的一章已经不在了，没有读入任何内容。")
            return
        part = chapters[chapter_id]
        dialog = SourceDialog(imported, chapter_name(part), part.role, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self._desk.notice("没有读入任何内容，报告没有改动。")
            return
        try:
            change = contribution(self._desk.session.project, chapter_id, imported, dialog.chosen)
        except RolwriterError as error:
            self._messages.tell(error)
            return
        self._desk.history.do(change, "读入文件到本章", whole=True)
        self._workspace.show_key(chapter_id)
        self._desk.notice(
            f"已把{len(dialog.chosen)}段放到本章末尾，标记“沿用未核”。按 Ctrl+Z 可撤销。"
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        self._messages.tell(error)
