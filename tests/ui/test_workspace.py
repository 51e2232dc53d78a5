from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rolwriter.app.session import Session
from rolwriter.model.change import SetParagraphs
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.chapters.chapter_acts import ChapterActs
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.chapters.workspace import HEAD, TRAY, Workspace
from rolwriter.ui.kit.desk import Desk
from tests.ui.conftest import project_of
from tests.ui.typing import put_cursor


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Workspace:
    workspace = Workspace(desk)
    qtbot.addWidget(workspace)
    return workspace


def names(workspace: Workspace) -> list[str]:
    return [workspace.tabText(index) for index in range(workspace.count())]


def test_there_is_a_tab_for_the_head_and_one_for_each_chapter(workspace: Workspace) -> None:
    assert names(workspace) == ["报头", "一 举措成效", "二 不足"]
    assert workspace.tabToolTip(1).startswith("一、主要成效\n")


def test_a_chapter_without_words_of_its_own_carries_a_sign_explained_in_words(
    workspace: Workspace, desk: Desk
) -> None:
    part = desk.report.chapters[1]
    desk.history.do(SetParagraphs(part.id, part.paragraphs[:1]), "删除")
    assert names(workspace)[2] == "二 不足 ○"
    assert "未写" in workspace.tabToolTip(2)


def test_tabs_are_built_when_they_are_first_shown(workspace: Workspace) -> None:
    assert workspace.findChildren(ChapterTab) == []
    workspace.setCurrentIndex(2)
    assert len(workspace.findChildren(ChapterTab)) == 1


def test_tabs_follow_chapters_that_move_and_keep_their_editors(
    workspace: Workspace, desk: Desk
) -> None:
    workspace.setCurrentIndex(1)
    editor = workspace.chapter
    ChapterActs(desk, workspace).move(1)
    assert names(workspace) == ["报头", "一 不足", "二 举措成效"]
    assert workspace.chapter is editor
    assert workspace.currentIndex() == 2


def test_a_theme_is_named_by_its_own_heading(workspace: Workspace, desk: Desk) -> None:
    acts = ChapterActs(desk, workspace)
    acts.add()
    assert names(workspace)[-1] == "三 新的一章 ○"


def test_splitting_at_the_cursor_opens_the_new_chapter(workspace: Workspace, desk: Desk) -> None:
    workspace.setCurrentIndex(1)
    assert workspace.chapter
    put_cursor(workspace.chapter.editor, 1)
    ChapterActs(desk, workspace).split()
    assert [part.text for part in desk.report.chapters] == [
        "一、主要成效",
        "（一）学习\n开会三次。",
        "二、不足\n人手少。",
    ]
    assert workspace.currentIndex() == 2


def test_joining_and_removing_leave_the_neighbour_shown(workspace: Workspace, desk: Desk) -> None:
    acts = ChapterActs(desk, workspace)
    workspace.setCurrentIndex(2)
    acts.join()
    assert names(workspace) == ["报头", "一 举措成效"]
    assert workspace.currentIndex() == 1
    acts.remove()
    assert names(workspace) == ["报头"]


def test_another_project_replaces_every_tab(workspace: Workspace, session: Session) -> None:
    workspace.setCurrentIndex(1)
    session.open(project_of((Role.PLAN, ["一、安排", "做。"])), None)
    assert names(workspace) == ["报头", "一 安排"]
    workspace.setCurrentIndex(1)
    assert workspace.chapter
    assert workspace.chapter.editor.lines() == ["一、安排", "做。"]


def test_what_stands_apart_has_a_tray_until_it_is_placed(
    workspace: Workspace, session: Session, desk: Desk
) -> None:
    session.open(project_of((Role.WORK, ["一、甲", "文。"]), stray="散段"), None)
    assert names(workspace)[-1] == "未归类 1"
    workspace.show_key(TRAY)
    move = workspace.findChildren(QPushButton)[0]
    move.menu().actions()[0].trigger()
    assert desk.report.chapters[0].text == "一、甲\n文。\n散段"
    assert names(workspace) == ["报头", "一 举措成效"]


def test_a_level_set_by_hand_is_one_step_of_undo(workspace: Workspace, desk: Desk) -> None:
    workspace.setCurrentIndex(1)
    assert workspace.chapter
    put_cursor(workspace.chapter.editor, 2)
    ChapterActs(desk, workspace).set_level(3)
    assert desk.report.chapters[0].paragraphs[2].level == 3
    desk.history.undo()
    assert desk.report.chapters[0].paragraphs[2].level == 0


def test_nobody_is_shown_a_tab_whose_chapter_is_gone(desk: Desk, workspace: Workspace) -> None:
    for index in (1, 2):
        workspace.setCurrentIndex(index)
    seen = list[str]()

    def look() -> None:
        if workspace.chapter is not None:
            seen.append(desk.report.part(workspace.chapter.part_id).id)

    workspace.moved.connect(look)
    desk.session.open(Project(), None)
    assert seen == []
    assert workspace.current_key == HEAD
