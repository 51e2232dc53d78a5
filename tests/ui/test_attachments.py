from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from rolwriter.model.change import SetParts
from rolwriter.model.report import Paragraph, Part, PartKind
from rolwriter.ui.chapters.chapter_acts import ChapterActs
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.kit.desk import Desk
from tests.ui.typing import put_cursor


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk) -> Workspace:
    workspace = Workspace(desk)
    qtbot.addWidget(workspace)
    return workspace


@pytest.fixture
def acts(desk: Desk, workspace: Workspace) -> ChapterActs:
    acts = ChapterActs(desk, workspace)
    acts.add_attachment()
    acts.add_attachment()
    return acts


@pytest.mark.usefixtures("acts")
def test_each_attachment_has_a_tab_behind_the_chapters(workspace: Workspace) -> None:
    names = [workspace.tabText(index) for index in range(workspace.count())]
    assert names[-2:] == ["附件1 ○", "附件2 ○"]
    assert workspace.chapter is not None
    assert workspace.chapter.editor.lines()[0] == "附件2"
    assert not workspace.chapter.role.isVisibleTo(workspace.chapter)


def test_an_attachment_is_removed_and_comes_back_by_undo(
    acts: ChapterActs, desk: Desk, workspace: Workspace
) -> None:
    acts.remove()
    assert [p.attachment_label for p in desk.report.of_kind(PartKind.ATTACHMENT)] == ["附件1"]
    desk.history.stack.undo()
    assert [p.attachment_label for p in desk.report.of_kind(PartKind.ATTACHMENT)] == [
        "附件1",
        "附件2",
    ]
    assert workspace.tabText(workspace.count() - 1).startswith("附件2")


def test_acts_on_chapters_leave_an_attachment_alone(
    acts: ChapterActs, desk: Desk, workspace: Workspace
) -> None:
    before = desk.report
    assert workspace.chapter is not None
    put_cursor(workspace.chapter.editor, 1, 0)
    acts.move(-1)
    acts.split()
    acts.join()
    assert desk.report is before


def test_a_new_chapter_stands_before_the_attachments(acts: ChapterActs, desk: Desk) -> None:
    acts.add()
    kinds = [part.kind for part in desk.report.parts]
    assert kinds[-2:] == [PartKind.ATTACHMENT, PartKind.ATTACHMENT]
    assert kinds.index(PartKind.ATTACHMENT) > kinds.index(PartKind.CHAPTER)


def test_the_list_of_attachments_is_a_field_of_the_head(desk: Desk, workspace: Workspace) -> None:
    note = Part("c90", PartKind.ATTACHMENT_NOTE, (Paragraph("p91", "附件：1．统计表"),))
    desk.history.do(SetParts((*desk.report.parts, note)), "导入")
    workspace.setCurrentIndex(0)
    fields = getattr(workspace.content, "fields", {})
    assert fields[PartKind.ATTACHMENT_NOTE].lines() == ["附件：1．统计表"]
