"""The hook for what nobody expected: saved, logged without a word of the report, told once."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qCritical
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from rolwriter.app.log import log_folder, start_log, stop_log
from rolwriter.app.session import ReadOnlyError
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.window.crash import FaultTeller
from rolwriter.ui.window.diagnosis_dialog import DiagnosisDialog
from rolwriter.ui.window.faults import Faults
from tests.ui.silent import SilentMessages

SECRET = "开会三次。"
"""Words of the report the window shows."""


@pytest.fixture
def faults(expected_log: set[str]) -> Iterator[Faults]:
    expected_log.update(("unexpected", "Qt "))
    level = logging.getLogger("rolwriter").level
    handler = start_log()
    assert handler is not None
    faults = Faults()
    yield faults
    faults.close()
    stop_log(handler)
    logging.getLogger("rolwriter").setLevel(level)


@pytest.fixture
def teller(faults: Faults, window: MainWindow) -> FaultTeller:
    return FaultTeller(faults, window)


def logged() -> str:
    return "".join(path.read_text("utf-8") for path in log_folder().glob("*"))


def fail() -> None:
    raise ValueError(SECRET)


class Grave:
    def __del__(self) -> None:
        fail()


def in_a_slot(window: MainWindow) -> None:
    QTimer.singleShot(0, window, fail)


def in_a_thread(_window: MainWindow) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


def in_a_finaliser(_window: MainWindow) -> None:
    Grave()


@pytest.mark.usefixtures("teller")
@pytest.mark.parametrize("cause", [in_a_slot, in_a_thread, in_a_finaliser])
def test_a_fault_is_logged_and_told_wherever_it_happens_without_the_reports_words(
    qtbot: QtBot, window: MainWindow, messages: SilentMessages, cause: object
) -> None:
    assert callable(cause)
    assert SECRET in "".join(window.desk.report.lines)
    cause(window)
    qtbot.waitUntil(lambda: bool(messages.informed))
    assert "程序内部出错" in messages.informed[0]
    assert "ValueError" in logged()
    assert f"{__name__}:" in logged()
    assert not set(SECRET) & set(logged())
    assert SECRET not in messages.informed[0]


@pytest.mark.usefixtures("teller")
def test_the_same_fault_is_told_once_and_then_only_noticed(
    qtbot: QtBot, window: MainWindow, messages: SilentMessages
) -> None:
    for _ in range(3):
        in_a_thread(window)
    qtbot.waitUntil(lambda: "同样的错误" in window.status.currentMessage())
    assert len(messages.informed) == 1


@pytest.mark.usefixtures("teller")
def test_what_is_copied_is_versions_and_places(
    qtbot: QtBot, window: MainWindow, messages: SilentMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "inform", lambda *_: 0)
    in_a_thread(window)
    qtbot.waitUntil(lambda: "ValueError" in QGuiApplication.clipboard().text())
    words = QGuiApplication.clipboard().text()
    assert words.startswith("rolwriter ")
    assert "Qt " in words
    assert f"{__name__}:" in words
    assert SECRET not in words
    assert str(Path.home()) not in words


@pytest.mark.usefixtures("faults")
def test_what_qt_says_is_logged_by_who_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    qCritical(f"QTextCursor::setPosition: {SECRET} out of range")
    qCritical(SECRET)
    assert "QTextCursor::setPosition" in logged()
    assert not set(SECRET) & set(logged())
    assert "out of range" in capsys.readouterr().err


def test_the_hooks_are_handed_back(expected_log: set[str]) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    faults = Faults()
    assert sys.excepthook != before[0]
    faults.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert not expected_log


def test_a_crash_of_the_last_run_is_named(
    teller: FaultTeller, messages: SilentMessages, tmp_path: Path
) -> None:
    teller.tell_of_crashes([])
    assert messages.informed == []
    teller.tell_of_crashes([tmp_path / "crash-1.txt"])
    assert "上次程序意外中断" in messages.informed[0]
    assert "crash-1.txt" in messages.informed[0]


@pytest.mark.usefixtures("teller")
def test_the_diagnosis_can_be_read_and_copied_and_holds_no_words_of_the_report(
    qtbot: QtBot, window: MainWindow
) -> None:
    in_a_thread(window)
    (log_folder() / "crash-20260101-120000-aaaa.txt").write_text("Fatal error: \n", "utf-8")
    dialog = DiagnosisDialog(window)
    qtbot.addWidget(dialog)
    dialog.copy()
    words = QGuiApplication.clipboard().text()
    assert words == dialog.text.toPlainText()
    assert "ValueError" in words
    assert "crash-20260101" in words
    assert SECRET not in words
    assert window.session.project.report.title not in words
    assert str(Path.home()) not in words


def test_the_menu_offers_the_diagnosis_even_without_a_report(window: MainWindow) -> None:
    window.actions_.offer(with_report=False)
    assert window.actions_["diagnosis"].isEnabled()


def test_what_the_clerk_can_settle_is_told_in_its_own_words_and_is_no_fault(
    teller: FaultTeller, messages: SilentMessages, qtbot: QtBot
) -> None:
    assert teller is not None
    sys.excepthook(ReadOnlyError, ReadOnlyError(), None)
    qtbot.waitUntil(lambda: bool(messages.told))
    assert messages.told[0].what == "这份报告是只读打开的，不能修改。"
    assert messages.informed == []
