"""The window: puts the parts together and keeps title, counts and menus true."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import QChildEvent, QEvent, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QWheelEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from rolwriter.app.output.layout import FormalPages
from rolwriter.app.session import Session
from rolwriter.model.change import Change, SetParagraphs, SetRole
from rolwriter.ui.carry.desk import CarryDesk
from rolwriter.ui.carry.rolling import Rolling
from rolwriter.ui.chapters.chapter_acts import ChapterActs
from rolwriter.ui.chapters.workspace import HEAD, Workspace
from rolwriter.ui.checklist.desk import ChecklistDesk
from rolwriter.ui.files.drafts_desk import DraftsDesk
from rolwriter.ui.files.files import Files
from rolwriter.ui.files.read_only import ReadOnlyBar
from rolwriter.ui.files.recovery import Recovery
from rolwriter.ui.files.recovery_offer import RecoveryOffer
from rolwriter.ui.guide.desk import GuideDesk
from rolwriter.ui.imports.second_source import SecondSource
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.faces import Faces
from rolwriter.ui.kit.jobs import Jobs
from rolwriter.ui.kit.later import Later
from rolwriter.ui.kit.memory import Memory
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.passing import Passing
from rolwriter.ui.kit.services import Services
from rolwriter.ui.kit.undo import History
from rolwriter.ui.ledger.collect_desk import CollectDesk
from rolwriter.ui.ledger.desk import LedgerDesk
from rolwriter.ui.ledger.link_desk import LinkDesk
from rolwriter.ui.output.output_desk import OutputDesk
from rolwriter.ui.output.publish_desk import PublishDesk
from rolwriter.ui.paper.desk import PaperDesk
from rolwriter.ui.problems.acts import ProblemActs
from rolwriter.ui.problems.desk import ProblemsDesk
from rolwriter.ui.window.actions import Actions
from rolwriter.ui.window.acts import acts_of
from rolwriter.ui.window.caption import Caption
from rolwriter.ui.window.counts import Counts
from rolwriter.ui.window.diagnosis_dialog import DiagnosisDialog
from rolwriter.ui.window.docks import Docks
from rolwriter.ui.window.help_dialogs import about_dialog, fonts_dialog, shortcuts_dialog
from rolwriter.ui.window.help_window import HelpWindow
from rolwriter.ui.window.live_menus import LiveMenus
from rolwriter.ui.window.menus import build_menus, build_toolbar
from rolwriter.ui.window.own_catalogue import OwnCatalogue
from rolwriter.ui.window.place import go_to, place_of
from rolwriter.ui.window.settings_dialog import SettingsDialog
from rolwriter.ui.window.start_page import StartPage
from rolwriter.ui.window.status import HINT, Status
from rolwriter.ui.window.view import ZOOM_STEP, View

_WAYS_IN = {"打开去年的报告（推荐）": "import", "新建": "new", "看示例": "sample"}


class MainWindow(QMainWindow):
    """One window, one report."""

    def __init__(
        self,
        services: Services | None = None,
        messages: Messages | None = None,
        session: Session | None = None,
    ) -> None:
        super().__init__()
        self.passing = Passing(self)
        services = services or Services()
        self.session = session or Session()
        self.messages = messages or Messages(self)
        self.memory = Memory(services)
        self.jobs = Jobs(self)
        self.status = Status(self.jobs)
        self.setStatusBar(self.status)
        self.desk = Desk(
            self.session,
            History(self.session, self),
            Faces(self.memory.page_format()),
            self.status.notice,
        )
        self.catalogue = OwnCatalogue(self.memory)
        self.pages = Later(self.session, FormalPages(self.memory.page_format).of, parent=self)
        self.workspace = Workspace(self.desk, self.memory.settings.text_zoom)
        self.files = Files(
            self,
            self.session,
            services=services,
            messages=self.messages,
            jobs=self.jobs,
            memory=self.memory,
        )
        self.recovery = Recovery(self.session, self.files.seal, self)
        self.left_over = RecoveryOffer(self, self.messages, self.files, self.recovery)
        self.chapters = ChapterActs(self.desk, self.workspace)
        self.docks = Docks(self)
        self.carry = CarryDesk(
            self, self.desk, self.workspace, self.docks, phrases=self.catalogue.phrases
        )
        self.ledger = LedgerDesk(
            self,
            self.desk,
            self.docks,
            spot=self.carry.spot,
            messages=self.messages,
            memory=self.memory,
        )
        self.links = LinkDesk(
            self,
            self.desk,
            self.workspace,
            ledger=self.ledger,
            messages=self.messages,
            status=self.status,
        )
        self.checklist = ChecklistDesk(
            self,
            self.desk,
            self.docks,
            spot=self.carry.spot,
            messages=self.messages,
            memory=self.memory,
            catalogue=self.catalogue,
            pages=self.pages,
        )
        self.guide = GuideDesk(
            self.desk,
            self.workspace,
            spot=self.carry.spot,
            messages=self.messages,
            catalogue=self.catalogue,
        )
        self.problems = ProblemsDesk(
            self,
            self.desk,
            self.workspace,
            self.docks,
            spot=self.carry.spot,
            memory=self.memory,
            make_checker=partial(self.catalogue.checker, services.make_checker),
            pages=self.pages,
        )
        self.problem_acts = ProblemActs(self, self.problems)
        self.carry.problems = self.problems
        self.collect = CollectDesk(
            self,
            self.desk,
            messages=self.messages,
            jobs=self.jobs,
            memory=self.memory,
            catalogue=self.catalogue,
        )
        self.paper = PaperDesk(self)
        self.output, self.publish = OutputDesk(self, services), PublishDesk(self)
        self.rolling = Rolling(
            self,
            self.desk,
            self.messages,
            left=self.carry.left,
            begin=self.carry.begin,
            save_as=self.save_as,
        )
        self.second_source = SecondSource(
            self,
            self.desk,
            self.workspace,
            services=services,
            messages=self.messages,
            jobs=self.jobs,
            memory=self.memory,
        )
        self.view = View(self, self.workspace, self.docks, self.memory)
        self.view.colour()
        self.actions_ = Actions(self)
        self.actions_.add(*acts_of(self))
        for desk in (self.carry, self.ledger, self.checklist, self.problems):
            desk.offer(self.actions_)
        self.toolbar = build_toolbar(self, self.actions_)
        self.menus = LiveMenus(self, build_menus(self, self.actions_))
        self.start = StartPage({words: self.actions_[name] for words, name in _WAYS_IN.items()})
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.workspace)
        self.read_only = ReadOnlyBar(self.session, self.workspace)
        self.setCentralWidget(_column(self.read_only, self._stack))
        self.setAcceptDrops(True)
        self.caption = Caption(self, self.session, self.status)
        self.counts = Counts(self)
        self._connect()
        self.view.restore_window()
        self._show_start()

    @cached_property
    def drafts(self) -> DraftsDesk:
        """The acts on the drafts kept in the project."""
        return DraftsDesk(self, self.desk, self.messages)

    @property
    def has_report(self) -> bool:
        """Whether a report is shown, and not the start page."""
        return self._stack.currentWidget() is self.workspace

    def begin(self, path: Path | None) -> None:
        """Once the window stands: offer what a crash left over, else open the file given."""

        def begin() -> None:
            if not self.left_over.at_start() and path is not None:
                self.files.open_path(path)

        QTimer.singleShot(0, self, begin)

    def save(self) -> bool:
        """Save; what an input method still holds becomes text first."""
        QGuiApplication.inputMethod().commit()
        return self.files.save()

    def save_as(self) -> bool:
        """Save under another name."""
        QGuiApplication.inputMethod().commit()
        return self.files.save_as()

    def zoom_by(self, steps: int) -> None:
        """Larger, smaller, or (0) as on paper."""
        self.view.set_zoom(self.view.zoom + steps * ZOOM_STEP if steps else 100)
        self.status.notice(f"文字大小：{self.view.zoom}%")

    def reset_layout(self) -> None:
        """Panels and window as at the first start."""
        self.view.reset()
        if not self.has_report:
            self.docks.hide_all()

    def show_settings(self) -> None:
        """设置: limits, the office's own catalogue, house rules."""
        dialog = SettingsDialog(self.memory.settings, self.messages, self)
        if not dialog.exec():
            return
        self.memory.keep(dialog.chosen(self.memory.settings))
        self.pages.again()
        self.paper.refresh()
        self.publish.deliveries.refresh()
        self.ledger.refresh()
        self.checklist.look_again()
        self.guide.look_again()
        self.problems.look_again()

    def _tell_of_catalogue(self) -> None:
        problem = self.catalogue.problem()
        if problem is not None:
            self.messages.tell(problem)

    def show_fonts(self) -> None:
        """Which faces this screen shows."""
        fonts_dialog(self.desk.faces, self).exec()

    def show_help(self) -> None:
        """The help pages, beside the work."""
        HelpWindow(self).show()

    def show_shortcuts(self) -> None:
        """All keys."""
        shortcuts_dialog(self.actions_.shortcuts(), self).exec()

    def show_diagnosis(self) -> None:
        """What a maintainer asks for."""
        DiagnosisDialog(self).exec()

    def show_about(self) -> None:
        """Version and licence."""
        about_dialog(self).exec()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before anything is lost, then remember the layout."""
        QGuiApplication.inputMethod().commit()
        if not self.files.may_leave():
            event.ignore()
            return
        self.recovery.close()
        self.files.locking.release()
        self._keep_place()
        self.view.keep(with_panels=self.has_report)
        event.accept()

    def childEvent(self, event: QChildEvent) -> None:
        """Keep no dialog that was answered."""
        super().childEvent(event)
        if hasattr(self, "passing"):
            self.passing.see(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self.actions_.recolour()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel with Ctrl, over the text, is its zoom."""
        if event.angleDelta().y() and self.has_report:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A single file may be dropped here."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the project, or import the file."""
        event.acceptProposedAction()
        self.files.open_path(Path(event.mimeData().urls()[0].toLocalFile()))

    def _connect(self) -> None:
        self.files.opened.connect(self._show_report)
        self.files.saved.connect(self.caption.say_saved)
        self.files.save_failed.connect(self.caption.say_failed)
        self.files.notice.connect(self.status.notice)
        self.files.roll_wanted.connect(self.rolling.roll_to)
        self.files.restored = self.left_over.for_file
        self.files.keep_copy = self.recovery.save_now
        self.recovery.trouble.connect(self.status.notice)
        history = self.desk.history
        history.travelled.connect(self._go_to_change)
        history.stack.indexChanged.connect(self._show_undo)
        self.checklist.found.answered.connect(self._tell_of_catalogue)
        self.start.chosen.connect(self._open_recent)
        self.read_only.copy_wanted.connect(self.save_as)

    def _open_recent(self, name: str) -> None:
        self.files.open_path(Path(name))

    def _show_start(self) -> None:
        self.start.show_recent(self.memory.settings.recent_files)
        self._stack.setCurrentWidget(self.start)
        self.actions_.offer(with_report=False)
        self.docks.hide_all()
        self.toolbar.hide()
        self.status.show_hint("")

    def _show_report(self) -> None:
        if self._stack.currentWidget() is not self.workspace:
            self._stack.setCurrentWidget(self.workspace)
            self.view.restore_panels()
            self.toolbar.show()
            self.status.show_hint(HINT)
        self.actions_.offer(with_report=True)
        self._show_undo()
        self.workspace.setCurrentIndex(0)
        if self.session.path:
            go_to(self.workspace, self.memory.place_in(self.session.path))
        self.counts.show()
        self.publish.deliveries.refresh()
        self.workspace.focus_text()

    def _show_undo(self) -> None:
        stack = self.desk.history.stack
        self.actions_["undo"].setEnabled(stack.canUndo())
        self.actions_["redo"].setEnabled(stack.canRedo())
        self.actions_["undo"].setText(f"撤销{stack.undoText()}(&U)")
        self.actions_["redo"].setText(f"恢复{stack.redoText()}(&R)")

    def _go_to_change(self, change: Change) -> None:
        here = self.workspace.current_key
        if isinstance(change, SetParagraphs | SetRole) and change.part_id != here:
            self.go_to_chapter(change.part_id)

    def go_to_chapter(self, part_id: str) -> None:
        """Show a chapter, or 报头 for a part that has no tab of its own."""
        if not self.workspace.show_key(part_id):
            self.workspace.show_key(HEAD)
        self.workspace.focus_text()

    def _keep_place(self) -> None:
        path = self.session.path
        if path:
            places = self.memory.places_with(path, place_of(self.workspace))
            self.memory.keep(replace(self.memory.settings, last_places=places))


def _column(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    return whole
