from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rolwriter.app.documents import open_project, save_project
from rolwriter.model.project import Project
from rolwriter.ui.main_window import MainWindow
from tests.ui.silent import SilentMessages
from tests.ui.test_files import type_words


@pytest.fixture
def path(window: MainWindow, messages: SilentMessages, project: Project, tmp_path: Path) -> Path:
    """A file the window has saved, another has changed, and the window would save again."""
    path = tmp_path / "a.rolw"
    messages.paths = [path]
    assert window.save()
    save_project(replace(project, next_id=999), path)
    type_words(window, "深入")
    return path


def text_of(path: Path) -> str:
    return "\n".join(open_project(path).report.lines)


def test_cancel_leaves_the_others_file_and_the_words_in_the_window(
    window: MainWindow, messages: SilentMessages, path: Path
) -> None:
    messages.answers = [2]
    assert not window.save()
    assert "改过" in messages.asked[-1]
    assert open_project(path).next_id == 999
    assert "保存失败" in window.windowTitle()
    assert "深入开会三次。" in window.session.project.report.lines


def test_save_as_keeps_both(
    window: MainWindow, messages: SilentMessages, path: Path, tmp_path: Path
) -> None:
    messages.answers, messages.paths = [0], [tmp_path / "b.rolw"]
    assert window.save()
    assert open_project(path).next_id == 999
    assert "深入" in text_of(tmp_path / "b.rolw")
    assert window.session.path == tmp_path / "b.rolw"


def test_overwriting_keeps_the_others_text_as_backup_and_asks_no_more(
    window: MainWindow, messages: SilentMessages, path: Path
) -> None:
    messages.answers = [1]
    assert window.save()
    assert "深入" in text_of(path)
    assert open_project(path.with_name("a.rolw.bak")).next_id == 999
    asked = len(messages.asked)
    type_words(window, "再")
    assert window.save()
    assert len(messages.asked) == asked
