"""Opens the guided fields in a chapter's tab, and puts their sentences at its cursor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rolwriter.app.compose import Composed
from rolwriter.app.fields import insert_sentence
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.text.spans import Span
from rolwriter.ui.chapter_tab import ChapterTab
from rolwriter.ui.desk import Desk
from rolwriter.ui.guide_pane import GuidePane
from rolwriter.ui.messages import Messages
from rolwriter.ui.spot import Spot
from rolwriter.ui.workspace import Workspace


class GuideDesk:
    """One pane a chapter, made when it is first asked for."""

    def __init__(
        self,
        desk: Desk,
        workspace: Workspace,
        *,
        spot: Spot,
        messages: Messages,
        catalogue: Callable[[], Catalogue],
    ) -> None:
        self._desk = desk
        self._workspace = workspace
        self._spot = spot
        self._messages = messages
        self._catalogue = catalogue

    def toggle(self) -> None:
        """Open or close the pane of the chapter shown, and go to it."""
        tab = self._workspace.chapter
        if tab is None:
            self._desk.notice("请先打开一章，再打开填报项。")
            return
        if tab.guide is not None and tab.guide.isVisible():
            tab.guide.hide()
            self._workspace.focus_text()
            return
        pane = tab.guide or self._made(tab)
        pane.show()
        pane.show_role(self._desk.report.part(tab.part_id).role)
        pane.refresh()
        pane.setFocus()

    def look_again(self) -> None:
        """The catalogue may be another: the panes that are open are made anew."""
        for tab in self._workspace.chapters:
            if tab.guide is None:
                continue
            open_now = tab.guide.isVisible()
            pane = self._made(tab)
            pane.show_role(self._desk.report.part(tab.part_id).role)
            pane.setVisible(open_now)

    def insert(self, tab: ChapterTab, composed: Composed) -> None:
        """Put the sentence at the tab's cursor, one step that can be undone."""
        project = self._desk.session.project
        paragraphs = project.report.part(tab.part_id).paragraphs
        if tab.line >= len(paragraphs):
            self._desk.notice("请先把光标放到要插入的段落。")
            return
        change, paragraph, end = insert_sentence(
            project,
            paragraphs[tab.line].id,
            tab.selected_characters()[1],
            composed,
            next(self._desk.session.fresh_ids()),
        )
        self._desk.history.do(change, "插入成句")
        self._spot.go_to(paragraph, Span(end, end))
        count = len(composed.figures)
        self._desk.notice(f"已插入，其中{count}个数与台账关联。按 Ctrl+Z 可撤销。")

    def _made(self, tab: ChapterTab) -> GuidePane:
        pane = GuidePane(self._desk, self._spot, self._catalogue(), self._messages)
        pane.insert_wanted.connect(partial(self.insert, tab))
        tab.put_guide(pane)
        return pane
