from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import open_project, save_project
from rolwriter.app.session import ReadOnlyError
from rolwriter.model.change import SetAuthority
from rolwriter.model.project import Project
from rolwriter.ui.main_window import MainWindow
from tests.ui.silent import SilentMessages
from tests.ui.test_files import type_words

Open = Callable[..., MainWindow]


@pytest.fixture
def path(tmp_path: Path, project: Project) -> Path:
    path = tmp_path / "a.rolw"
    save_project(project, path)
    return path


@pytest.fixture
def second(open_window: Open, path: Path) -> MainWindow:
    """A window beside another that has the file open."""
    open_window().files.open_path(path)
    return open_window()


def locks(path: Path) -> int:
    return len(list(path.parent.glob(".~*.lock")))


def test_a_window_locks_its_file_and_lets_go_when_it_closes(
    open_window: Open, path: Path, tmp_path: Path, messages: SilentMessages
) -> None:
    window = open_window()
    window.files.open_path(path)
    assert locks(path) == 1
    messages.paths = [tmp_path / "b.rolw"]
    window.save_as()
    assert [p.name for p in tmp_path.glob(".~*")] == [".~b.rolw.lock"]
    window.close()
    assert locks(path) == 0


def test_cancel_opens_nothing(second: MainWindow, path: Path, messages: SilentMessages) -> None:
    messages.answers = [3]
    second.files.open_path(path)
    assert "已经打开" in messages.asked[-1]
    assert not second.has_report


@pytest.fixture
def reading(second: MainWindow, path: Path, messages: SilentMessages) -> MainWindow:
    """A window that has the file open for reading only."""
    messages.answers = [0]
    second.files.open_path(path)
    return second


def test_read_only_takes_no_typing_and_says_so(reading: MainWindow) -> None:
    before = reading.session.project
    type_words(reading, "深入")
    assert reading.session.project == before
    assert "没有输入" in reading.status.currentMessage()
    assert reading.read_only.isVisible()
    assert "正在写“a.rolw”" in reading.read_only.words.text()
    assert not reading.session.modified


def test_read_only_takes_no_paste_no_key_and_no_act(reading: MainWindow, qtbot: QtBot) -> None:
    before = reading.session.project
    type_words(reading, "")
    assert reading.workspace.chapter is not None
    editor = reading.workspace.chapter.editor
    QApplication.clipboard().setText("贴")
    editor.paste()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        qtbot.keyClick(editor, key)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert editor.lines() == [p.text for p in before.report.chapters[0].paragraphs]
    with pytest.raises(ReadOnlyError, match="只读"):
        reading.desk.history.do(SetAuthority("别局"), "填写发文机关")
    assert reading.session.project == before


def test_the_cursor_moves_and_words_can_be_copied_while_read_only(
    reading: MainWindow, qtbot: QtBot
) -> None:
    type_words(reading, "")
    assert reading.workspace.chapter is not None
    editor = reading.workspace.chapter.editor
    place = editor.textCursor().position()
    qtbot.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().position() == place + 1
    editor.copy()
    assert QApplication.clipboard().text() == "开"


def test_a_copy_of_what_is_read_only_can_be_written_in(
    reading: MainWindow, path: Path, tmp_path: Path, messages: SilentMessages
) -> None:
    messages.paths = [tmp_path / "b.rolw"]
    before = path.read_bytes()
    reading.read_only.copy.click()
    assert not reading.read_only.isVisible()
    type_words(reading, "深入")
    assert reading.save()
    assert path.read_bytes() == before
    assert "深入" in "".join(open_project(tmp_path / "b.rolw").report.lines)


def test_a_copy_is_saved_at_once_where_the_clerk_says(
    second: MainWindow, path: Path, tmp_path: Path, messages: SilentMessages
) -> None:
    messages.answers, messages.paths = [1], [tmp_path / "b.rolw"]
    second.files.open_path(path)
    assert second.session.path == tmp_path / "b.rolw"
    assert not second.session.read_only


def test_a_copy_without_a_place_yet_is_a_report_without_a_file(
    second: MainWindow, path: Path, messages: SilentMessages
) -> None:
    messages.answers, messages.paths = [1], [None]
    second.files.open_path(path)
    assert second.session.path is None
    assert second.has_report


def test_forcing_asks_once_more_and_the_later_save_is_asked(
    open_window: Open, path: Path, messages: SilentMessages
) -> None:
    first, second = open_window(), open_window()
    first.files.open_path(path)
    messages.answers = [2, 0]
    second.files.open_path(path)
    assert len(messages.asked) == 2
    type_words(first, "甲")
    type_words(second, "乙")
    assert first.save()
    messages.answers = [3]
    assert not second.save()
    assert "改过" in messages.asked[-1]
    assert "甲" in "".join(open_project(path).report.lines)


def test_a_force_not_confirmed_opens_nothing(
    second: MainWindow, path: Path, messages: SilentMessages
) -> None:
    messages.answers = [2, 1]
    second.files.open_path(path)
    assert not second.has_report


def test_a_lock_that_says_nothing_is_asked_about_without_empty_brackets(
    open_window: Open, path: Path, messages: SilentMessages
) -> None:
    path.with_name(f".~{path.name}.lock").write_bytes(b"")
    messages.answers = [3]
    open_window().files.open_path(path)
    assert "不知是谁" in messages.asked[-1]
    assert "（）" not in messages.asked[-1]
