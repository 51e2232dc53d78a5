from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event as Gate

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import Import
from rolwriter.model.draft import Draft
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Report
from rolwriter.ui.imports.preview import ImportPreview
from rolwriter.ui.kit.services import Services
from rolwriter.ui.main_window import MainWindow
from tests.ui.conftest import no_rules
from tests.ui.silent import SilentMessages
from tests.ui.typing import commit, compose, put_cursor


def type_words(window: MainWindow, words: str) -> None:
    window.workspace.setCurrentIndex(1)
    chapter = window.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 2)
    commit(chapter.editor, words)


def test_what_is_typed_is_there_after_saving_and_opening_again(
    open_window: Callable[..., MainWindow],
    project: Project,
    messages: SilentMessages,
    tmp_path: Path,
) -> None:
    path = tmp_path / "报告.rolw"
    first = open_window(project)
    type_words(first, "深入")
    messages.paths = [path]
    assert first.save()
    assert not first.isWindowModified()
    assert "已保存" in first.windowTitle()
    first.close()
    second = open_window()
    second.files.open_path(path)
    second.workspace.setCurrentIndex(1)
    assert second.workspace.chapter is not None
    assert second.workspace.chapter.editor.lines()[2] == "深入开会三次。"


def test_letters_still_composed_are_not_saved_as_words(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    window.workspace.setCurrentIndex(1)
    assert window.workspace.chapter is not None
    compose(window.workspace.chapter.editor, "kai hui")
    messages.paths = [tmp_path / "a.rolw"]
    assert window.save()
    assert "kai" not in "".join(window.session.project.report.lines)


def test_closing_asks_and_cancel_keeps_the_window(
    window: MainWindow, messages: SilentMessages
) -> None:
    type_words(window, "深入")
    messages.answers = [2]
    assert not window.close()
    assert messages.asked == ["要保存对“这份报告”的修改吗？"]
    assert window.isVisible()


def test_closing_saves_when_that_is_the_answer(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    messages.answers, messages.paths = [0], [tmp_path / "a.rolw"]
    assert window.close()
    assert (tmp_path / "a.rolw").exists()


def test_closing_goes_on_without_saving_when_that_is_the_answer(
    window: MainWindow, messages: SilentMessages
) -> None:
    messages.answers = [1]
    assert window.close()


def test_a_saved_report_closes_without_a_question(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    messages.paths = [tmp_path / "a.rolw"]
    window.save()
    assert window.close()
    assert messages.asked == []


def test_a_save_that_fails_says_so_and_keeps_everything(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    type_words(window, "深入")
    messages.paths = [tmp_path / "没有的文件夹" / "a.rolw"]
    assert not window.save()
    assert len(messages.told) == 1
    assert "保存失败" in window.windowTitle()
    assert window.session.modified
    assert "深入开会三次。" in window.session.project.report.lines


def test_a_save_that_failed_before_closing_keeps_the_window(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    messages.answers, messages.paths = [0], [tmp_path / "没有的文件夹" / "a.rolw"]
    assert not window.close()


def test_opening_something_else_asks_first(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    before = window.session.project
    messages.answers = [2]
    window.files.open_path(tmp_path / "b.rolw")
    assert window.session.project is before


def test_a_project_that_cannot_be_read_is_one_message_and_the_open_one_stays(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    path = tmp_path / "坏.rolw"
    path.write_bytes(b"no project")
    before = window.session.project
    window.files.open_path(path)
    assert len(messages.told) == 1
    assert window.session.project is before


def test_recent_files_come_first_and_vanished_ones_go(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    path = (tmp_path / "a.rolw").resolve()
    messages.paths = [path]
    window.save()
    assert window.memory.settings.recent_files == (str(path),)
    path.unlink()
    window.files.open_path(path)
    assert window.memory.settings.recent_files == ()


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> list[ImportPreview]:
    """The previews that were shown; each is accepted, to be edited as it is."""
    shown: list[ImportPreview] = []

    def accept(preview: ImportPreview) -> int:
        shown.append(preview)
        preview.keep.setChecked(True)
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(ImportPreview, "exec", accept)
    return shown


def window_with(qtbot: QtBot, messages: SilentMessages, **services: object) -> MainWindow:
    services.setdefault("make_checker", no_rules)
    window = MainWindow(Services(**services), messages)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.show()
    return window


def imported(report: Report) -> Import:
    return Import(Draft(report, 99), SourceFile("去年.txt", b""))


def test_the_first_file_is_asked_for_among_the_documents(
    window: MainWindow, messages: SilentMessages
) -> None:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    messages.paths = [None, None]
    window.files.import_()
    window.save()
    assert messages.suggested[0] == documents
    assert Path(messages.suggested[1]).parent == Path(documents)


def test_a_new_project_is_offered_a_place_beside_the_file_it_was_read_from(
    open_window: Callable[..., MainWindow], messages: SilentMessages, tmp_path: Path
) -> None:
    window = open_window()
    messages.paths = [None]
    window.files.import_path(tmp_path / "去年.docx")
    window.files.save_as()
    assert Path(messages.suggested[0]).parent == tmp_path


def test_an_import_runs_off_the_windows_thread_and_shows_what_it_found(
    qtbot: QtBot,
    messages: SilentMessages,
    project: Project,
    previews: list[ImportPreview],
) -> None:
    gate = Gate()

    def slow(_: Path) -> Import:
        gate.wait(10)
        return imported(project.report)

    window = window_with(qtbot, messages, import_file=slow)
    window.files.import_path(Path("去年.txt"))
    assert window.jobs.busy
    assert not window.has_report
    gate.set()
    qtbot.waitUntil(lambda: window.has_report)
    assert len(previews) == 1
    assert window.session.project.report == project.report


def test_a_cancelled_import_changes_nothing_when_its_answer_comes(
    qtbot: QtBot, messages: SilentMessages, project: Project
) -> None:
    gate, answered = Gate(), Gate()

    def slow(_: Path) -> Import:
        gate.wait(10)
        answered.set()
        return imported(project.report)

    window = window_with(qtbot, messages, import_file=slow)
    window.files.import_path(Path("去年.txt"))
    window.jobs.cancel()
    assert not window.jobs.busy
    gate.set()
    assert answered.wait(10)
    qtbot.wait(50)
    assert not window.has_report


def test_an_import_that_fails_is_one_message(qtbot: QtBot, messages: SilentMessages) -> None:
    def refuse(_: Path) -> Import:
        raise RolwriterError("打不开。", "没有改动。", "换一个文件。")

    window = window_with(qtbot, messages, import_file=refuse)
    window.files.import_path(Path("去年.txt"))
    qtbot.waitUntil(lambda: bool(messages.told))
    assert messages.told[0].what == "打不开。"
    assert not window.has_report


def test_a_second_job_waits_for_the_first(qtbot: QtBot, messages: SilentMessages) -> None:
    gate = Gate()
    calls: list[Path] = []

    def slow(path: Path) -> Import:
        calls.append(path)
        gate.wait(10)
        return imported(Report())

    window = window_with(qtbot, messages, import_file=slow)
    window.files.import_path(Path("甲.txt"))
    window.files.import_path(Path("乙.txt"))
    window.jobs.cancel()
    gate.set()
    assert calls in ([], [Path("甲.txt")])
