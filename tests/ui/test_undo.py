from __future__ import annotations

import gc
from itertools import count

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoCommand
from PySide6.QtTest import QTest

from rolwriter.app.chapters import add_chapter, join_chapter
from rolwriter.app.session import Session
from rolwriter.model.change import SetAuthority, SetParagraphs
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.undo import History
from rolwriter.ui.main_window import MainWindow
from tests.ui.typing import commit, put_cursor


def type_into(window: MainWindow, tab: int, line: int, words: str) -> None:
    window.workspace.setCurrentIndex(tab)
    chapter = window.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, line)
    window.desk.history.seal()
    commit(chapter.editor, words)


def test_ctrl_z_takes_back_the_latest_act_wherever_it_was_made(window: MainWindow) -> None:
    type_into(window, 1, 2, "甲")
    type_into(window, 2, 1, "乙")
    window.workspace.setCurrentIndex(1)
    chapter = window.workspace.chapter
    assert chapter is not None
    QTest.keyClick(chapter.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    texts = [part.text for part in window.desk.report.chapters]
    assert texts == ["一、主要成效\n（一）学习\n甲开会三次。", "二、不足\n人手少。"]
    assert window.workspace.currentIndex() == 2


def test_redo_brings_it_back(window: MainWindow) -> None:
    type_into(window, 1, 2, "甲")
    window.actions_["undo"].trigger()
    window.actions_["redo"].trigger()
    assert window.desk.report.chapters[0].paragraphs[2].text == "甲开会三次。"
    assert window.workspace.chapter is not None
    assert window.workspace.chapter.editor.lines()[2] == "甲开会三次。"


def test_an_act_on_chapters_is_undone_before_what_was_typed_ahead_of_it(
    window: MainWindow,
) -> None:
    type_into(window, 2, 1, "乙")
    window.chapters.remove()
    type_into(window, 1, 2, "甲")
    window.desk.history.undo()
    window.desk.history.undo()
    assert [part.text for part in window.desk.report.chapters][1] == "二、不足\n乙人手少。"
    window.desk.history.undo()
    assert [part.text for part in window.desk.report.chapters][1] == "二、不足\n人手少。"


def test_undoing_everything_gives_the_report_as_it_was(window: MainWindow) -> None:
    before = window.desk.report
    type_into(window, 1, 2, "甲")
    window.chapters.add()
    window.chapters.move(-1)
    type_into(window, 2, 1, "乙")
    window.chapters.join()
    while window.desk.history.stack.canUndo():
        window.desk.history.undo()
    assert window.desk.report == before


def test_typing_without_a_pause_is_one_step(session: Session) -> None:
    history = History(session, clock=lambda: 0.0)
    for name in ("甲", "甲乙", "甲乙丙"):
        history.do(SetAuthority(name), "填写", merge="authority")
    assert history.stack.count() == 1
    history.undo()
    assert session.project.report.authority == "某局"
    history.redo()
    assert session.project.report.authority == "甲乙丙"


def test_steps_that_became_one_are_not_kept(session: Session) -> None:
    history = History(session, clock=lambda: 0.0)
    for number in range(50):
        history.do(SetAuthority(f"某局{number}"), "填写", merge="a")
    gc.collect()
    kept = [step for step in gc.get_objects() if isinstance(step, QUndoCommand)]
    assert sum(getattr(step, "history", None) is history for step in kept) == 1


def test_typing_after_a_pause_is_another_step(session: Session) -> None:
    seconds = count(0, 5)
    history = History(session, clock=lambda: float(next(seconds)))
    history.do(SetAuthority("甲"), "填写", merge="authority")
    history.do(SetAuthority("甲乙"), "填写", merge="authority")
    history.undo()
    assert session.project.report.authority == "甲"


def test_a_change_past_the_door_ends_the_way_back_instead_of_losing_words(
    desk: Desk, session: Session
) -> None:
    chapter = desk.report.chapters[0]
    desk.history.do(SetParagraphs(chapter.id, chapter.paragraphs[:2]), "删除")
    changed = chapter.paragraphs[:1]
    session.apply(SetParagraphs(chapter.id, changed))
    desk.history.undo()
    assert desk.report.chapters[0].paragraphs == changed


def test_another_project_starts_with_an_empty_history(desk: Desk, session: Session) -> None:
    desk.history.do(SetAuthority("甲"), "填写")
    session.open(Project(), None)
    assert not desk.history.stack.canUndo()


def test_a_change_that_fails_leaves_project_and_history_alone(desk: Desk) -> None:
    before = desk.report
    with pytest.raises(KeyError):
        desk.history.do(SetParagraphs("c404", ()), "删除")
    assert desk.report == before
    assert not desk.history.stack.canUndo()


def test_ids_are_not_used_again_after_an_undo(desk: Desk) -> None:
    ids = desk.session.fresh_ids()
    desk.history.do(add_chapter(desk.report, "新", Role.THEME, None, ids), "新增")
    used = {part.id for part in desk.report.parts}
    desk.history.undo()
    change = add_chapter(desk.report, "新", Role.THEME, None, desk.session.fresh_ids())
    assert not {part.id for part in change.parts} - {p.id for p in desk.report.parts} & used


def test_joining_is_taken_back_with_role_and_heading(desk: Desk) -> None:
    before = desk.report
    change = join_chapter(desk.report, desk.report.chapters[1].id)
    assert change is not None
    desk.history.do(change, "并入")
    assert len(desk.report.chapters) == 1
    desk.history.undo()
    assert desk.report == before
