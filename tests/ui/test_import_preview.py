from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from rolwriter.app.documents import Import
from rolwriter.app.imports.review import Review
from rolwriter.model.draft import Doubt, Draft
from rolwriter.model.project import SourceFile
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.model.source import Note, NoteKind, SourceKind, SourceParagraph
from rolwriter.ui.imports.model import Column, Shown
from rolwriter.ui.imports.preview import ImportPreview

REPORT = Report(
    (
        Part("c1", PartKind.TITLE, (Paragraph("p2", "关于2024年法治政府建设情况的报告"),)),
        Part(
            "c3",
            PartKind.CHAPTER,
            (Paragraph("p4", "一、守正创新", 1), Paragraph("p5", "做了工作。")),
            Role.THEME,
        ),
        Part("c6", PartKind.UNPLACED, (Paragraph("p7", "扫一扫"),)),
    ),
    2024,
    "某局",
)
DRAFT = Draft(
    REPORT,
    8,
    (Doubt("c3", "这一章写什么？", (Role.THEME, Role.WORK)),),
    (Note(NoteKind.REVISION, "有1处修订。", ("旧话",)),),
    (SourceParagraph("内部资料", SourceKind.HEADER),),
)


@pytest.fixture
def preview(qtbot: QtBot) -> ImportPreview:
    dialog = ImportPreview(Review(Import(DRAFT, SourceFile("去年.docx", b"x"), "docx")))
    qtbot.addWidget(dialog)
    return dialog


def cell(preview: ImportPreview, row: int, column: Column) -> str:
    return str(preview.model.index(row, column).data())


def press(preview: ImportPreview, key: Qt.Key) -> None:
    QTest.keyClick(preview.table, key)


def test_it_opens_at_the_first_question(preview: ImportPreview) -> None:
    assert preview.table.currentIndex().row() == 1
    assert cell(preview, 1, Column.STATE) == "？存疑"
    assert preview.bar.answers == ["判断正确(&K)", "改为“主要举措和成效”(&1)"]
    assert preview.remark.text() == "还有1处存疑没有确认。"


def test_a_key_takes_the_selected_row_for_something_else(preview: ImportPreview) -> None:
    preview.table.go_to(3)
    press(preview, Qt.Key.Key_0)
    assert cell(preview, 3, Column.LABEL) == "正文"
    assert [p.text for p in preview.review.unplaced] == []


def test_a_key_works_on_all_selected_rows(preview: ImportPreview) -> None:
    preview.table.selectAll()
    press(preview, Qt.Key.Key_U)
    labels = [cell(preview, row, Column.LABEL) for row in range(4)]
    assert labels == ["未归类"] * 4


def test_a_key_with_ctrl_is_no_label(preview: ImportPreview) -> None:
    preview.table.selectAll()
    QTest.keyClick(preview.table, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert cell(preview, 0, Column.LABEL) == "标题"


def test_the_list_box_of_a_cell_sets_what_is_chosen(preview: ImportPreview) -> None:
    index = preview.model.index(1, Column.ROLE)
    delegate = preview.table.itemDelegateForColumn(Column.ROLE)
    box = QComboBox(preview.table)
    box.addItems(["主要举措和成效"])
    delegate.setModelData(box, preview.model, index)
    assert cell(preview, 1, Column.ROLE) == "主要举措和成效"
    assert cell(preview, 1, Column.STATE) == "✓ 已确认"


def test_only_a_headings_role_can_be_edited(preview: ImportPreview) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert preview.model.flags(preview.model.index(1, Column.ROLE)) & editable
    assert not preview.model.flags(preview.model.index(2, Column.ROLE)) & editable


def test_the_filter_shows_what_it_says(preview: ImportPreview) -> None:
    shown = {Shown.DOUBTFUL: 1, Shown.UNPLACED: 1, Shown.HEADINGS: 2, Shown.ALL: 4}
    for choice, rows in shown.items():
        preview.shown.textActivated.emit(choice.value)
        assert preview.model.rowCount() == rows, choice


def test_a_jump_from_the_summary_sets_the_filter_aside(preview: ImportPreview) -> None:
    preview.shown.textActivated.emit(Shown.DOUBTFUL.value)
    preview.go_to(3)
    assert preview.model.rowCount() == 4
    assert preview.table.currentIndex().row() == 3


def test_dropped_words_headers_and_what_fits_nowhere_can_be_read(preview: ImportPreview) -> None:
    notes = preview.summary.notes
    tops = [notes.topLevelItem(i) for i in range(notes.topLevelItemCount())]
    below = [top.child(i).text(0) for top in tops if top for i in range(top.childCount())]
    assert below == ["扫一扫", "略去：旧话", "页眉：内部资料"]


def test_rolling_forward_to_the_next_year_is_offered_first(preview: ImportPreview) -> None:
    assert preview.roll_year == 2025
    preview.summary.year.setValue(2022)
    assert preview.roll_year == 2023
    preview.keep.setChecked(True)
    assert preview.roll_year is None


def test_without_a_year_there_is_no_rolling_forward(preview: ImportPreview) -> None:
    preview.summary.year.setValue(preview.summary.year.minimum())
    assert preview.review.year is None
    assert preview.remark.text() == "请先在右边填写原报告的年度，再结转。"
    assert not preview.buttons.buttons()[0].isEnabled()
    preview.keep.setChecked(True)
    assert preview.buttons.buttons()[0].isEnabled()


def test_a_year_that_is_not_later_is_refused_with_the_reason(preview: ImportPreview) -> None:
    preview.new_year.setValue(2024)
    assert preview.remark.text() == "新的年度应当晚于2024年。"


def test_everything_can_be_set_back_to_what_was_recognised(preview: ImportPreview) -> None:
    preview.table.selectAll()
    press(preview, Qt.Key.Key_U)
    preview.summary.authority.setText("别的局")
    preview.reset()
    assert preview.review.result().draft.report == REPORT
    assert preview.summary.authority.text() == "某局"
