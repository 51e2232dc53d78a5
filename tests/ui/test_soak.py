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


def used_mib() -> float:
    gc.collect()
    return psutil.Process().memory_info().rss / 2**20


def work(qtbot: QtBot, clerk: Clerk, events: int) -> None:
    with qtbot.captureExceptions() as raised:
        clerk.work(events, stop=lambda: bool(raised))
    assert not raised, f"{raised[0]} after {list(clerk.latest)}"


@pytest.mark.timeout(600)
def test_two_thousand_events_raise_nothing(qtbot: QtBot, clerk: Clerk) -> None:
    work(qtbot, clerk, SHORT)
    assert clerk.events >= SHORT


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
def test_two_hundred_thousand_events_leave_no_more_than_50_mib_behind(
    qtbot: QtBot, clerk: Clerk
) -> None:
    with qtbot.captureExceptions() as raised:
        clerk.try_everything(stop=lambda: bool(raised))
    work(qtbot, clerk, LONG // 20)
    before = used_mib()
    while clerk.events < LONG:
        work(qtbot, clerk, LONG // 20)
        print(f"{clerk.events:,} events: {used_mib() - before:+.1f} MiB", flush=True)
    assert used_mib() - before <= GROWTH_MIB
