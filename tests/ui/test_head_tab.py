from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rolwriter.model.change import SetYear
from rolwriter.model.report import PartKind
from rolwriter.ui.chapters.head_tab import HeadTab
from rolwriter.ui.kit.desk import Desk
from tests.ui.typing import commit, compose


@pytest.fixture
def tab(qtbot: QtBot, desk: Desk) -> HeadTab:
    tab = HeadTab(desk, 100)
    qtbot.addWidget(tab)
    return tab


def kinds(desk: Desk) -> list[PartKind]:
    return [part.kind for part in desk.report.parts]


def test_the_form_shows_title_organ_and_year(tab: HeadTab) -> None:
    assert tab.fields[PartKind.TITLE].lines() == ["某局2025年报告"]
    assert tab.authority.text() == "某局"
    assert tab.year.value() == 2025


def test_words_in_an_empty_field_make_the_part_in_its_place(tab: HeadTab, desk: Desk) -> None:
    commit(tab.fields[PartKind.SIGNATURE], "某局")
    commit(tab.fields[PartKind.ADDRESSEE], "区委：")
    assert kinds(desk) == [
        PartKind.TITLE,
        PartKind.ADDRESSEE,
        PartKind.CHAPTER,
        PartKind.CHAPTER,
        PartKind.SIGNATURE,
    ]


def test_a_field_emptied_takes_its_part_out_and_undo_brings_it_back(
    tab: HeadTab, desk: Desk
) -> None:
    field = tab.fields[PartKind.TITLE]
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert PartKind.TITLE not in kinds(desk)
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    tab.refresh()
    assert field.lines() == ["某局2025年报告"]


def test_composing_in_a_field_makes_no_part(tab: HeadTab, desk: Desk) -> None:
    compose(tab.fields[PartKind.ADDRESSEE], "qu wei")
    assert PartKind.ADDRESSEE not in kinds(desk)


def test_a_line_begun_and_still_empty_stays_while_it_is_typed(tab: HeadTab, desk: Desk) -> None:
    field = tab.fields[PartKind.TITLE]
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Return)
    tab.refresh()
    commit(field, "第二行")
    assert desk.report.title == "某局2025年报告第二行"
    assert field.lines() == ["某局2025年报告", "第二行"]


def test_organ_and_year_are_set_without_touching_the_text(tab: HeadTab, desk: Desk) -> None:
    before = desk.report.lines
    tab.authority.clear()
    commit(tab.authority, "另一局")
    tab.authority.textEdited.emit(tab.authority.text())
    tab.year.setValue(2026)
    assert (desk.report.authority, desk.report.year) == ("另一局", 2026)
    assert desk.report.lines == before


def test_a_year_not_filled_in_is_said_in_words(tab: HeadTab, desk: Desk) -> None:
    desk.history.do(SetYear(None), "年度")
    tab.refresh()
    assert tab.year.text() == "未填写"


def test_every_field_has_a_label_buddy_and_a_name_to_be_read_aloud(tab: HeadTab) -> None:
    buddies = {label.buddy() for label in tab.findChildren(QLabel) if label.buddy()}
    fields = {*tab.fields.values(), tab.authority, tab.year}
    assert buddies == fields
    assert all(field.accessibleName() for field in fields)
