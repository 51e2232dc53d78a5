"""Linked figures in the text: the hint at the cursor, Ctrl+L, and broken links."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QWidget

from rolwriter.app.events import Event, Saved
from rolwriter.app.ledger.acts import unlink
from rolwriter.app.ledger.cells import LedgerColumn, value_words, with_cell
from rolwriter.app.ledger.link_acts import (
    LinkBreak,
    candidates,
    link_at,
    link_to,
    link_to_new,
    restore,
    retyped,
    standing,
    take_retyped,
    token_at,
)
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure
from rolwriter.model.report import FigureLink, Paragraph
from rolwriter.text.figures import FigureToken
from rolwriter.text.spans import Span
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.messages import Choice, Messages
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.ledger.desk import LedgerDesk
from rolwriter.ui.ledger.link_dialog import LinkDialog
from rolwriter.ui.window.status import HINT, Status

REST = 250
"""Milliseconds the cursor rests before the hint follows."""
ASK_AFTER = 900
"""Milliseconds after the last key before a broken link is asked about."""


class LinkDesk(QObject):
    """Follows the cursor, off the key path."""

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        workspace: Workspace,
        *,
        ledger: LedgerDesk,
        messages: Messages,
        status: Status,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._workspace = workspace
        self._ledger = ledger
        self._messages = messages
        self._status = status
        self._lost: list[LinkBreak] = []
        self._hint = QTimer(self, singleShot=True, interval=REST)
        self._hint.timeout.connect(self.show_hint)
        self._ask = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._ask.timeout.connect(self.ask_lost)
        workspace.moved.connect(self._hint.start)
        workspace.links_dropped.connect(self._on_dropped)
        desk.session.listen(self._on_event)

    def link(self) -> None:
        """Ctrl+L: link the number at the cursor, or act on the link there."""
        tab, paragraph = self._here()
        if tab is None or paragraph is None:
            self._desk.notice("把光标放在正文的一个数字上，再按 Ctrl+L。")
            return
        start, end = tab.selected_characters()
        found = link_at(paragraph, start)
        if found is not None:
            self._offer_acts(tab, paragraph, found)
            return
        token = token_at(paragraph, start, end)
        if token is None:
            self._desk.notice("这里没有可以关联的数字：要用阿拉伯数字并带单位，如“41次”。")
            return
        dialog = LinkDialog(token, candidates(self._desk.session.project, token), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.link_token(paragraph.id, token, dialog.figure_id)

    def link_token(self, paragraph_id: str, token: FigureToken, figure_id: str) -> None:
        """Link a number to that figure; to a new one when the id is empty."""
        project = self._desk.session.project
        if not figure_id:
            number = next(self._desk.session.fresh_ids("f"))
            change = link_to_new(project, paragraph_id, token, number)
            self._desk.history.do(change, "关联台账")
            self._desk.notice(f"已登记到台账：{token.name or '未命名'} {token.text}。")
            return
        figure = next(f for f in project.ledger if f.id == figure_id)
        keep_text = True
        if figure.value is not None and (figure.value, figure.hedge) != (token.value, token.hedge):
            answer = self._messages.ask(
                f"台账里“{figure.name}”是{value_words(figure)}，正文写的是{token.text}。",
                "关联后两处要一致，用哪一个？",
                (Choice("用台账的数"), Choice("用正文的数"), Choice("不关联", "back")),
            )
            if answer == 2:
                return
            keep_text = answer == 1
        change, places = link_to(project, paragraph_id, token, figure, keep_text=keep_text)
        self._desk.history.do(change, "关联台账")
        others = f"，正文已更新{places}处" if places else ""
        self._desk.notice(f"已与台账“{figure.name}”关联{others}。按 Ctrl+Z 可撤销。")

    def unlink(self) -> None:
        """Make the linked number at the cursor plain words."""
        tab, paragraph = self._here()
        found = link_at(paragraph, tab.selected_characters()[0]) if tab and paragraph else None
        if paragraph is None or found is None:
            self._desk.notice("光标处没有与台账关联的数字。")
            return
        change = unlink(self._desk.session.project, paragraph.id, found.start)
        self._desk.history.do(change, "不再关联")
        self._desk.notice("这一处不再与台账关联，文字没有变化。按 Ctrl+Z 可撤销。")

    def change_value(self) -> None:
        """Ask for a new value of the linked figure at the cursor."""
        figure = self._figure_here()
        if figure is None:
            self._desk.notice("光标处没有与台账关联的数字。")
            return
        label = plain_words(f"“{figure.name}”改为（单位：{figure.unit or '无'}）：")
        words, taken = QInputDialog.getText(
            self._window, "改台账的数", label, text=value_words(figure, with_unit=False)
        )
        if not taken:
            return
        try:
            after = with_cell(figure, LedgerColumn.VALUE, words)
        except RolwriterError as error:
            self._messages.tell(error)
        else:
            self._ledger.set(after, f"修改台账“{figure.name}”")

    def show_in_ledger(self) -> None:
        """Open the ledger at the figure under the cursor."""
        figure = self._figure_here()
        if figure is None:
            self._desk.notice("光标处没有与台账关联的数字。")
        else:
            self._ledger.show_figure(figure.id)

    def show_hint(self) -> None:
        """Say at the foot what stands under the cursor."""
        tab, paragraph = self._here()
        words = HINT
        if tab is not None and paragraph is not None:
            start, end = tab.selected_characters()
            figure = self._figure_here()
            if figure is not None:
                words = f"台账：{tab.figure_words(figure)}。Ctrl+L 改数、查看或取消关联"
            elif (token := token_at(paragraph, start, end)) is not None:
                words = f"“{token.text}”还没有与台账关联：按 Ctrl+L 选择台账中的数或新建"
        self._status.show_hint(words)

    def ask_lost(self) -> None:
        """Ask about the latest broken link that still is one."""
        project = self._desk.session.project
        tab = self._workspace.chapter
        self._lost = [lost for lost in self._lost if self._now(lost) is not None]
        if tab is None:
            return
        lost, now = self._first_lost()
        if lost is None or now is None:
            tab.link_bar.hide()
            return
        figure = next(f for f in project.ledger if f.id == lost.figure)
        paragraph = project.report.locate(lost.paragraph_id)[1]
        typed = paragraph.text[now.start : now.end]
        whole = retyped(project, lost) is not None
        tab.link_bar.ask(figure.name, lost.words, typed, can_take=whole)

    def take_typed(self) -> None:
        """改台账: the typed number counts everywhere."""
        lost, _ = self._first_lost()
        token = retyped(self._desk.session.project, lost) if lost else None
        if lost is not None and token is not None:
            change, places = take_retyped(self._desk.session.project, lost, token)
            self._desk.history.do(change, "改台账")
            others = f"，正文其他{places}处已更新" if places else ""
            self._desk.notice(f"台账已改为{token.text}{others}。按 Ctrl+Z 可撤销。")
        self._settled(lost)

    def bring_back(self) -> None:
        """恢复: the number that stood there."""
        lost, now = self._first_lost()
        if lost is not None and now is not None:
            self._desk.history.do(restore(self._desk.session.project, lost, now), "恢复原数")
            self._desk.notice(f"已恢复为{lost.words}，仍与台账关联。")
        self._settled(lost)

    def leave(self) -> None:
        """不再关联: what was typed stands as plain words."""
        lost, _ = self._first_lost()
        self._settled(lost)

    def _settled(self, lost: LinkBreak | None) -> None:
        self._lost = [other for other in self._lost if other != lost]
        self.ask_lost()
        self._workspace.focus_text()

    def _first_lost(self) -> tuple[LinkBreak | None, Span | None]:
        """The first open question of this tab, and what stands at its place now."""
        tab = self._workspace.chapter
        here = {p.id for p in self._desk.report.part(tab.part_id).paragraphs} if tab else set[str]()
        for lost in self._lost:
            now = self._now(lost) if lost.paragraph_id in here else None
            if now is not None:
                return lost, now
        return None, None

    def _now(self, lost: LinkBreak) -> Span | None:
        return standing(self._desk.session.project, lost)

    def _on_dropped(self, breaks: list[LinkBreak]) -> None:
        tab = self._workspace.chapter
        if tab is not None and not tab.link_bar_connected:
            tab.link_bar_connected = True
            tab.link_bar.take_wanted.connect(self.take_typed)
            tab.link_bar.restore_wanted.connect(self.bring_back)
            tab.link_bar.leave_wanted.connect(self.leave)
        self._lost += breaks
        self._ask.start()

    def _on_event(self, event: Event) -> None:
        if self._lost and not isinstance(event, Saved):
            self._ask.start()

    def _here(self) -> tuple[ChapterTab | None, Paragraph | None]:
        tab = self._workspace.chapter
        if tab is None:
            return None, None
        paragraphs = self._desk.report.part(tab.part_id).paragraphs
        return tab, paragraphs[tab.line] if tab.line < len(paragraphs) else None

    def _figure_here(self) -> Figure | None:
        tab, paragraph = self._here()
        if tab is None or paragraph is None:
            return None
        found = link_at(paragraph, tab.selected_characters()[0])
        figures = {figure.id: figure for figure in self._desk.session.project.ledger}
        return figures.get(found.figure) if found else None

    def _offer_acts(self, tab: ChapterTab, paragraph: Paragraph, found: FigureLink) -> None:
        menu = QMenu(self._window)
        menu.setAccessibleName(f"关联的数字：{paragraph.text[found.start : found.end]}")
        menu.addAction("改台账的数(&V)…", self.change_value)
        menu.addAction("在台账中查看(&G)", self.show_in_ledger)
        menu.addAction("不再关联(&X)", self.unlink)
        menu.setActiveAction(menu.actions()[0])
        editor = tab.editor
        menu.exec(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))
        menu.deleteLater()
