from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rolwriter.app.events import Event
from rolwriter.model.change import SetParagraphs
from rolwriter.model.report import Paragraph
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.kit.desk import Desk
from tests.ui.typing import commit, compose, put_cursor


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> ChapterTab:
    tab = ChapterTab(desk, desk.report.chapters[0].id, 100)
    qtbot.addWidget(tab)
    return tab


def texts(desk: Desk) -> list[str]:
    return [p.text for p in desk.report.chapters[0].paragraphs]


def test_words_from_an_input_method_land_in_the_session(tab: ChapterTab, desk: Desk) -> None:
    put_cursor(tab.editor, 2, 5)
    commit(tab.editor, "又开四次。")
    assert texts(desk) == ["一、主要成效", "（一）学习", "开会三次。又开四次。"]


def test_a_paragraph_typed_in_keeps_its_id(tab: ChapterTab, desk: Desk) -> None:
    before = [p.id for p in desk.report.chapters[0].paragraphs]
    put_cursor(tab.editor, 1, 3)
    commit(tab.editor, "理论")
    assert [p.id for p in desk.report.chapters[0].paragraphs] == before


def test_composing_changes_nothing_until_the_words_are_handed_over(
    tab: ChapterTab, desk: Desk
) -> None:
    events: list[Event] = []
    desk.session.listen(events.append)
    put_cursor(tab.editor, 2)
    compose(tab.editor, "kai")
    compose(tab.editor, "kai hui")
    assert tab.editor.composing
    assert events == []
    assert desk.history.stack.count() == 0
    commit(tab.editor, "开会")
    assert not tab.editor.composing
    assert len(events) == 1
    assert texts(desk)[2] == "开会开会三次。"


def test_composing_over_a_selection_waits_with_the_loss_of_it(tab: ChapterTab, desk: Desk) -> None:
    events: list[Event] = []
    desk.session.listen(events.append)
    cursor = tab.editor.textCursor()
    put_cursor(tab.editor, 2)
    cursor = tab.editor.textCursor()
    cursor.setPosition(cursor.position() + 2, cursor.MoveMode.KeepAnchor)
    tab.editor.setTextCursor(cursor)
    compose(tab.editor, "xue")
    assert events == []
    commit(tab.editor, "学习")
    assert texts(desk)[2] == "学习三次。"


def test_a_composition_given_up_changes_nothing(tab: ChapterTab, desk: Desk) -> None:
    revision = desk.session.revision
    compose(tab.editor, "kai")
    compose(tab.editor, "")
    assert desk.session.revision == revision


def test_enter_makes_a_paragraph_and_so_does_a_line_break(tab: ChapterTab, desk: Desk) -> None:
    put_cursor(tab.editor, 2, 5)
    QTest.keyClick(tab.editor, Qt.Key.Key_Return)
    commit(tab.editor, "第二段。")
    QTest.keyClick(tab.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    commit(tab.editor, "第三段。")
    assert texts(desk)[2:] == ["开会三次。", "第二段。", "第三段。"]


def test_characters_beyond_the_first_plane_are_kept_whole(tab: ChapterTab, desk: Desk) -> None:
    put_cursor(tab.editor, 2)
    commit(tab.editor, "𠀀𬱖")
    assert texts(desk)[2] == "𠀀𬱖开会三次。"


def test_a_paste_loses_only_what_no_file_can_hold_and_says_so(
    tab: ChapterTab, desk: Desk, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setText("甲\x07乙\ufffe\r\n丙\x0b丁")
    put_cursor(tab.editor, 2)
    with qtbot.waitSignal(tab.editor.cleaned) as told:
        tab.editor.insertFromMimeData(mime)
    assert texts(desk)[2:] == ["甲乙", "丙", "丁开会三次。"]
    assert told.args == [2]


def test_a_paste_brings_words_without_their_formatting(tab: ChapterTab, desk: Desk) -> None:
    mime = QMimeData()
    mime.setHtml("<b>粗</b><img src='file:///etc/hostname'>")
    mime.setText("粗")
    put_cursor(tab.editor, 2)
    tab.editor.insertFromMimeData(mime)
    assert texts(desk)[2] == "粗开会三次。"
    assert "<img" not in tab.editor.toHtml()


def test_a_file_dropped_on_the_text_is_left_to_the_window(tab: ChapterTab) -> None:
    mime = QMimeData()
    mime.setUrls(["file:///tmp/a.docx"])
    mime.setText("/tmp/a.docx")
    assert not tab.editor.canInsertFromMimeData(mime)


def test_a_change_from_elsewhere_is_shown_and_leaves_the_cursor(
    tab: ChapterTab, desk: Desk
) -> None:
    part = desk.report.chapters[0]
    put_cursor(tab.editor, 2, 2)
    changed = (part.paragraphs[0], Paragraph("p90", "（一）理论学习", 2), part.paragraphs[2])
    desk.session.apply(SetParagraphs(part.id, changed))
    tab.refresh()
    assert tab.editor.lines() == ["一、主要成效", "（一）理论学习", "开会三次。"]
    assert tab.editor.textCursor().blockNumber() == 2
    assert tab.editor.textCursor().positionInBlock() == 2


def test_a_blank_typed_at_the_end_stays_on_screen_and_out_of_the_words(
    tab: ChapterTab, desk: Desk
) -> None:
    put_cursor(tab.editor, 2, 5)
    commit(tab.editor, " ")
    tab.refresh()
    assert tab.editor.lines()[2] == "开会三次。 "
    assert texts(desk)[2] == "开会三次。"


def test_a_chapter_emptied_and_filled_again_holds_the_new_words(
    tab: ChapterTab, desk: Desk
) -> None:
    tab.editor.selectAll()
    QTest.keyClick(tab.editor, Qt.Key.Key_Delete)
    assert texts(desk) == [""]
    commit(tab.editor, "重写。")
    assert texts(desk) == ["重写。"]
