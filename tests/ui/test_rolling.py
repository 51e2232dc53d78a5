"""Rolling forward, importing with it, and a second source: each one act that undo takes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import Import
from rolwriter.model.draft import Draft
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Carry, Report, Role
from rolwriter.ui.carry.roll_dialogs import RollResult, YearDialog
from rolwriter.ui.imports.preview import ImportPreview
from rolwriter.ui.imports.source_dialog import SourceDialog
from rolwriter.ui.main_window import MainWindow
from tests.ui.conftest import project_of
from tests.ui.silent import SilentMessages
from tests.ui.typing import commit, put_cursor

YES, NO = QDialog.DialogCode.Accepted.value, QDialog.DialogCode.Rejected.value


def last_year() -> Project:
    return project_of(
        (Role.WORK, ["一、2025年主要成效", "2025年开会33次，截至目前办件12件。"]),
        (Role.PLAN, ["二、2026年安排", "健全工作机制。"]),
    )


@pytest.fixture
def results(monkeypatch: pytest.MonkeyPatch) -> list[RollResult]:
    shown: list[RollResult] = []

    def keep(dialog: RollResult) -> int:
        shown.append(dialog)
        return NO

    monkeypatch.setattr(RollResult, "exec", keep)
    return shown


def test_rolling_forward_is_one_act_that_undo_takes_back_whole(
    open_window: Callable[..., MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    results: list[RollResult],
) -> None:
    window = open_window(last_year())
    monkeypatch.setattr(YearDialog, "exec", lambda _dialog: YES)
    before = window.desk.report
    window.actions_["roll_forward"].trigger()
    assert window.desk.report.year == 2026
    moves = results[0].moves
    rows = [moves.topLevelItem(row) for row in range(moves.topLevelItemCount())]
    assert [row.text(2) for row in rows if row] == [
        "某局2026年报告",
        "一、2026年主要成效",
        "二、2027年安排",
    ]
    window.workspace.setCurrentIndex(2)
    chapter = window.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 1)
    commit(chapter.editor, "再")
    typed = window.session.project
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert window.desk.report == before
    assert window.session.project.previous is None
    window.actions_["redo"].trigger()
    window.actions_["redo"].trigger()
    assert window.session.project == typed


def test_what_cannot_be_rolled_forward_is_one_message(
    open_window: Callable[..., MainWindow], messages: SilentMessages
) -> None:
    window = open_window(Project(Report(last_year().report.parts)))
    window.actions_["roll_forward"].trigger()
    assert "没有认出去年报告的年度" in messages.told[0].what


def test_the_old_projects_file_is_not_written_over_unasked(
    open_window: Callable[..., MainWindow],
    messages: SilentMessages,
    results: list[RollResult],
    tmp_path: Path,
) -> None:
    window = open_window()
    window.session.open(last_year(), tmp_path / "去年.rolw")
    window.files.opened.emit()
    messages.answers, messages.paths = [0], [tmp_path / "今年.rolw"]
    window.rolling.roll_to(2026)
    assert messages.asked == ["要把新年度的报告另存为新文件吗？"]
    assert (tmp_path / "今年.rolw").exists()
    assert not (tmp_path / "去年.rolw").exists()
    assert len(results) == 1


def imported(report: Report) -> Import:
    return Import(Draft(report, 99), SourceFile("去年.txt", b"x"), "txt")


def test_an_import_can_be_rolled_forward_at_once_and_that_be_undone(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    results: list[RollResult],
) -> None:
    monkeypatch.setattr(ImportPreview, "exec", lambda _preview: YES)
    window.session.open(Project(), Path("leer.rolw"))
    read = last_year().report
    window.files._imported(window.session.revision, imported(read))
    assert window.desk.report.year == 2026
    assert len(results) == 1
    window.actions_["undo"].trigger()
    assert window.desk.report == read


def test_a_preview_that_is_given_up_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImportPreview, "exec", lambda _preview: NO)
    before = window.session.project
    window.files._imported(window.session.revision, imported(last_year().report))
    assert window.session.project == before
    assert "没有改动" in window.status.currentMessage()


def test_a_second_file_comes_to_the_end_of_the_chapter_and_waits(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.session.project
    monkeypatch.setattr(SourceDialog, "exec", lambda _dialog: YES)
    chapter = window.desk.report.chapters[0]
    window.second_source.offer(chapter.id, imported(last_year().report))
    added = window.desk.report.chapters[0].paragraphs[-1]
    assert (added.text, added.carry) == ("2025年开会33次，截至目前办件12件。", Carry.UNREAD)
    assert not window.carry.left().settled
    window.actions_["undo"].trigger()
    assert window.session.project.report == before.report
    assert window.session.project.sources == before.sources


def test_the_paragraphs_of_a_second_file_are_ticked_one_by_one_or_all(qtbot: QtBot) -> None:
    dialog = SourceDialog(imported(last_year().report), "一 举措成效", Role.WORK)
    qtbot.addWidget(dialog)
    assert len(dialog.chosen) == 1
    dialog.tick_all(ticked=True)
    assert len(dialog.chosen) == 5
    dialog.tick_all(ticked=False)
    assert dialog.count.text() == "已选0段"


def test_a_chapter_that_is_gone_gets_nothing(window: MainWindow) -> None:
    before = window.session.project
    window.second_source.offer("c99", imported(last_year().report))
    assert window.session.project == before
    assert "没有读入任何内容" in window.status.currentMessage()
