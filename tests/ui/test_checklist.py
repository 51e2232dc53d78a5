from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from rolwriter.model.checklist import ItemState
from rolwriter.model.report import Role
from rolwriter.ui.checklist.profile_dialog import ProfileDialog
from rolwriter.ui.kit.table_dialog import page_html
from rolwriter.ui.main_window import MainWindow
from rolwriter.writers.xlsx.table import Table, TableColumn
from tests.ui.conftest import project_of

TITLE = "某局关于2025年法治政府建设情况的报告"


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    work = (Role.WORK, ["一、举措", "全年召开党组会33次。"])
    window = open_window(project_of(work, title=TITLE))
    window.checklist.found.now()
    return window


def test_items_stand_with_sign_and_word_and_the_count_is_at_the_foot(window: MainWindow) -> None:
    assert window.checklist.panel.progress.text().startswith("必写 0/")
    assert "必写 0/" in window.status.counts
    window.checklist.panel.stand_at("H1")
    assert "待确认" in window.checklist.panel.about.text()
    assert "依据：" in window.checklist.panel.about.text()


def test_enter_goes_to_the_words_and_the_blank_key_confirms(window: MainWindow) -> None:
    panel = window.checklist.panel
    panel.stand_at("W5")
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    chapter = window.workspace.chapter
    assert chapter is not None
    assert "33次" in chapter.editor.textCursor().block().text()
    QTest.keyClick(panel.tree, Qt.Key.Key_Space)
    row = panel.current
    assert row is not None
    assert (row.item.id, row.state) == ("W5", ItemState.DONE)
    window.desk.history.undo()
    assert window.session.project.checklist == ()


def test_not_applicable_without_a_reason_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [("", True), ("没有制定权", True)]
    monkeypatch.setattr(
        "rolwriter.ui.checklist.desk.QInputDialog.getText", lambda *_a, **_k: answers.pop(0)
    )
    window.checklist.set_state("W8", ItemState.NOT_APPLICABLE)
    assert window.session.project.checklist == ()
    window.checklist.set_state("W8", ItemState.NOT_APPLICABLE)
    assert window.session.project.checklist[0].reason == "没有制定权"
    assert window.checklist.panel.progress.text().startswith("必写 1/")


def test_the_filter_leaves_what_is_asked_for(window: MainWindow) -> None:
    panel = window.checklist.panel
    everything = len(panel.shown)
    panel.only.setCurrentText("等待确认的")
    panel.only.activated.emit(panel.only.currentIndex())
    assert "W5" in panel.shown
    assert len(panel.shown) < everything


def test_profiles_are_chosen_in_a_dialog_and_kept_in_the_project(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def choose(dialog: ProfileDialog) -> int:
        dialog.buttons["enforcement"].setChecked(True)
        return 1

    monkeypatch.setattr(ProfileDialog, "exec", choose)
    assert "W16" not in window.checklist.panel.shown
    window.checklist.choose_profiles()
    assert "enforcement" in window.session.project.profiles
    assert "W16" in window.checklist.panel.shown


def test_both_tables_are_saved_as_a_spreadsheet(window: MainWindow, tmp_path: Path) -> None:
    window.checklist.save_tables(tmp_path / "核对表.xlsx")
    book = load_workbook(tmp_path / "核对表.xlsx")
    assert len(book.worksheets) == 2


def test_a_page_holds_words_as_words() -> None:

    html = page_html(Table("表", (TableColumn("列"),), (("<b>&",),)))
    assert "&lt;b&gt;&amp;" in html


def test_the_columns_of_a_page_fill_its_width() -> None:
    columns = tuple(TableColumn("列", width) for width in (6, 28, 14, 16, 40, 26))
    shares = re.findall(r'width="(\d+)%">列', page_html(Table("表", columns, ())))
    assert sum(map(int, shares)) == 100
