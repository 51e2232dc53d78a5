"""A small report, and the window with it, for every test of the window."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rolwriter.app.session import Session
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.page_format import load_page_format
from rolwriter.checks.engine import Checker
from rolwriter.model.extent import Extent
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.text.numbering import level_of
from rolwriter.ui.kit.aside import ASIDE, let_go
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.faces import Faces
from rolwriter.ui.kit.services import Services
from rolwriter.ui.kit.undo import History
from rolwriter.ui.main_window import MainWindow
from tests.ui.silent import SilentMessages

Chapter = tuple[Role, list[str]]
TESTS = pytest.StashKey[int]()
LONGEST = 20
"""Seconds that work begun by a test may take to its end."""


def pytest_itemcollected(item: pytest.Item) -> None:
    """The offscreen platform says of every window that it has no size hints and no order."""
    item.add_marker(
        pytest.mark.qt_log_ignore("propagateSizeHints", r"not support raise\(\)", extend=True)
    )


def project_of(*chapters: Chapter, stray: str = "", title: str = "某局2025年报告") -> Project:
    """A project with a title, these chapters and, when given, a piece in 未归类."""
    ids = count(1)

    def part(kind: PartKind, lines: list[str], role: Role | None = None) -> Part:
        number = f"c{next(ids)}"
        paragraphs = (Paragraph(f"p{next(ids)}", line, level_of(line)) for line in lines)
        return Part(number, kind, tuple(paragraphs), role)

    parts = [part(PartKind.TITLE, [title])]
    parts += [part(PartKind.CHAPTER, lines, role) for role, lines in chapters]
    if stray:
        parts.append(part(PartKind.UNPLACED, [stray]))
    return Project(Report(tuple(parts), 2025, "某局"), next_id=next(ids))


@pytest.fixture(autouse=True)
def _leave_nothing_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test begins without windows, threads and garbage of the one before.

    As in the program, garbage is collected on the window's thread alone.
    """
    gc.disable()
    yield
    _end_windows()
    _end_threads()
    request.config.stash[TESTS] = done = request.config.stash.get(TESTS, 0) + 1
    gc.collect(2 if done % 10 == 0 else 1)


def _end_windows() -> None:
    """Delete what pytest-qt has closed, now and not in the middle of another test."""
    if QApplication.instance() is None:
        return
    _delete_what_waits()
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    _delete_what_waits()


def _delete_what_waits() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _end_threads() -> None:
    """Wait for work that was begun: its answer has nobody to go to any more."""
    for thread in threading.enumerate():
        if thread.name == ASIDE:
            thread.join(LONGEST)
            assert not thread.is_alive(), "work begun by this test does not end"
    let_go()


@pytest.fixture
def project() -> Project:
    return project_of(
        (Role.WORK, ["一、主要成效", "（一）学习", "开会三次。"]),
        (Role.SHORTCOMING, ["二、不足", "人手少。"]),
    )


@pytest.fixture
def session(project: Project) -> Session:
    return Session(project)


@pytest.fixture
def desk(qapp: QApplication, session: Session) -> Desk:
    """A desk whose clock moves two seconds a look, so that each act is its own step."""
    assert qapp is not None  # fonts need it
    seconds = count(0, 2)
    history = History(session, clock=lambda: float(next(seconds)))
    return Desk(session, history, Faces(load_page_format()), lambda _words: None)


@pytest.fixture
def messages() -> SilentMessages:
    return SilentMessages()


def no_rules(catalogue: Catalogue, extent: Extent) -> Checker:
    """A checker that finds nothing."""
    del extent
    return Checker(catalogue, {}, (), ())


@pytest.fixture
def make_checker() -> Callable[[Catalogue, Extent], Checker]:
    """The rules at work in the window: none, where a test does not bring its own."""
    return no_rules


@pytest.fixture
def open_window(
    qtbot: QtBot, messages: SilentMessages, make_checker: Callable[[Catalogue, Extent], Checker]
) -> Callable[..., MainWindow]:
    """Opens windows that look for their settings in the test's own folder."""

    def make(project: Project | None = None) -> MainWindow:
        window = MainWindow(Services(make_checker=make_checker), messages=messages)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        if project is not None:
            window.session.open(project, None)
            window.files.opened.emit()
        return window

    return make


@pytest.fixture
def window(open_window: Callable[..., MainWindow], project: Project) -> MainWindow:
    return open_window(project)
