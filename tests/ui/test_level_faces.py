from __future__ import annotations

import pytest
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from rolwriter.catalog.page_format import load_page_format
from rolwriter.ui.chapters.report_edit import ReportEdit
from rolwriter.ui.kit.faces import Faces
from tests.ui.typing import commit, put_cursor


@pytest.fixture
def edit(qtbot: QtBot) -> ReportEdit:
    edit = ReportEdit(Faces(load_page_format()))
    qtbot.addWidget(edit)
    return edit


def heads(edit: ReportEdit) -> list[tuple[int, int]]:
    """(length, level) of what is set as heading in each paragraph, 0 for none."""
    block: QTextBlock = edit.document().begin()
    found: list[tuple[int, int]] = []
    while block.isValid():
        runs = block.layout().formats()
        found.append((runs[0].length if runs else 0, block.userState() % 10))
        block = block.next()
    return found


def test_headings_are_set_in_their_faces_and_text_is_not(edit: ReportEdit) -> None:
    edit.show_paragraphs(["一、成效", "（一）学习", "开会三次。"], [1, 2, 0])
    assert heads(edit) == [(4, 1), (5, 2), (0, 0)]


def test_a_heading_run_into_its_text_is_set_in_part(edit: ReportEdit) -> None:
    edit.show_paragraphs(["（一）学习制度。全年开会三次。"], [2])
    assert heads(edit) == [(8, 2)]


def test_a_number_typed_turns_the_paragraph_into_a_heading(edit: ReportEdit) -> None:
    edit.show_paragraphs(["学习"], [0])
    put_cursor(edit, 0)
    commit(edit, "（一）")
    assert heads(edit) == [(5, 2)]


def test_a_level_set_by_hand_stands_until_the_number_changes(edit: ReportEdit) -> None:
    edit.show_paragraphs(["其他情况"], [1])
    put_cursor(edit, 0, 4)
    commit(edit, "说明")
    assert heads(edit) == [(6, 1)]
    put_cursor(edit, 0)
    commit(edit, "（一）")
    assert heads(edit) == [(9, 2)]


def test_a_key_draws_its_own_paragraph_alone(edit: ReportEdit) -> None:
    edit.show_paragraphs(["一、甲", *["字。"] * 200], [1, *[0] * 200])
    drawn: list[str] = []
    whole = edit._highlighter.highlightBlock
    edit._highlighter.highlightBlock = lambda text: (drawn.append(text), whole(text))  # type: ignore[method-assign]
    put_cursor(edit, 100)
    commit(edit, "一")
    assert len(drawn) <= 2


def test_a_full_line_holds_28_characters(edit: ReportEdit) -> None:
    edit.show_paragraphs(["国" * 100], [0])
    edit.resize(1000, 400)
    edit.show()
    layout = edit.document().begin().layout()
    assert [layout.lineAt(i).textLength() for i in range(3)] == [26, 28, 28]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_zoom_keeps_28_characters_where_there_is_room(edit: ReportEdit, percent: int) -> None:
    edit.show_paragraphs(["国" * 100], [0])
    edit.resize(2400, 400)
    edit.set_zoom(percent)
    edit.show()
    assert edit.document().begin().layout().lineAt(1).textLength() == 28


def test_on_a_narrow_window_lines_turn_early_and_nothing_is_cut_off(edit: ReportEdit) -> None:
    edit.show_paragraphs(["国" * 100], [0])
    edit.resize(500, 400)
    edit.show()
    layout = edit.document().begin().layout()
    assert layout.lineAt(1).textLength() < 28
    assert edit.document().size().width() <= edit.viewport().width()


@pytest.mark.usefixtures("qapp")
def test_a_face_that_is_missing_is_named_with_its_stand_in() -> None:
    for face in Faces(load_page_format()).shown.values():
        assert face.substituted == (face.family != face.official)
        assert face.design
