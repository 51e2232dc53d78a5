"""The acts on carried text: 沿用, 改写, 今年没有, years moved, promises answered.

Each is one step of undo, and says what it did. A paragraph with a year or phrase of
last year's is confirmed only by a second press: the first says what would stay.
"""

from __future__ import annotations

from collections.abc import Callable

from rolwriter.app.beside import Beside, beside
from rolwriter.app.carry.acts import answer_promise, confirm, leave_out, move_year
from rolwriter.app.carry.survey import YearPlace
from rolwriter.catalog.phrases import DatedPhrases
from rolwriter.model.change import Change, Together
from rolwriter.model.promise import Answer
from rolwriter.model.report import Carry, Paragraph
from rolwriter.text.abridge import abridged
from rolwriter.text.spans import Span
from rolwriter.ui.carry.names import ANSWER_NAMES
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.kit.desk import Desk

_NOWHERE = "请先把光标放到要处理的段落里。"
_UNDO = "按 Ctrl+Z 可撤销。"


class Settling:
    """What the clerk does with the paragraph under the cursor."""

    def __init__(self, desk: Desk, spot: Spot, catalogue: Callable[[], DatedPhrases]) -> None:
        self._desk = desk
        self._spot = spot
        self._catalogue = catalogue
        self._warned: Paragraph | None = None

    def view(self, paragraph: Paragraph) -> Beside:
        """The paragraph beside last year's."""
        return beside(self._desk.session.project, paragraph, self._catalogue())

    def confirm(self) -> bool:
        """沿用: the paragraph was read and stands; True when it is settled now."""
        paragraph = self._here()
        if paragraph is None:
            return False
        if paragraph.carry not in (Carry.UNREAD, Carry.CHANGED):
            self._desk.notice("本段不是“沿用未核”的段落，不需要确认。")
            return False
        aged = self._aged(paragraph)
        if aged and paragraph != self._warned:
            self._warned = paragraph
            self._desk.notice(f"本段还有{aged}没有改。确实要原样保留，请再按一次“沿用”（F9）。")
            return False
        self._do(confirm(self._desk.report, {paragraph.id}), "沿用")
        self._desk.notice(f"本段已核，照此沿用。{_UNDO}F7 到下一处。")
        return True

    def rewrite(self) -> None:
        """改写: to the text, with what is to be replaced selected."""
        paragraph = self._here()
        if paragraph is not None:
            years = self.view(paragraph).years
            span = years[0].span if years else Span(0, len(paragraph.text))
            self._spot.go_to(paragraph.id, span)
            self._desk.notice("已选中要改的文字，直接输入即可替换；按方向键可取消选中。")

    def leave_out(self) -> None:
        """今年没有: the paragraph goes out of this year's text."""
        paragraph = self._here()
        if paragraph is not None:
            self._do(leave_out(self._desk.report, paragraph.id), "去掉今年没有的段落")
            self._desk.notice(f"已去掉“{abridged(paragraph.text)}”一段。{_UNDO}")

    def move_year(self, place: YearPlace) -> None:
        """One proposed year put in its place."""
        changes = move_year(self._desk.report, place)
        if changes:
            self._do(changes, "改年份")
            self._desk.notice(f"已把{place.year}年改为{place.to}年。{_UNDO}")
        else:
            self._desk.notice("这处文字已经变了，没有改动；请看清后再改。")

    def move_years(self) -> None:
        """All proposed years of the paragraph under the cursor, in one step."""
        paragraph = self._here()
        if paragraph is None:
            return
        years = self.view(paragraph).years
        project = self._desk.session.project
        changes: list[Change] = []
        for place in years:
            for change in move_year(project.report, place):
                changes.append(change)
                project = change.apply(project)
        if changes:
            self._do(changes, "改年份")
            self._desk.notice(f"本段已改{len(years)}处年份。{_UNDO}")
        else:
            self._desk.notice("本段没有建议修改的年份。")

    def answer(self, promise_id: str, answer: Answer) -> None:
        """Say how this year answers a point of last year's; its place stays."""
        place = self._place_of(promise_id)
        self._do([answer_promise(self._desk.session.project, promise_id, answer, place)], "回应")
        self._desk.notice(f"已记为“{ANSWER_NAMES[answer]}”。{_UNDO}")

    def place(self, promise_id: str) -> None:
        """The paragraph under the cursor answers the point."""
        paragraph = self._here()
        if paragraph is None:
            return
        held = {p.id: p.answer for p in self._desk.session.project.promises}
        project = self._desk.session.project
        self._do([answer_promise(project, promise_id, held[promise_id], paragraph.id)], "记下出处")
        self._desk.notice(f"已记下写在“{abridged(paragraph.text)}”一段。{_UNDO}")

    def _place_of(self, promise_id: str) -> str:
        return {p.id: p.place for p in self._desk.session.project.promises}[promise_id]

    def _here(self) -> Paragraph | None:
        paragraph = self._spot.paragraph()
        if paragraph is None:
            self._desk.notice(_NOWHERE)
        return paragraph

    def _aged(self, paragraph: Paragraph) -> str:
        view = self.view(paragraph)
        met = [f"“{place.year}年”" for place in view.years]
        met += [f"“{phrase.text}”" for phrase in view.phrases if phrase.stale]
        return "、".join(dict.fromkeys(met))

    def _do(self, changes: list[Change], label: str) -> None:
        if changes:
            change = changes[0] if len(changes) == 1 else Together(tuple(changes))
            self._desk.history.do(change, label)
