"""C2: a save that fails says so, and the words are in the window and in a second place."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import open_project
from rolwriter.app.recovery import recovery_folder
from rolwriter.model.dispatch import CopyKind
from rolwriter.storage import recovery as journals
from rolwriter.storage.conflict import LostRaceError
from rolwriter.ui.files import recovery
from rolwriter.ui.kit.difference_dialog import DifferenceDialog
from rolwriter.ui.kit.services import Services
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.output.proof_dialog import ProofDialog
from tests.ui.silent import SilentMessages
from tests.ui.test_files import type_words

REFUSALS = ("ENOSPC", "EDQUOT", "EROFS", "EIO", "ENODEV", "ENXIO", "ESTALE", "ENETDOWN")
REFUSALS += ("EHOSTDOWN", "ETIMEDOUT")
AGAIN = ["重试", "另存为…", "取消"]


@pytest.fixture(autouse=True)
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """The timer of the recovery copy never comes: what is there was written at once."""
    monkeypatch.setattr(recovery, "DELAY", 600_000)


@pytest.fixture
def path(window: MainWindow, messages: SilentMessages, tmp_path: Path) -> Path:
    """A saved file in a folder of its own, with words in the window that are not in it."""
    folder = tmp_path / "U盘"
    folder.mkdir()
    messages.paths = [folder / "a.rolw"]
    assert window.save()
    type_words(window, "深入")
    return folder / "a.rolw"


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[int], None]]:
    """Let everything written to the test's folder fail; 0 lets it be again."""
    code = 0
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        if code and str(tmp_path) in str(Path(f"/proc/self/fd/{descriptor}").readlink()):
            raise OSError(code, os.strerror(code))
        sync(descriptor)

    def set_code(number: int) -> None:
        nonlocal code
        code = number

    monkeypatch.setattr(os, "fsync", fsync)
    yield set_code


linux = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux what is open")


def copied() -> str:
    (copy,) = recovery_folder().glob("*.rolw")
    return "\n".join(open_project(copy).report.lines)


@linux
@pytest.mark.parametrize("name", REFUSALS)
def test_the_words_are_in_a_second_place_before_the_message_is_answered(
    name: str,
    window: MainWindow,
    messages: SilentMessages,
    path: Path,
    refuse: Callable[[int], None],
) -> None:
    before = path.read_bytes()
    refuse(getattr(errno, name))
    assert not window.save()
    assert "深入" in copied()
    assert "恢复副本" in messages.told[0].consequence
    assert messages.offered == [AGAIN]
    assert path.read_bytes() == before
    assert "深入开会三次。" in window.session.project.report.lines
    assert "保存失败" in window.windowTitle()
    assert window.session.modified


@linux
def test_a_retry_saves_once_the_place_takes_it(
    window: MainWindow,
    messages: SilentMessages,
    path: Path,
    refuse: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offer = messages.offer

    def repaired(*arguments: object) -> int:
        answer = offer(*arguments)  # type: ignore[arg-type]
        if len(messages.told) == 2:
            refuse(0)
        return answer

    monkeypatch.setattr(messages, "offer", repaired)
    refuse(errno.ENOSPC)
    messages.answers = [0, 0]
    assert window.save()
    assert len(messages.told) == 2
    assert "深入" in "".join(open_project(path).report.lines)
    assert not window.session.modified
    assert not list(recovery_folder().glob("*.rolw"))


def test_a_stick_that_was_pulled_leads_to_another_place(
    window: MainWindow, messages: SilentMessages, path: Path, tmp_path: Path
) -> None:
    shutil.rmtree(path.parent)
    messages.answers, messages.paths = [1], [tmp_path / "本机.rolw"]
    assert window.save()
    assert "不存在" in messages.told[0].what
    assert "深入" in "".join(open_project(tmp_path / "本机.rolw").report.lines)
    assert window.session.path == tmp_path / "本机.rolw"


def test_a_second_place_that_refuses_too_is_not_kept_quiet(
    window: MainWindow,
    messages: SilentMessages,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(journals, "replace_file", full)
    shutil.rmtree(path.parent)
    assert not window.save()
    assert "恢复副本也没有写成" in messages.told[0].consequence


def test_an_export_is_tried_again_where_the_place_comes_back(
    qtbot: QtBot,
    window: MainWindow,
    messages: SilentMessages,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[ProofDialog] = []
    monkeypatch.setattr(ProofDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    offer = messages.offer

    def plugged_in(*arguments: object) -> int:
        (tmp_path / "U盘").mkdir()
        return offer(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(messages, "offer", plugged_in)
    messages.paths, messages.answers = [tmp_path / "U盘" / "a.docx"], [0]
    window.output.export(CopyKind.DRAFT)
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    assert messages.offered == [AGAIN]
    assert (tmp_path / "U盘" / "a.docx").exists()


def test_an_export_refused_goes_elsewhere(
    qtbot: QtBot,
    window: MainWindow,
    messages: SilentMessages,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[ProofDialog] = []
    monkeypatch.setattr(ProofDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    messages.paths = [tmp_path / "没有" / "a.txt", tmp_path / "b.txt"]
    messages.answers = [1]
    window.output.export(CopyKind.DRAFT, ".txt")
    qtbot.waitUntil(lambda: bool(shown), timeout=30_000)
    assert (tmp_path / "b.txt").exists()


def test_a_lost_race_is_told_in_one_sentence_with_a_look_at_both(
    window: MainWindow,
    messages: SilentMessages,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    beside = path.with_name("a（冲突 PC1 2026-01-05 101500）.rolw")

    def lose(project: object, to: Path, seal: object) -> str:
        del seal
        Services().save_project(project, beside, None)  # type: ignore[arg-type]
        raise LostRaceError(to, beside, "封")

    looks: list[DifferenceDialog] = []
    monkeypatch.setattr(DifferenceDialog, "exec", lambda dialog: looks.append(dialog) or 0)
    answers = iter((0, 1))
    monkeypatch.setattr(
        messages,
        "inform",
        lambda what, *_: messages.informed.append(what) or next(answers),
    )
    object.__setattr__(window.files._services, "save_project", lose)
    assert window.save()
    assert "“a.rolw”刚才同时被别人保存" in messages.informed[0]
    assert beside.name in messages.informed[0]
    assert looks[0].view.textCursor().selectedText() == "深入"
    assert window.session.path == beside
    assert window.files.seal() == "封"
    assert not window.session.modified
