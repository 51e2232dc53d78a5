from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from rolwriter.app.documents import open_project, save_project
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


def test_opened_read_only_it_is_saved_under_another_name_only(
    second: MainWindow, path: Path, tmp_path: Path, messages: SilentMessages
) -> None:
    messages.answers, messages.paths = [0], [tmp_path / "b.rolw"]
    second.files.open_path(path)
    before = path.read_bytes()
    type_words(second, "深入")
    assert second.save()
    assert path.read_bytes() == before
    assert "深入" in "".join(open_project(tmp_path / "b.rolw").report.lines)
    type_words(second, "再")
    assert second.save()


def test_a_copy_has_no_file_yet(second: MainWindow, path: Path, messages: SilentMessages) -> None:
    messages.answers = [1]
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
