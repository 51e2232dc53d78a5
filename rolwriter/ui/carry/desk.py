"""Everything about carried text in one place: the list, its neighbours, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from rolwriter.app.carry.entries import CarryEntry, EntryKind, carry_entries, waiting
from rolwriter.app.carry.listing import carry_lines
from rolwriter.app.carry.survey import CarryReport, carry_report
from rolwriter.app.events import Changed, Event, Replaced
from rolwriter.app.stepping import Place, nearest
from rolwriter.catalog.phrases import DatedPhrases
from rolwriter.model.change import SetParagraphs
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.text.abridge import abridged
from rolwriter.ui.carry.names import ENTRY_NAMES
from rolwriter.ui.carry.panel import CarryPanel
from rolwriter.ui.carry.previous_panel import PreviousPanel
from rolwriter.ui.carry.promises_panel import PromisesPanel
from rolwriter.ui.carry.settling import Settling
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.later import Later
from rolwriter.ui.output.final_copy import FinalChoice, FinalCopyDialog
from rolwriter.ui.window.actions import Actions
from rolwriter.ui.window.docks import Docks

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow


class OpenErrors(Protocol):
    """The checks, as an export sees them."""

    def open_errors(self) -> list[str]:
        """The errors that stand, a line each."""
        ...

    def begin(self) -> None:
        """Go to the first of them."""
        ...


LIST_HEIGHT = 230
"""Height of the list when it opens by itself, in pixels: the text keeps the most."""

Found = tuple[CarryReport, list[CarryEntry]]


class CarryDesk(QObject):
    """Fills the panels 去年同段, 沿用清单 and 去年的承诺 and keeps them true."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        workspace: Workspace,
        docks: Docks,
        *,
        phrases: Callable[[], DatedPhrases],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._docks = docks
        self.spot = Spot(desk, workspace)
        self._stood: Place | None = None
        """Where the last step left the cursor."""
        self.problems: OpenErrors | None = None
        """What else is listed before a copy goes out."""
        self.settling = Settling(desk, self.spot, phrases)
        self.found = Later(desk.session, partial(_look, phrases), parent=self)
        self.previous = PreviousPanel(desk, self.spot, self.settling)
        self.list = CarryPanel()
        self.promises = PromisesPanel()
        docks.fill("previous", self.previous)
        docks.fill("carry", self.list)
        docks.fill("promises", self.promises)
        self.found.answered.connect(self._show)
        workspace.moved.connect(self.previous.follow)
        self.list.wanted.connect(self.go_to)
        self.promises.answer_wanted.connect(self.settling.answer)
        self.promises.place_wanted.connect(self.settling.place)
        self.promises.jump_wanted.connect(self._jump)
        desk.session.listen(self._on_event)

    def offer(self, actions: Actions) -> None:
        """Put the acts under the panels as buttons."""
        settle = [actions[name] for name in ("carry_confirm", "carry_rewrite", "carry_leave_out")]
        self.previous.offer(settle, [actions["roll_forward"], actions["import"]])
        names = ("carry_back", "carry_next", "carry_confirm", "carry_years")
        self.list.offer([actions[name] for name in (*names, "carry_copy", "carry_print")])

    def left(self) -> CarryReport:
        """What is left as of now."""
        return self.found.now()[0]

    def step(self, by: int) -> None:
        """To the next, or with -1 the previous, place: of the list, or from the cursor."""
        self.found.now()
        entry = self._from_cursor(by) or self.list.step(by)
        if entry is None:
            self._desk.notice("✓ 没有等待核对的沿用内容。")
        else:
            self.go_to(entry)

    def _from_cursor(self, by: int) -> CarryEntry | None:
        """The entry of this kind next to the cursor, where that was moved since the last step."""
        cursor = self.spot.place()
        if cursor is None or cursor == self._stood:
            return None
        group = self.list.group
        places = [Location(e.paragraph_id, e.span.start, e.span.end) for e in group]
        number = nearest(self._desk.report, places, cursor, by)
        return None if number is None else self.list.stand_at(group[number])

    def go_to(self, entry: CarryEntry) -> None:
        """To the entry's exact characters; a promise to its list."""
        self._desk.notice(f"{ENTRY_NAMES[entry.kind]}　{entry.place}：{_short(entry)}")
        if entry.kind is EntryKind.PROMISE:
            self._docks.show("promises")
            self.promises.stand_at(entry.promise_id)
            self._stood = self.spot.place()
            return
        entries = {e.key: e for e in self.found.now()[1]}
        now = entries.get(entry.key, entry)
        # a whole paragraph is not selected: one key would replace it
        span = None if now.kind is EntryKind.PARAGRAPH else now.span
        if not self.spot.go_to(now.paragraph_id, span):
            self._desk.notice("这一段已经不在报告里了。")
        self._stood = self.spot.place()

    def begin(self) -> None:
        """Show list and last year's paragraph, and go to the first place."""
        for name in ("carry", "previous"):
            self._docks.docks[name].show()
            self._docks.docks[name].raise_()
        self._window.resizeDocks(
            [self._docks.docks["carry"]], [LIST_HEIGHT], Qt.Orientation.Vertical
        )
        entry = self.list.step(1)
        if entry is not None:
            self.go_to(entry)

    def may_export(self, act: str = "导出") -> bool:
        """Whether a copy may go out: nothing waits, or the clerk says so having seen the list."""
        report, entries = self.found.now()
        errors = self.problems.open_errors() if self.problems else []
        if report.settled and not errors:
            return True
        lines = [] if report.settled else self._lines()
        dialog = FinalCopyDialog(waiting(entries), lines, self._window, errors, act)
        dialog.exec()
        if dialog.choice is FinalChoice.SETTLE:
            if self.problems and report.settled:
                self.problems.begin()
            else:
                self.begin()
        return dialog.choice is FinalChoice.EXPORT

    def copy_list(self) -> None:
        """The list as text, on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self._lines()))
        self._desk.notice("沿用清单已复制，可以粘贴到别的文件里。")

    def print_list(self) -> None:
        """The list on paper."""
        self._window.paper.press.print_list("沿用清单", self._lines())

    def _lines(self) -> list[str]:
        return carry_lines(self._desk.session.project, self.left())

    def _show(self) -> None:
        report, entries = self.found.now()
        project = self._desk.session.project
        self.list.show_entries(entries, has_previous=project.previous is not None)
        self.promises.show_promises(project)
        self.previous.show_shares(report)

    def _on_event(self, event: Event) -> None:
        match event:
            case Replaced():
                self.promises.show_promises(self._desk.session.project)
            case Changed(change=change) if not isinstance(change, SetParagraphs):
                self.promises.show_promises(self._desk.session.project)
            case _:
                pass

    def _jump(self, paragraph_id: str) -> None:
        if not paragraph_id:
            self._desk.notice("这一条还没有记下写在哪里：把光标放到回应它的段落，再按“写在此段”。")
        elif not self.spot.go_to(paragraph_id):
            self._desk.notice("记下的段落已经不在报告里了，请重新记一处。")


def _look(phrases: Callable[[], DatedPhrases], project: Project) -> Found:
    report = carry_report(project, phrases())
    return report, carry_entries(project, report)


def _short(entry: CarryEntry) -> str:
    words = abridged(entry.text)
    return f"{words}（{entry.note}）" if entry.note else words
