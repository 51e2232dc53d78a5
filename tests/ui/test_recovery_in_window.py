from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import open_project
from rolwriter.app.recovery import LeftOver, left_overs, new_journal, origin_of, recovery_folder
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.storage import recovery as stored
from rolwriter.ui.files import recovery
from rolwriter.ui.kit.difference_dialog import DifferenceDialog
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.window.crash import FaultTeller
from rolwriter.ui.window.faults import Faults
from tests.ui.silent import SilentMessages
from tests.ui.test_files import type_words
from tests.ui.typing import compose


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recovery, "DELAY", 10)


def copies() -> list[Path]:
    return sorted(recovery_folder().glob("*.rolw"))


def copied_text(path: Path) -> str:
    return "\n".join(open_project(path).report.lines)


def leave(project: Project, path: Path | None = None) -> None:
    journal = new_journal()
    journal.write(project, origin_of(path, None), journal.life)
    journal.release()


def test_what_is_typed_is_soon_in_the_copy_and_gone_from_it_after_a_save(
    qtbot: QtBot, window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    type_words(window, "深入")
    qtbot.waitUntil(lambda: bool(copies()) and "深入" in copied_text(copies()[0]))
    messages.paths = [tmp_path / "a.rolw"]
    assert window.save()
    qtbot.wait(50)
    assert list(recovery_folder().iterdir()) == []


def test_the_copy_waits_for_an_input_method_but_not_for_ever(
    qtbot: QtBot,
    window: MainWindow,
    messages: SilentMessages,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    messages.paths = [tmp_path / "a.rolw"]
    window.save()
    monkeypatch.setattr(recovery, "LONGEST", 0.5)
    monkeypatch.setattr(recovery, "_composing", lambda: True)
    type_words(window, "深入")
    qtbot.wait(200)
    assert copies() == []
    qtbot.waitUntil(lambda: bool(copies()), timeout=3000)


def test_composing_is_seen_where_the_cursor_is(qtbot: QtBot, window: MainWindow) -> None:
    window.workspace.setCurrentIndex(1)
    chapter = window.workspace.chapter
    assert chapter is not None
    window.activateWindow()
    chapter.editor.setFocus()
    qtbot.waitUntil(chapter.editor.hasFocus)
    compose(chapter.editor, "kai")
    assert recovery._composing()
    compose(chapter.editor, "")
    assert not recovery._composing()


def test_closing_without_saving_at_the_clerks_word_leaves_no_copy(
    qtbot: QtBot, window: MainWindow, messages: SilentMessages
) -> None:
    type_words(window, "深入")
    qtbot.waitUntil(lambda: bool(copies()))
    messages.answers = [1]
    assert window.close()
    assert list(recovery_folder().iterdir()) == []


def test_a_copy_left_over_is_restored_as_unsaved_and_its_copy_stays(
    qtbot: QtBot,
    open_window: Callable[..., MainWindow],
    messages: SilentMessages,
    project: Project,
    tmp_path: Path,
) -> None:
    leave(project, tmp_path / "a.rolw")
    before = copies()
    window = open_window()
    messages.answers = [0]
    window.begin(None)
    qtbot.waitUntil(lambda: window.has_report)
    assert window.session.project == project
    assert window.session.path == tmp_path / "a.rolw"
    assert window.isWindowModified()
    assert copies() == before
    type_words(window, "深入")
    qtbot.waitUntil(lambda: "深入" in copied_text(copies()[0]))
    assert window.save()
    assert copies() == []
    assert "深入" in copied_text(tmp_path / "a.rolw")


def test_later_keeps_the_copy_and_no_removes_it(
    open_window: Callable[..., MainWindow], messages: SilentMessages, project: Project
) -> None:
    leave(project)
    window = open_window()
    messages.answers = [3]
    assert not window.left_over.at_start()
    assert len(copies()) == 1
    messages.answers = [2]
    assert not window.left_over.at_start()
    assert copies() == []


def test_the_difference_can_be_looked_at_before_deciding(
    open_window: Callable[..., MainWindow],
    messages: SilentMessages,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[DifferenceDialog] = []

    def show(dialog: DifferenceDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(DifferenceDialog, "exec", show)
    leave(project)
    messages.answers = [1, 3]
    open_window().left_over.at_start()
    assert len(shown) == 1
    assert len(messages.asked) == 2


def test_opening_the_file_offers_its_copy_instead(
    open_window: Callable[..., MainWindow],
    messages: SilentMessages,
    project: Project,
    tmp_path: Path,
) -> None:
    leave(project, tmp_path / "a.rolw")
    window = open_window()
    messages.answers = [0]
    window.files.open_path(tmp_path / "a.rolw")
    assert window.session.project == project
    assert messages.told == []


def test_a_damaged_copy_is_said_once_and_kept(
    open_window: Callable[..., MainWindow], messages: SilentMessages, project: Project
) -> None:
    leave(project)
    copies()[0].write_bytes(b"PK broken")
    window = open_window()
    window.left_over.at_start()
    window.left_over.at_start()
    assert len(messages.informed) == 1
    assert len(list((recovery_folder() / "damaged").iterdir())) == 1


def test_a_copy_that_cannot_be_written_is_said_once(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RolwriterError("磁盘已满。", "", "")

    monkeypatch.setattr(stored, "replace_file", refuse)
    told: list[str] = []
    window.recovery.trouble.connect(told.append)
    type_words(window, "深入")
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(100)
    assert len(told) == 1
    assert "磁盘已满" in told[0]


def test_a_fault_writes_the_copy_at_once(
    qtbot: QtBot,
    window: MainWindow,
    messages: SilentMessages,
    monkeypatch: pytest.MonkeyPatch,
    expected_log: set[str],
) -> None:
    monkeypatch.setattr(recovery, "DELAY", 60_000)
    expected_log.add("ZeroDivisionError")
    faults = Faults()
    FaultTeller(faults, window)
    type_words(window, "深入")
    sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)
    faults.close()
    qtbot.waitUntil(lambda: bool(messages.informed))
    assert "恢复副本已写好" in messages.informed[0]
    assert "深入" in copied_text(copies()[0])


def test_two_windows_keep_their_copies_apart(
    qtbot: QtBot, open_window: Callable[..., MainWindow], project: Project
) -> None:
    first, second = open_window(project), open_window(project)
    type_words(first, "甲")
    type_words(second, "乙")
    qtbot.waitUntil(lambda: len(copies()) == 2)
    found: list[LeftOver] = list(left_overs([]))
    assert found == []
