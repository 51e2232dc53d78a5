from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rolwriter.app.collect.slips import SlipReturn
from rolwriter.model.ledger import Figure
from rolwriter.model.report import Carry, Role
from rolwriter.model.slip import TopicText
from rolwriter.ui.kit.choose_dialog import ChooseDialog
from rolwriter.ui.kit.rows_dialog import RowsDialog
from rolwriter.ui.main_window import MainWindow
from tests.ui.conftest import project_of
from tests.ui.silent import SilentMessages

LEDGER = (
    Figure("f90", "党组会", "次", Decimal(33), previous=Decimal(25), supplier="办公室"),
    Figure("f91", "培训", "场", supplier="法规科"),
)


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    made = project_of((Role.WORK, ["一、举措", "开会。"]))
    return open_window(replace(made, ledger=LEDGER))


def accept(monkeypatch: pytest.MonkeyPatch, seen: list[list[str]]) -> None:
    def exec_(dialog: RowsDialog) -> int:
        for row in range(dialog.table.rowCount()):
            cells = (dialog.table.item(row, n) for n in range(dialog.table.columnCount()))
            seen.append([cell.text() for cell in cells if cell])
        return 1 if dialog.act.isEnabled() else 0

    monkeypatch.setattr(RowsDialog, "exec", exec_)


def test_forms_go_out_one_for_each_office_and_come_back_after_a_preview(
    window: MainWindow,
    messages: SilentMessages,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(ChooseDialog, "exec", lambda _dialog: 1)
    messages.paths = [tmp_path]
    window.collect.make_forms()
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["数据征集表-办公室.xlsx", "数据征集表-法规科.xlsx"]
    path = tmp_path / "数据征集表-法规科.xlsx"
    book = load_workbook(path)
    sheet = book.worksheets[0]
    at = {cell.value: cell for row in sheet.iter_rows() for cell in row}
    sheet.cell(at["培训"].row, at["今年数"].column, "约2.5万")
    book.save(path)
    seen: list[list[str]] = []
    accept(monkeypatch, seen)
    messages.paths = [path, tmp_path / "数据征集表-办公室.xlsx"]
    window.collect.read_forms()
    qtbot.waitUntil(lambda: not window.jobs.busy and bool(seen), timeout=30000)
    assert any(row[:3] == ["＋ 新报", "培训", "约2.5万"] for row in seen)
    assert window.session.project.ledger[1].value == 25000
    window.desk.history.undo()
    assert window.session.project.ledger[1].value is None


def test_the_ledger_leaves_as_a_spreadsheet(
    window: MainWindow, messages: SilentMessages, tmp_path: Path
) -> None:
    messages.paths = [tmp_path / "台账.xlsx"]
    window.collect.export_ledger()
    assert load_workbook(tmp_path / "台账.xlsx").worksheets[0].max_row >= 3


def test_a_file_that_is_no_form_is_named_and_changes_nothing(
    window: MainWindow,
    messages: SilentMessages,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"not a spreadsheet")
    seen: list[list[str]] = []
    accept(monkeypatch, seen)
    messages.paths = [bad]
    window.collect.read_forms()
    qtbot.waitUntil(lambda: bool(seen), timeout=30000)
    assert seen[0][0] == "✕ 没有读入"
    assert "坏.xlsx" in seen[0][4]
    assert window.session.project.ledger == LEDGER


def test_a_slip_is_written_for_the_chosen_topics(
    window: MainWindow,
    messages: SilentMessages,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def choose(dialog: ChooseDialog) -> int:
        dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
        return 1

    monkeypatch.setattr(ChooseDialog, "exec", choose)
    messages.paths = [tmp_path / "供稿单.docx"]
    window.collect.make_slip()
    assert (tmp_path / "供稿单.docx").read_bytes()[:2] == b"PK"


def test_the_topics_a_section_has_figures_in_are_ticked_until_the_clerk_ticks(qtbot: QtBot) -> None:
    entries = [("a", "甲"), ("b", "乙")]
    own = {"综合科": {"b"}, "法规科": {"a"}}
    dialog = ChooseDialog(
        "题", "主题", entries, names=["综合科", "法规科"], of_name=lambda name: own.get(name, ())
    )
    qtbot.addWidget(dialog)
    assert dialog.name is not None
    assert dialog.chosen == ["b"]
    dialog.name.setCurrentText("法规科")
    assert dialog.chosen == ["a"]
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.name.setCurrentText("新的科室")
    assert dialog.chosen == ["a", "b"]


def test_returned_words_go_to_their_chapter_marked_unread(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[list[str]] = []
    accept(monkeypatch, seen)
    answers = (TopicText("services", ("公布服务事项清单。",)),)
    returned = [SlipReturn("法规科.docx", answers, unplaced=("多写的一句。",))]
    window.collect.show_returned(returned)
    last = window.desk.report.chapters[0].paragraphs[-1]
    assert (last.text, last.carry) == ("公布服务事项清单。", Carry.UNREAD)
    assert last.origin.ref == "法规科.docx"
    assert ["? 不知放在哪里，不读入", "", "法规科.docx", "多写的一句。"] in seen
    window.desk.history.undo()
    assert len(window.desk.report.chapters[0].paragraphs) == 2
