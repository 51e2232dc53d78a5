"""The checklist in the window: worked out beside the typing, answered by the clerk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QInputDialog

from rolwriter.app.checklist.survey import Checklist, ChecklistRow, checklist, set_state
from rolwriter.app.output.layout import PagePlaces
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.model.checklist import STATE_NAMES, ItemState
from rolwriter.model.checklist_change import SetProfiles
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.storage.named import write_named
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.checklist.items_panel import ItemsPanel
from rolwriter.ui.checklist.profile_dialog import ProfileDialog
from rolwriter.ui.kit.again import write_somewhere
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.file_kinds import safe_name
from rolwriter.ui.kit.later import Later
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.kit.table_saving import EXCEL, wants_saving
from rolwriter.ui.window.actions import Actions
from rolwriter.ui.window.docks import Docks

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow
    from rolwriter.writers.xlsx.table import Table


class ChecklistDesk(QObject):
    """Fills the panel 检查清单 and keeps it true."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        docks: Docks,
        *,
        spot: Spot,
        messages: Messages,
        memory: Memory,
        catalogue: Callable[[], Catalogue],
        pages: Later[PagePlaces],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._desk = desk
        self._spot = spot
        self._messages = messages
        self._memory = memory
        self._catalogue = catalogue
        self.panel = ItemsPanel()
        docks.fill("checklist", self.panel)
        self.found: Later[Checklist] = Later(desk.session, partial(_look, catalogue), parent=self)
        self.found.answered.connect(self._show)
        self.panel.state_wanted.connect(self.set_state)
        self.panel.jump_wanted.connect(self.go_to)

    def offer(self, actions: Actions) -> None:
        """Put the acts into the panel as buttons."""
        names = ("profiles", "checklist_print", "check_sheet")
        self.panel.offer([actions[name] for name in names])

    def set_state(self, item_id: str, state: ItemState) -> None:
        """Record what the clerk says of an item; 不适用 asks why, 待他人提供 whom it waits for."""
        row = next((r for r in self.found.now().rows if r.item.id == item_id), None)
        if row is None:
            return
        reason = row.reason if row.state is state else ""
        if not reason and row.last and row.last.state is state:
            reason = row.last.reason
        if state is ItemState.NOT_APPLICABLE:
            reason = self._asked("不适用的理由", f"“{row.item.title}”为什么不适用？", reason)
            if not reason:
                self._desk.notice("没有写理由，状态没有改动。")
                return
        elif state is ItemState.WAITING:
            reason = self._asked("待他人提供", f"“{row.item.title}”等谁提供？（可不填）", reason)
        place = row.place[0] if row.place and state in {ItemState.DONE, ItemState.DRAFT} else ""
        try:
            change = set_state(self._project, item_id, state, reason, place)
        except RolwriterError as error:
            self._messages.tell(error)
            return
        self._desk.history.do(change, f"清单“{row.item.title}”")
        self.found.now()
        self._desk.notice(f"“{row.item.title}”：{STATE_NAMES[state]}。按 Ctrl+Z 可撤销。")

    def go_to(self, row: ChecklistRow) -> None:
        """To the words that answer the item."""
        rows = self.found.now().rows
        now = next((r for r in rows if r.item.id == row.item.id), row)
        if now.place is None:
            self._desk.notice(f"正文里还没有找到“{now.item.title}”。提示：{now.item.hint}")
        elif not self._spot.go_to(*now.place):
            self._desk.notice("这一段已经不在报告里了。")

    def choose_profiles(self) -> None:
        """Ask what kind of organ reports."""
        dialog = ProfileDialog(self._catalogue(), self._project.profiles, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if dialog.profiles != self._project.profiles:
            self._desk.history.do(SetProfiles(dialog.profiles), "设置单位情况")
            self.found.now()
            self._desk.notice(f"检查清单现有{len(self.found.now().rows)}项。按 Ctrl+Z 可撤销。")

    def look_again(self) -> None:
        """The catalogue may be another: work the list out anew."""
        self.panel.show_checklist(self.found.again())

    def show_list(self) -> None:
        """The whole checklist as a page."""
        from rolwriter.app.checklist.check_sheet import checklist_table

        self._show_page(checklist_table(self._project, self.found.now(), self._pages.now()))

    def show_sheet(self) -> None:
        """The 核对表 for the signing leader as a page."""
        from rolwriter.app.checklist.check_sheet import check_sheet

        threshold = self._memory.settings.jump_percent
        self._show_page(check_sheet(self._project, self.found.now(), threshold, self._pages.now()))

    def save_tables(self, path: Path) -> None:
        """Both tables as an Excel file; RolwriterError when it cannot be written."""
        from rolwriter.app.checklist.check_sheet import write_check_sheets

        threshold = self._memory.settings.jump_percent
        found, pages = self.found.now(), self._pages.now()
        write_named(path, write_check_sheets(self._project, found, threshold, pages))
        self._desk.notice(f"已导出“{path.name}”：核对表和检查清单各一张。")

    def _show_page(self, table: Table) -> None:
        if not wants_saving(self._window, table):
            return
        folder = Path(self._memory.settings.last_folder)
        suggested = str(folder / f"{safe_name(table.title.partition('（')[0])}.xlsx")
        ask = partial(self._messages.file_to_save, "存为 Excel", suggested, EXCEL, "xlsx")
        write_somewhere(self._messages, ask, self.save_tables)

    def _asked(self, title: str, label: str, words: str) -> str:
        answer, taken = QInputDialog.getText(self._window, title, plain_words(label), text=words)
        return answer.strip() if taken else ""

    def _show(self) -> None:
        found = self.found.value
        if found is not None:
            self.panel.show_checklist(found)

    @property
    def _project(self) -> Project:
        return self._desk.session.project


def _look(catalogue: Callable[[], Catalogue], project: Project) -> Checklist:
    # no method: a thread that outlives the window must not hold the window
    return checklist(project, catalogue())
