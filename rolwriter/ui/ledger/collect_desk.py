"""Excel and Word both ways: forms and slips out to the 科室, filled ones back in."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from rolwriter.app.collect.forms import load_files, read_files, suppliers, write_supplier_form
from rolwriter.app.collect.preview import Preview, RowKind
from rolwriter.app.collect.slip_acts import slip_change, slip_for, slip_topics, topics_of
from rolwriter.app.collect.slips import SlipReturn, read_slips, write_supplier_slip
from rolwriter.app.ledger.cells import number_words
from rolwriter.app.ledger.merge import merge
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.storage.named import write_named
from rolwriter.ui.kit.again import write_somewhere
from rolwriter.ui.kit.choose_dialog import ChooseDialog
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.file_kinds import safe_name
from rolwriter.ui.kit.jobs import Job, Jobs
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.messages import Choice, Messages
from rolwriter.ui.kit.rows_dialog import RowsDialog

T = TypeVar("T")

EXCEL = "Excel 文件 (*.xlsx)"
TABLES = "填好的表 (*.xlsx *.xlsm *.xls *.et)"
SLIPS = "Word 文件 (*.docx)"
FILLED_SLIPS = "写好的供稿单 (*.docx *.doc *.wps *.odt *.rtf)"
_KINDS = {
    RowKind.NEW: "＋ 新报",
    RowKind.CHANGED: "△ 修改",
    RowKind.SAME: "＝ 相同",
    RowKind.CONFLICT: "! 不一致",
    RowKind.UNREADABLE: "✕ 不能识别",
    RowKind.UNKNOWN: "? 台账里没有",
    RowKind.EMPTY: "○ 未填",
}


class CollectDesk:
    """Long reading runs as a job; nothing changes before it was shown."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        *,
        messages: Messages,
        jobs: Jobs,
        memory: Memory,
        catalogue: Callable[[], Catalogue],
    ) -> None:
        self._window = window
        self._desk = desk
        self._messages = messages
        self._jobs = jobs
        self._memory = memory
        self._catalogue = catalogue

    def export_ledger(self) -> None:
        """The whole ledger as an Excel file."""
        from rolwriter.app.ledger.table import write_ledger

        if not self._has_ledger():
            return
        name = str(Path(self._folder) / f"{self._year}数据台账.xlsx")
        ask = partial(self._messages.file_to_save, "导出台账", name, EXCEL, "xlsx")
        path = self._write(ask, write_ledger(self._project))
        if path is not None:
            self._desk.notice(f"已导出“{path.name}”。")

    def make_forms(self) -> None:
        """数据征集表: one file for each chosen 科室, into one folder."""
        if not self._has_ledger():
            return
        names = suppliers(self._project)
        if not names:
            self._desk.notice("台账里还没有写“供稿科室”。填好以后，才能按科室生成征集表。")
            return
        entries = [(name, name) for name in names]
        title, label = "生成数据征集表", "给这些科室"
        dialog = ChooseDialog(title, label, entries, ticked=True, parent=self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        files = {
            f"数据征集表-{safe_name(name)}.xlsx": write_supplier_form(self._project, name)
            for name in dialog.chosen
        }
        ask = partial(self._folder_for, list(files))

        def write(folder: Path) -> None:
            for name, data in files.items():
                write_named(folder / name, data)

        folder = write_somewhere(self._messages, ask, write)
        if folder is not None:
            self._desk.notice(f"已在“{folder.name}”生成{len(files)}份数据征集表。")

    def read_forms(self) -> None:
        """Filled forms, many at once."""
        paths = self._messages.files_to_open("读入征集表", self._folder, TABLES)
        if not paths or not self._has_ledger():
            return
        project = self._project
        work = partial(_read_forms, project, paths)
        self._run(f"正在读取{len(paths)}份征集表", work, self.show_preview)

    def show_preview(self, read: Preview) -> None:
        """Show what the forms hold, then apply all of it in one step."""
        rows = [
            (
                _KINDS[row.kind],
                row.name or row.words,
                _value(row.value, row.hedge, none=row.none),
                row.supplier,
                f"{row.file} {row.sheet} {row.place}",
                row.reason,
            )
            for row in sorted(read.rows, key=lambda row: list(_KINDS).index(row.kind))
        ]
        refused = [file for file in read.files if file.trouble]
        rows += [("✕ 没有读入", "", "", f.supplier, f.file, f.trouble) for f in refused]
        rows += [("· 说明", "", "", f.supplier, f.file, n) for f in read.files for n in f.notes]
        change, _ = merge(self._project, read)
        counts = {kind: sum(row.kind is kind for row in read.rows) for kind in _KINDS}
        met = [f"{name[2:]}{counts[kind]}项" for kind, name in _KINDS.items() if counts[kind]]
        told = "，".join(met) or "没有数据"
        kept = "不一致的数都保留，读入后在台账里“定数”。"
        words = f"{len(read.files)}份文件：{told}。{kept}"
        dialog = RowsDialog(
            "读入征集表",
            words,
            ("结果", "名称", "报来的数", "科室", "文件、工作表、格子", "说明"),
            rows,
            act="读入台账",
            possible=change is not None,
            parent=self._window,
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self._desk.notice("没有读入，台账没有改动。")
            return
        change, report = merge(self._project, read)  # the clerk may have typed meanwhile
        if change is not None:
            self._desk.history.do(change, "读入征集表", whole=True)
            self._desk.notice(
                f"新报{report.new}项，修改{report.changed}项，不一致{report.conflicts}项；"
                f"正文已更新{report.rewritten}处。按 Ctrl+Z 可撤销。"
            )

    def make_slip(self) -> None:
        """待供稿单: a Word form with the chosen topics for one 科室."""
        topics = slip_topics(self._project, self._catalogue())
        dialog = ChooseDialog(
            "生成待供稿单",
            "要供稿的主题",
            [(topic.id, topic.title) for topic in topics],
            names=suppliers(self._project),
            of_name=partial(topics_of, self._project, self._catalogue()),
            parent=self._window,
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        slip = slip_for(self._project, topics, dialog.supplier, dialog.chosen)
        name = str(Path(self._folder) / f"待供稿单-{safe_name(dialog.supplier)}.docx")
        ask = partial(self._messages.file_to_save, "生成待供稿单", name, SLIPS, "docx")
        path = self._write(ask, write_supplier_slip(slip))
        if path is not None:
            self._desk.notice(f"已生成“{path.name}”，共{len(slip.topics)}个主题。")

    def read_slips(self) -> None:
        """Returned slips, many at once."""
        paths = self._messages.files_to_open("读入供稿单", self._folder, FILLED_SLIPS)
        if not paths:
            return
        topics = slip_topics(self._project, self._catalogue())

        def work() -> list[SlipReturn]:
            return read_slips(load_files(paths), topics)

        self._run(f"正在读取{len(paths)}份供稿单", work, self.show_returned)

    def show_returned(self, returned: list[SlipReturn]) -> None:
        """Show what was written, then put it at the end of the chapters."""
        catalogue = self._catalogue()
        rows = list[tuple[str, str, str, str]]()
        for file in returned:
            for answer in file.answers:
                title = catalogue.topics[answer.topic_id].title
                rows += [("＋ 读入", title, file.file, text) for text in answer.paragraphs]
            rows += [("? 不知放在哪里，不读入", "", file.file, text) for text in file.unplaced]
            rows += [("· 说明", "", file.file, note) for note in file.notes]
            if file.trouble:
                rows.append(("✕ 没有读入", "", file.file, file.trouble))
        ids = self._desk.session.fresh_ids()
        _, count, homeless = slip_change(self._project, catalogue, returned, ids)
        rows += [("? 报告里没有相应的章，不读入", title, "", "") for title in homeless]
        dialog = RowsDialog(
            "读入供稿单",
            f"可读入{count}段，放到相应各章的末尾，标记“沿用未核”。不读入的请自行复制。",
            ("结果", "主题", "文件", "文字"),
            rows,
            act="读入正文",
            possible=count > 0,
            parent=self._window,
        )
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self._desk.notice("没有读入，报告没有改动。")
            return
        fresh = self._desk.session.fresh_ids()
        change, count, _ = slip_change(self._project, catalogue, returned, fresh)
        self._desk.history.do(change, "读入供稿单", whole=True)
        self._desk.notice(f"已读入{count}段，标记“沿用未核”。按 Ctrl+Z 可撤销。")

    def _has_ledger(self) -> bool:
        if not self._project.ledger:
            self._desk.notice("台账里还没有数据。请先从正文提取数字，或在台账里新增。")
        return bool(self._project.ledger)

    def _folder_for(self, names: list[str]) -> Path | None:
        """A folder for these files; what stands there already is replaced at a word alone."""
        folder = self._messages.folder_to_use("征集表放在哪个文件夹", self._folder)
        there = [name for name in names if folder is not None and (folder / name).exists()]
        if there:
            choices = (Choice("替换", "drop"), Choice("取消", "back"))
            what = f"文件夹里已有{len(there)}个同名文件，要替换吗？"
            if self._messages.ask(what, "、".join(there), choices) != 0:
                return None
        return folder

    def _write(self, ask: Callable[[], Path | None], data: bytes) -> Path | None:
        return write_somewhere(self._messages, ask, lambda path: write_named(path, data))

    def _run(self, label: str, work: Callable[[], T], done: Callable[[T], object]) -> None:
        if not self._jobs.start(Job(label, work, done, self._failed)):
            self._desk.notice("上一项工作还没有完成，请稍候，或先在右下角取消。")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, RolwriterError):
            raise error  # a bug: the program's own hook speaks
        self._messages.tell(error)

    @property
    def _project(self) -> Project:
        return self._desk.session.project

    @property
    def _folder(self) -> str:
        return self._memory.settings.last_folder

    @property
    def _year(self) -> str:
        year = self._project.report.year
        return f"{year}年度" if year else ""


def _read_forms(project: Project, paths: list[Path]) -> Preview:
    return read_files(project, load_files(paths))


def _value(value: Decimal | None, hedge: str, *, none: bool) -> str:
    if none:
        return "本年度未发生"
    return "" if value is None else number_words(value, "", hedge)
