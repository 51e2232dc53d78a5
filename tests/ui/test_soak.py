"""The window under a clerk who does not tire: nothing raises, nothing aborts, nothing piles up."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import psutil
import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import sample_project
from rolwriter.catalog.paths import resource
from rolwriter.storage.project_file import save
from rolwriter.ui.kit.collector import Collector
from rolwriter.ui.kit.services import Services
from rolwriter.ui.main_window import MainWindow
from tests.ui.clerk import Clerk

SHORT, LONG = 2_000, 200_000
GROWTH_MIB = 50
SETTLING = 2_000
"""Milliseconds in which a report that was opened is laid out and checked, and the last one goes."""


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """At a window with all its rules and dialogs, on the made-up report."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    project = sample_project()
    for name in ("a.rolw", "b.rolw"):
        save(project, tmp_path / name)
    (tmp_path / "去年.txt").write_bytes(resource("sample", "report.txt").read_bytes())
    window = MainWindow(Services())
    saved = tmp_path / "a.rolw"
    qtbot.addWidget(window, before_close_func=lambda w: w.session.open(project, saved))
    window.show()
    qtbot.waitExposed(window)
    Collector(window)
    window.session.open(project, None)
    window.files.opened.emit()
    return Clerk(window, tmp_path, seed=int(os.environ.get("SOAK_SEED", "1")))


def used_mib(qtbot: QtBot, clerk: Clerk) -> tuple[float, float]:
    """The process's own memory, and with it the pages of mapped files that are in memory.

    Measured with the made-up report open each time: the clerk's own grows and shrinks.

    The fonts are such files, some 20 MiB each: the more of their characters were drawn,
    the more of them is there, and the system takes it back when it likes.
    """
    clerk.window.session.open(sample_project(), None)
    clerk.window.files.opened.emit()
    qtbot.wait(SETTLING)
    gc.collect()
    memory = psutil.Process().memory_info()
    return (memory.rss - memory.shared) / 2**20, memory.rss / 2**20


def work(qtbot: QtBot, clerk: Clerk, events: int) -> None:
    with qtbot.captureExceptions() as raised:
        clerk.work(events, stop=lambda: bool(raised))
    assert not raised, f"{raised[0]} after {list(clerk.latest)}"


@pytest.mark.timeout(600)
def test_two_thousand_events_raise_nothing(qtbot: QtBot, clerk: Clerk) -> None:
    work(qtbot, clerk, SHORT)
    assert clerk.events >= SHORT


@pytest.mark.long
@pytest.mark.skipif(not hasattr(psutil.Process().memory_info(), "shared"), reason="Linux tells it")
@pytest.mark.timeout(4 * 3600)
def test_two_hundred_thousand_events_leave_no_more_than_50_mib_behind(
    qtbot: QtBot, clerk: Clerk
) -> None:
    with qtbot.captureExceptions() as raised:
        clerk.try_everything(stop=lambda: bool(raised))
    work(qtbot, clerk, LONG // 20)
    own, whole = used_mib(qtbot, clerk)
    while clerk.events < LONG:
        work(qtbot, clerk, LONG // 20)
        own_now, whole_now = used_mib(qtbot, clerk)
        print(
            f"{clerk.events:,} events: {own_now - own:+.1f} MiB, "
            f"{whole_now - whole:+.1f} with mapped files",
            flush=True,
        )
    assert used_mib(qtbot, clerk)[0] - own <= GROWTH_MIB
