"""Everything the clerk does with the ledger, each act one step that can be undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMainWindow

from rolwriter.app.events import Changed, Event, Saved
from rolwriter.app.ledger.acts import set_figure, take_figures, uses_of
from rolwriter.app.ledger.cells import LedgerColumn, cell_words, with_cell
from rolwriter.app.ledger.merge import settle
from rolwriter.app.ledger.paste import pasted_change, read_pasted
from rolwriter.model.change import Change, SetLedger, SetParagraphs, Together
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.ui.carry.settle_dialog import SettleDialog
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.messages import Choice, Messages
from rolwriter.ui.ledger.chart import ChartDialog
from rolwriter.ui.ledger.panel import LedgerPanel
from rolwriter.ui.ledger.paste_dialog import LedgerPasteDialog
from rolwriter.ui.window.actions import Actions
from rolwriter.ui.window.docks import Docks

REST = 300
"""Milliseconds of rest after typing before uses are counted again."""


class LedgerDesk(QObject):
    """Fills the panel 数据台账 and keeps it true."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        docks: Docks,
        *,
        spot: Spot,
        messages: Messages,
        memory: Memory,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._docks = docks
        self._spot = spot
        self._messages = messages
        self._memory = memory
        self._next_use: dict[str, int] = {}
        self.panel = LedgerPanel(desk, self.edit)
        docks.fill("ledger", self.panel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.refresh)
        self.panel.table.jump_wanted.connect(self.go_to_use)
        self.panel.table.doubleClicked.connect(self._on_double_click)
        self.panel.table.copy_wanted.connect(self.copy)
        self.panel.table.paste_wanted.connect(self.paste)
        self.panel.table.delete_wanted.connect(self.delete)
        desk.session.listen(self._on_event)
        self.refresh()

    def offer(self, actions: Actions) -> None:
        """Put the acts into the panel as buttons."""
        names = ("ledger_add", "ledger_delete", "ledger_use", "ledger_settle", "ledger_paste")
        ways_in = ("ledger_take", "ledger_paste", "ledger_add")
        self.panel.offer([actions[n] for n in names], [actions[n] for n in ways_in])

    def refresh(self) -> None:
        """Show the ledger as the session has it."""
        self.panel.show_project(self._project, self._memory.settings.jump_percent)

    def edit(self, figure: Figure, column: LedgerColumn, words: str) -> bool:
        """Take what was typed into a cell; a message says why not."""
        try:
            after = with_cell(figure, column, words)
        except RolwriterError as error:
            self._messages.tell(error)
            return False
        return self.set(after, f"修改台账“{figure.name}”")

    def set(self, figure: Figure, label: str) -> bool:
        """Put a figure in the ledger and in every place of the text that is linked to it."""
        if figure in self._project.ledger:
            return False
        change, places = set_figure(self._project, figure)
        self._desk.history.do(change, label)
        self._say(places, f"台账“{figure.name}”已更新")
        return True

    def add(self) -> None:
        """A new row, open for its name."""
        number = next(self._desk.session.fresh_ids("f"))
        figure = Figure(number, "新的数据")
        self._desk.history.do(SetLedger((*self._project.ledger, figure)), "新增台账数据")
        self._docks.show("ledger")
        self.panel.stand_at(number)
        self.panel.edit_current()

    def delete(self) -> None:
        """Delete the selected rows; used ones only after a question."""
        figures = self.panel.selected
        if not figures:
            self._desk.notice("请先在台账里选中要删除的行。")
            return
        ids = {figure.id for figure in figures}
        uses = [use for figure in figures for use in uses_of(self._project, figure.id)]
        if uses:
            answer = self._messages.ask(
                f"要删除的数据在正文里用了{len(uses)}处，仍要删除吗？",
                "正文里的文字不会改动，只是不再与台账关联。删除后可用“撤销”找回。",
                (Choice("删除", "drop"), Choice("不删除", "back")),
            )
            if answer != 0:
                return
        left = tuple(f for f in self._project.ledger if f.id not in ids)
        change = Together((*_unlinked(self._project, ids), SetLedger(left)))
        self._desk.history.do(change, f"删除台账数据{len(figures)}项")
        self._desk.notice(f"已删除{len(figures)}项。按 Ctrl+Z 可撤销。")

    def copy(self) -> None:
        """The selected rows as a spreadsheet takes them, titles first."""
        figures = self.panel.selected or self.panel.shown
        rows = ["\t".join(LedgerColumn)]
        for figure in figures:
            uses = len(uses_of(self._project, figure.id))
            rows.append("\t".join(cell_words(figure, column, uses) for column in LedgerColumn))
        QGuiApplication.clipboard().setText("\n".join(rows))
        self._desk.notice(f"已复制{len(figures)}行，可以粘贴到 Excel。")

    def paste(self) -> None:
        """Rows from the clipboard, shown before anything changes."""
        rows = read_pasted(self._project, QGuiApplication.clipboard().text())
        if not rows:
            self._desk.notice("剪贴板里没有表格的行。请先在 Excel 里选中并复制。")
            return
        dialog = LedgerPasteDialog(rows, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self._desk.notice("没有粘贴，台账没有改动。")
            return
        change, places = pasted_change(self._project, dialog.chosen)
        self._desk.history.do(change, "粘贴到台账")
        self._say(places, f"已粘贴{len(dialog.chosen)}行")

    def take(self) -> None:
        """Every unlinked figure of the text into the ledger."""
        change, count = take_figures(self._project)
        if not count:
            self._desk.notice("正文里没有还未登记的数字。")
            return
        self._desk.history.do(change, "从正文提取数字")
        self._docks.show("ledger")
        self._desk.notice(f"已提取{count}个数字并与正文关联，请核对名称。按 Ctrl+Z 可撤销。")

    def settle(self) -> None:
        """Choose one of the values that differing 科室 gave."""
        figure = self.panel.current
        if figure is None or not figure.offers:
            waiting = [f for f in self._project.ledger if f.offers]
            if not waiting:
                self._desk.notice("台账里没有数值不一致、等待确定的数据。")
                return
            figure = waiting[0]
            self.panel.stand_at(figure.id)
        dialog = SettleDialog(figure, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.offer is None:
            return
        change, places = settle(self._project, figure.id, dialog.offer)
        self._desk.history.do(change, f"确定“{figure.name}”")
        self._say(places, f"“{figure.name}”已按{dialog.offer.supplier}的数确定")

    def go_to_use(self) -> None:
        """Select the figure in the text; once more goes to its next use."""
        figure = self.panel.current
        if figure is None:
            self._desk.notice("请先在台账里选中一行。")
            return
        uses = uses_of(self._project, figure.id)
        if not uses:
            self._desk.notice(
                f"正文里还没有用到“{figure.name}”。光标放在数字上按 Ctrl+L 可以关联。"
            )
            return
        at = self._next_use.get(figure.id, 0) % len(uses)
        self._next_use = {figure.id: at + 1}
        self._spot.go_to(uses[at].paragraph_id, uses[at].span)
        self._desk.notice(f"“{figure.name}”在正文里用了{len(uses)}处，这是第{at + 1}处。")

    def show_chart(self) -> None:
        """This year against last year: the selected figures, or all that are shown."""
        chosen = self.panel.selected
        figures = chosen if len(chosen) > 1 else self.panel.shown
        figures = [f for f in figures if f.value is not None or f.previous is not None]
        if not figures:
            self._desk.notice("台账里还没有可以对比的数。")
            return
        year = self._desk.report.year
        title = f"{year}年与{year - 1}年对比" if year else "本年与去年对比"
        threshold = self._memory.settings.jump_percent
        dialog = ChartDialog(figures, self._window, title=title, threshold=threshold)
        dialog.failed.connect(self._messages.tell)
        dialog.exec()

    def show_figure(self, figure_id: str) -> None:
        """Open the panel at a figure's value."""
        self._docks.show("ledger")
        self.panel.stand_at(figure_id, LedgerColumn.VALUE)

    @property
    def _project(self) -> Project:
        return self._desk.session.project

    def _say(self, places: int, done: str) -> None:
        text = f"，正文已更新{places}处" if places else ""
        self._desk.notice(f"{done}{text}。按 Ctrl+Z 可撤销。")

    def _on_double_click(self) -> None:
        if self.panel.current and not self._columns_editable():
            self.go_to_use()

    def _columns_editable(self) -> bool:
        index = self.panel.proxy.mapToSource(self.panel.table.currentIndex())
        return bool(self.panel.model.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _on_event(self, event: Event) -> None:
        match event:
            case Changed(change=change) if isinstance(change, SetParagraphs):
                self._timer.start()
            case Saved():
                pass
            case _:
                self.refresh()


def _unlinked(project: Project, ids: set[str]) -> list[Change]:
    """The changes that take the links of these figures away, one a part."""
    changes = list[Change]()
    for part in project.report.parts:
        after = tuple(
            replace(p, links=tuple(link for link in p.links if link.figure not in ids))
            if p.links
            else p
            for p in part.paragraphs
        )
        if after != part.paragraphs:
            changes.append(SetParagraphs(part.id, after))
    return changes
