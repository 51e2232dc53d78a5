from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rolwriter.app.documents import open_project, save_project
from rolwriter.model.project import Project
from rolwriter.ui.kit.difference_dialog import DifferenceDialog
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
    messages.answers = [3]
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


def test_overwriting_keeps_the_others_text_in_its_own_file_and_asks_no_more(
    window: MainWindow, messages: SilentMessages, path: Path
) -> None:
    messages.answers = [1]
    assert window.save()
    assert "深入" in text_of(path)
    asked = len(messages.asked)
    for words in ("再", "又"):  # the backup goes on with each save
        type_words(window, words)
        assert window.save()
    assert len(messages.asked) == asked
    (kept,) = path.parent.glob("a（冲突 *）.rolw")
    assert open_project(kept).next_id == 999


def test_overwriting_says_where_the_others_text_is(
    window: MainWindow, messages: SilentMessages, path: Path
) -> None:
    told: list[str] = []
    window.files.notice.connect(told.append)
    messages.answers = [1]
    window.save()
    (kept,) = path.parent.glob("*冲突*")
    assert kept.name in told[-1]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[DifferenceDialog]:
    """The comparisons that were shown, each closed again."""
    shown: list[DifferenceDialog] = []

    def show(dialog: DifferenceDialog) -> int:
        shown.append(dialog)
        return 0

    monkeypatch.setattr(DifferenceDialog, "exec", show)
    return shown


def test_comparing_shows_both_texts_changes_nothing_and_asks_again(
    window: MainWindow,
    messages: SilentMessages,
    compared: list[DifferenceDialog],
    path: Path,
) -> None:
    messages.answers = [2, 3]
    before = path.read_bytes()
    assert not window.save()
    assert path.read_bytes() == before
    assert len(messages.asked) == 2
    (dialog,) = compared
    assert dialog.view.textCursor().selectedText() == "深入"
    assert "正文共1处不同：窗口里的内容多2字，少0字。" in dialog.words.text()


def test_overwriting_asks_again_when_the_file_changed_once_more(
    window: MainWindow,
    messages: SilentMessages,
    project: Project,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter([1, 3])

    def ask(what: str, *_: object) -> int:
        messages.asked.append(what)
        save_project(replace(project, next_id=1000 + len(messages.asked)), path)
        return next(answers, 1)

    monkeypatch.setattr(messages, "ask", ask)
    assert not window.save()
    assert len(messages.asked) == 2
    assert open_project(path).next_id == 1002


def test_what_differs_beside_the_text_is_named(
    window: MainWindow,
    messages: SilentMessages,
    compared: list[DifferenceDialog],
    path: Path,
) -> None:
    other = open_project(path)
    save_project(replace(other, silent_rules=("W01",)), path)
    messages.answers = [2, 3]
    assert not window.save()
    assert "正文之外不同的还有：关闭的规则。" in compared[0].words.text()
    compared[0].view.go(1)
    assert compared[0].view.textCursor().selectedText() == "深入"
