"""The checks in the window: findings kept true, gone to, mended, left, counted and listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from rolwriter.app.events import Changed, Event, Replaced
from rolwriter.app.output.layout import PagePlaces
from rolwriter.app.review.listing import review_lines
from rolwriter.app.review.names import SEVERITY_SIGNS
from rolwriter.app.review.review import Review, Reviewer, rules, touched, without
from rolwriter.app.stepping import Place, nearest
from rolwriter.checks.decided import split_decided
from rolwriter.checks.engine import Checker
from rolwriter.model.change import SetParagraphs
from rolwriter.model.finding import Finding, Severity
from rolwriter.model.report import PartKind
from rolwriter.text.spans import Span
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.chapters.workspace import HEAD, TRAY, Workspace
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.later import Later
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.plain_edit import PlainEdit
from rolwriter.ui.problems.marks import Mark, marks_of
from rolwriter.ui.problems.panel import ProblemsPanel
from rolwriter.ui.problems.rows import ProblemRow, problem_rows
from rolwriter.ui.problems.underlines import Underlines
from rolwriter.ui.window.actions import Actions
from rolwriter.ui.window.docks import Docks

_COUNTED = (Severity.ERROR, Severity.WARNING)
"""What has to be settled; suggestions may be left as they are."""
_WHOLE_PARAGRAPH = 60
"""Characters from which a finding on a whole paragraph is gone to and not selected."""
_AGAIN = 300
"""Milliseconds after which a list that waits for an input method tries again."""


class ProblemsDesk(QObject):
    """Knows what stands, what was left, and shows both."""

    counted = Signal()
    """The counts of `waiting` may have changed."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        workspace: Workspace,
        docks: Docks,
        *,
        spot: Spot,
        memory: Memory,
        make_checker: Callable[[], Checker],
        pages: Later[PagePlaces],
    ) -> None:
        super().__init__(window)
        self._pages = pages
        self.desk = desk
        self.spot = spot
        self.memory = memory
        self._window = window
        self._workspace = workspace
        self._docks = docks
        self._reviewer = Reviewer(make_checker)
        self._review: Review | None = None
        self._checked_at = ""
        self._stood: Place | None = None
        """Where the last step left the cursor."""
        self._rows: list[ProblemRow] = []
        self.found = Later(desk.session, self._reviewer.look, parent=self)
        self.underlines = Underlines(desk, workspace, self)
        self.panel = ProblemsPanel()
        docks.fill("problems", self.panel)
        self._retry = QTimer(self, singleShot=True, interval=_AGAIN)
        self._retry.timeout.connect(self._on_checked)
        self.found.answered.connect(self._on_checked)
        pages.answered.connect(self._on_paged)
        self.panel.wanted.connect(self.go_to)
        desk.session.listen(self._on_event)

    def offer(self, actions: Actions) -> None:
        """Put the acts under the list as buttons."""
        names = ("next", "fix", "fix_all", "mask", "leave", "take_back", "silence")
        self.panel.offer([actions[f"problem_{name}"] for name in names])

    @property
    def standing(self) -> list[ProblemRow]:
        """What has not been decided on, in the order of the text."""
        return [row for row in self._rows if row.decision is None]

    @property
    def waiting(self) -> int:
        """How many errors and warnings stand."""
        return sum(row.finding.severity in _COUNTED for row in self.standing)

    @property
    def silent(self) -> set[str]:
        """The rules switched off here or everywhere."""
        return {*self.desk.session.project.silent_rules, *self.memory.settings.silent_rules}

    def fresh(self) -> None:
        """Make the list that of the text as it stands, on the spot where it must be."""
        if not self.found.is_fresh:
            self.found.now()

    def look_again(self) -> None:
        """The catalogue may be another: check with new rules."""
        self._reviewer.begin_again()
        self.found.again()

    def check(self) -> None:
        """立即检查: everything once more, and the list to be seen."""
        self.fresh()
        self._show()
        self._docks.show("problems")
        self.desk.notice(self.clear_words() if not self.standing else self.summary())

    def summary(self) -> str:
        """The counts in words."""
        counts = Counter(row.finding.severity for row in self.standing)
        return (
            f"检查完毕：错误{counts[Severity.ERROR]}处，提醒{counts[Severity.WARNING]}处，"
            f"建议{counts[Severity.HINT]}处。"
        )

    def clear_words(self) -> str:
        """What is said when nothing stands."""
        failed: frozenset[str] = self._review.failed if self._review else frozenset()
        at_work = sum(rule_id not in self.silent | failed for rule_id in rules())
        broken = (
            f"；规则 {'、'.join(sorted(failed))} 没能运行，请告诉程序维护人员" if failed else ""
        )
        return f"✓ 未发现问题（已检查 {at_work} 条规则，{self._checked_at}{broken}）"

    def step(self, by: int) -> None:
        """To the next, or with -1 the previous, finding: of the list, or from the cursor."""
        self.fresh()
        row = self._from_cursor(by) or self.panel.tree.step(by)
        if row is None:
            self.desk.notice(self.clear_words() if not self.standing else "筛选后没有可看的问题。")
        else:
            self.go_to(row)

    def _from_cursor(self, by: int) -> ProblemRow | None:
        """The finding next to the cursor, where that was moved since the last step."""
        cursor = self.spot.place()
        if cursor is None or cursor == self._stood:
            return None
        shown = self.panel.tree.shown
        number = nearest(self.desk.report, [r.finding.location for r in shown], cursor, by)
        if number is None:
            return None
        self.panel.tree.select(shown[number].key)
        return self.panel.tree.current

    def go_to(self, row: ProblemRow) -> None:
        """To the finding's exact characters."""
        self.fresh()
        now = next((r for r in self._rows if r.key == row.key), row)
        finding, place = now.finding, now.finding.location
        self.desk.notice(f"{SEVERITY_SIGNS[finding.severity]} {now.place}：{finding.message}")
        if not place.paragraph_id:
            self._stood = self.spot.place()
            return
        text = next((p.text for p in self.desk.report.paragraphs if p.id == place.paragraph_id), "")
        # a whole paragraph is not selected: one key would replace it
        whole = place.end - place.start == len(text) >= _WHOLE_PARAGRAPH
        span = None if whole or place.start == place.end else Span(place.start, place.end)
        if not self.spot.go_to(place.paragraph_id, span):
            self.desk.notice("这一段已经不在报告里了。")
        self._stood = self.spot.place()

    def here(self) -> ProblemRow | None:
        """The finding at the cursor of the text, else the one the list stands at."""
        self.fresh()
        edit = QApplication.focusWidget()
        place = None
        if isinstance(edit, QTextEdit):
            place = self.underlines.place_at(edit, edit.textCursor())
        if place is None:
            return self.panel.current
        paragraph_id, at = place
        there = [r for r in self.standing if r.finding.location.paragraph_id == paragraph_id]
        touching = [r for r in there if r.finding.location.start <= at <= r.finding.location.end]
        current = self.panel.current
        if current is not None and current.key in {row.key for row in touching}:
            return current
        return min(touching, key=_length, default=None)

    def begin(self) -> None:
        """Show the list and go to the first error."""
        self._docks.show("problems")
        error = next((r for r in self.standing if r.finding.severity is Severity.ERROR), None)
        if error is not None:
            self.panel.tree.select(error.key)
            self.go_to(error)

    def open_errors(self) -> list[str]:
        """The errors that stand as of now, a line each, for the list before an export."""
        self.fresh()
        errors = [r.finding for r in self.standing if r.finding.severity is Severity.ERROR]
        pages = self._pages.now()
        return review_lines(self.desk.session.project, errors, pages=pages)[1 : len(errors) + 1]

    def lines(self) -> list[str]:
        """The list as lines to print or copy."""
        self.fresh()
        settled = [(r.finding, r.decision) for r in self._rows if r.decision is not None]
        standing = [row.finding for row in self.standing]
        project = self.desk.session.project
        head = f"问题清单（{project.report.title}）" if project.report.title else "问题清单"
        if not standing and not settled:
            return [head, self.clear_words()]
        return [head, *review_lines(project, standing, settled, self._pages.now())]

    def copy(self) -> None:
        """The list as text, on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self.lines()))
        self.desk.notice("问题清单已复制，可以粘贴到别的文件里。")

    def silence_everywhere(self, rule_ids: tuple[str, ...]) -> None:
        """Switch these rules off for all reports, and every other one on."""
        known = set(rules())
        later = tuple(r for r in self.memory.settings.silent_rules if r not in known)
        self.memory.keep(replace(self.memory.settings, silent_rules=(*rule_ids, *later)))
        self._show()
        self._underline_all()

    def _on_event(self, event: Event) -> None:
        match event:
            case Replaced():
                self._review = None
                self._rows = []
                self.underlines.show({})
                self.panel.say("正在检查……")
                self._count()
            case Changed(change=change, source=source) if self._review is not None:
                before, report = self._review.report, self.desk.report
                self._review = self._reviewer.follow(self._review, report)
                if isinstance(change, SetParagraphs) and source is not None:
                    # typing: the paragraph's underlines now, the list at rest
                    changed = {p.id: self._marks(p.id) for _, p in touched(before, report)}
                    self.underlines.update(changed)
                else:
                    self._show()
                    self._underline_all()
            case _:
                pass

    def _on_checked(self) -> None:
        edit = QApplication.focusWidget()
        if isinstance(edit, PlainEdit) and edit.composing:
            self._retry.start()
            return
        if self.found.is_fresh and self.found.value is not None:
            self._review = self.found.value
            self._checked_at = f"{datetime.now():%H:%M}"
            self._show()
            self._underline_all()

    def _on_paged(self) -> None:
        """The lines moved: name them anew, unless a check is about to."""
        if self.found.is_fresh:
            self._show()

    def _show(self) -> None:
        if self._review is None:
            return
        project = self.desk.session.project
        findings, pages = self._review.findings, self._pages.value
        self._rows = problem_rows(project, findings, self.silent, rules(), pages)
        self.panel.show_rows(self._rows, self.clear_words())
        self._count()

    def _count(self) -> None:
        keys = dict[str, str]()
        for part in self.desk.report.parts:
            key = part.id if part.is_running_text else HEAD
            key = TRAY if part.kind is PartKind.UNPLACED else key
            keys.update((paragraph.id, key) for paragraph in part.paragraphs)
        counts = Counter(
            (keys.get(row.finding.location.paragraph_id, ""), row.finding.severity)
            for row in self.standing
        )
        notes = {
            key: "".join(
                f" {SEVERITY_SIGNS[s]}{counts[key, s]}" for s in _COUNTED if counts[key, s]
            )
            for key in {*keys.values()}
        }
        self._workspace.show_notes(notes)
        self.counted.emit()

    def _underline_all(self) -> None:
        if self._review is None:
            return
        found = {*self._review.words, *self._review.whole}
        self.underlines.show({key: self._marks(key) for key in found if key})

    def _marks(self, paragraph_id: str) -> tuple[Mark, ...]:
        if self._review is None:
            return ()
        project = self.desk.session.project
        heard: list[Finding] = without(self._review.at(paragraph_id), self.silent)
        standing, _ = split_decided(heard, project)
        return marks_of(standing, self._window.palette())


def _length(row: ProblemRow) -> int:
    return row.finding.location.end - row.finding.location.start
