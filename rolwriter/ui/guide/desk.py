"""Opens the guided fields of a chapter or the head, and puts their sentences in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rolwriter.app.guide.compose import Composed
from rolwriter.app.guide.field_figures import recognised
from rolwriter.app.guide.fields import evidence_of, insert_in_preamble, insert_sentence
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.model.change import Change
from rolwriter.text.spans import Span
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.chapters.head_tab import HeadTab
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.guide.pane import GuidePane
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.messages import Messages


class GuideDesk:
    """One pane a tab, made when it is first asked for."""

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
        """Open or close the pane of what is shown, and go to it."""
        tab = self._workspace.content
        if not isinstance(tab, ChapterTab | HeadTab):
            self._desk.notice("请先打开一章或报头，再打开填报项。")
            return
        if tab.guide is not None and tab.guide.isVisible():
            tab.guide.hide()
            self._workspace.focus_text()
            return
        pane = tab.guide or self._made(tab)
        pane.show()
        self._offer(tab, pane)
        pane.refresh()
        pane.setFocus()

    def explain(self) -> None:
        """F1: example and basis of what is asked here; the pane is opened for it."""
        tab = self._workspace.content
        if not isinstance(tab, ChapterTab | HeadTab) or tab.guide is None or tab.guide.isHidden():
            self.toggle()
        if isinstance(tab, ChapterTab | HeadTab) and tab.guide is not None:
            tab.guide.explain()

    def look_again(self) -> None:
        """The catalogue may be another: the panes that are open are made anew."""
        for tab in self._workspace.guided:
            if tab.guide is None:
                continue
            open_now = tab.guide.isVisible()
            pane = self._made(tab)
            self._offer(tab, pane)
            pane.setVisible(open_now)

    def insert(self, tab: ChapterTab | HeadTab, composed: Composed) -> None:
        """Put the sentence at the tab's cursor, or into the 导语, in one step of undo."""
        held = self._desk.session.project
        project = recognised(held, evidence_of(held, self._catalogue())[0])
        if isinstance(tab, HeadTab):
            ids = self._desk.session.fresh_ids()
            self._put(composed, *insert_in_preamble(project, composed, ids))
            return
        paragraphs = project.report.part(tab.part_id).paragraphs
        if tab.line >= len(paragraphs):
            self._desk.notice("请先把光标放到要插入的段落。")
            return
        place = tab.selected_characters()[1]
        number = next(self._desk.session.fresh_ids())
        line = paragraphs[tab.line].id
        self._put(composed, *insert_sentence(project, line, place, composed, number))

    def _put(self, composed: Composed, change: Change, paragraph: str, end: int) -> None:
        self._desk.history.do(change, "插入成句")
        self._spot.go_to(paragraph, Span(end, end))
        count = len(composed.figures)
        self._desk.notice(f"已插入，其中{count}个数与台账关联。按 Ctrl+Z 可撤销。")

    def _offer(self, tab: ChapterTab | HeadTab, pane: GuidePane) -> None:
        if isinstance(tab, HeadTab):
            pane.show_head()
        else:
            pane.show_role(self._desk.report.part(tab.part_id).role)

    def _made(self, tab: ChapterTab | HeadTab) -> GuidePane:
        pane = GuidePane(self._desk, self._spot, self._catalogue(), self._messages)
        pane.insert_wanted.connect(partial(self.insert, tab))
        tab.put_guide(pane)
        return pane
