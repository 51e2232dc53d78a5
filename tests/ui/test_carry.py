"""From last year's text to this year's, as a clerk goes: list, keys, settling, undo, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from rolwriter.app.carry.entries import EntryKind
from rolwriter.app.carry.roll_forward import roll_forward
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer
from rolwriter.model.report import Carry, Role
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.output.final_copy import FinalChoice, FinalCopyDialog
from rolwriter.ui.output.proof_dialog import ProofDialog
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
def rolled(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window(roll_forward(last_year(), 2026).project)


def step_to(window: MainWindow, kind: EntryKind) -> None:
    """F7 until the list stands at an entry of that kind."""
    for _ in range(40):
        window.actions_["carry_next"].trigger()
        entry = window.carry.list.current
        if entry is not None and entry.kind is kind:
            return
    pytest.fail(f"no entry of kind {kind}")


def selected(window: MainWindow) -> str:
    chapter = window.workspace.chapter
    assert chapter is not None
    return chapter.editor.textCursor().selectedText()


def paragraph(window: MainWindow, text: str) -> Carry:
    return next(p.carry for p in window.desk.report.paragraphs if p.text == text)


def test_f7_begins_at_the_cursor_and_not_at_the_top_of_the_list(rolled: MainWindow) -> None:
    rolled.workspace.setCurrentIndex(2)
    chapter = rolled.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 1, 2)
    rolled.actions_["carry_next"].trigger()
    entry = rolled.carry.list.current
    assert entry is not None
    assert entry.text == "健全工作机制。"


def test_f7_goes_from_place_to_place_and_selects_the_exact_characters(rolled: MainWindow) -> None:
    step_to(rolled, EntryKind.FIGURE)
    assert selected(rolled) == "33次"
    rolled.actions_["carry_next"].trigger()
    assert selected(rolled) == "12件"
    rolled.actions_["carry_back"].trigger()
    assert selected(rolled) == "33次"


def test_a_paragraph_is_stood_in_but_not_selected(rolled: MainWindow) -> None:
    rolled.actions_["carry_back"].trigger()
    step_to(rolled, EntryKind.PARAGRAPH)
    rolled.actions_["carry_next"].trigger()
    assert selected(rolled) == ""
    assert rolled.carry.spot.paragraph() is not None


def test_the_title_is_gone_to_in_its_field(rolled: MainWindow) -> None:
    title = next(rolled.desk.report.paragraphs)
    assert rolled.carry.spot.go_to(title.id)
    assert rolled.workspace.current_key == "head"
    assert rolled.carry.spot.paragraph() == title


def test_confirming_settles_a_paragraph_and_can_be_undone(rolled: MainWindow) -> None:
    rolled.carry.spot.go_to(rolled.desk.report.chapters[1].paragraphs[1].id)
    rolled.actions_["carry_confirm"].trigger()
    assert paragraph(rolled, "健全工作机制。") is Carry.CONFIRMED
    rolled.actions_["undo"].trigger()
    assert paragraph(rolled, "健全工作机制。") is Carry.UNREAD


def test_a_paragraph_with_last_years_year_is_confirmed_only_by_a_second_press(
    rolled: MainWindow,
) -> None:
    text = rolled.desk.report.chapters[0].paragraphs[1]
    rolled.carry.spot.go_to(text.id)
    rolled.actions_["carry_confirm"].trigger()
    assert paragraph(rolled, text.text) is Carry.UNREAD
    assert "“2025年”、“截至目前”" in rolled.status.currentMessage()
    rolled.actions_["carry_confirm"].trigger()
    assert paragraph(rolled, text.text) is Carry.CONFIRMED


def test_the_proposed_year_is_moved_only_when_asked(rolled: MainWindow) -> None:
    text = rolled.desk.report.chapters[0].paragraphs[1]
    rolled.carry.spot.go_to(text.id)
    rolled.actions_["carry_years"].trigger()
    after = rolled.desk.report.chapters[0].paragraphs[1]
    assert after.text == "2026年开会33次，截至目前办件12件。"
    assert after.carry is Carry.UNREAD


def test_leaving_out_takes_the_paragraph_and_undo_brings_it_back(rolled: MainWindow) -> None:
    before = rolled.desk.report
    rolled.carry.spot.go_to(before.chapters[1].paragraphs[1].id)
    rolled.actions_["carry_leave_out"].trigger()
    assert "健全" not in rolled.desk.report.chapters[1].text
    rolled.actions_["undo"].trigger()
    assert rolled.desk.report == before


def test_rewriting_selects_the_year_where_one_is_proposed(rolled: MainWindow) -> None:
    rolled.carry.spot.go_to(rolled.desk.report.chapters[0].paragraphs[1].id)
    rolled.actions_["carry_rewrite"].trigger()
    assert selected(rolled) == "2025"
    rolled.carry.spot.go_to(rolled.desk.report.chapters[1].paragraphs[1].id)
    rolled.actions_["carry_rewrite"].trigger()
    assert selected(rolled) == "健全工作机制。"


def test_the_list_stays_at_its_place_when_an_entry_is_settled(
    rolled: MainWindow, qtbot: QtBot
) -> None:
    rolled.carry.begin()
    rolled.actions_["carry_next"].trigger()
    first = rolled.carry.list.current
    assert first is not None
    count = len(rolled.carry.found.now()[1])
    rolled.actions_["carry_confirm"].trigger()
    qtbot.waitUntil(lambda: rolled.carry.found.is_fresh)
    assert len(rolled.carry.found.now()[1]) < count
    follower = rolled.carry.list.current
    assert follower is not None
    assert follower.key != first.key
    rolled.actions_["carry_next"].trigger()
    assert rolled.carry.list.current == follower


def test_the_list_follows_typing_without_being_asked(rolled: MainWindow, qtbot: QtBot) -> None:
    rolled.carry.found.now()
    rolled.workspace.setCurrentIndex(2)
    chapter = rolled.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 1)
    commit(chapter.editor, "继续")
    assert not rolled.carry.found.is_fresh
    qtbot.waitUntil(lambda: rolled.carry.found.is_fresh)
    unread = [e.text for e in rolled.carry.found.now()[1] if e.kind is EntryKind.PARAGRAPH]
    assert "健全工作机制。" not in unread
    assert rolled.workspace.tabText(2) == "二 安排 未核1"


def test_the_tabs_say_how_many_paragraphs_wait(rolled: MainWindow) -> None:
    names = [rolled.workspace.tabText(index) for index in range(3)]
    assert names == ["报头 未核1", "一 举措成效 未核2", "二 安排 未核2"]


def test_the_panel_shows_last_year_with_differences_and_years(
    rolled: MainWindow, qtbot: QtBot
) -> None:
    rolled.docks.show("previous")
    panel = rolled.carry.previous
    rolled.carry.spot.go_to(rolled.desk.report.chapters[0].paragraphs[0].id)
    qtbot.waitUntil(lambda: "沿用未核" in panel.state.text())
    assert "一、20252026年主要成效" in panel.view.toPlainText()
    rolled.carry.spot.go_to(rolled.desk.report.chapters[0].paragraphs[1].id)
    qtbot.waitUntil(lambda: [b.text() for b in panel.years] == ["2025年 → 2026年"])
    assert "33次" in panel.view.toPlainText().partition("去年的数字")[2]
    panel.years[0].click()
    assert "2026年开会" in rolled.desk.report.chapters[0].text


def test_differences_are_told_by_line_and_not_by_colour(rolled: MainWindow, qtbot: QtBot) -> None:
    rolled.docks.show("previous")
    panel = rolled.carry.previous
    rolled.carry.spot.go_to(rolled.desk.report.chapters[0].paragraphs[0].id)
    qtbot.waitUntil(lambda: "2026" in panel.view.toPlainText())
    cursor = panel.view.textCursor()
    looks = dict[str, tuple[bool, bool]]()
    for position in range(len("一、20252026年主要成效")):
        cursor.setPosition(position + 1)
        form = cursor.charFormat()
        text = panel.view.toPlainText()[position]
        looks[f"{position}{text}"] = (form.fontStrikeOut(), form.fontUnderline())
    assert looks["22"] == (True, False)
    assert looks["62"] == (False, True)


def test_a_report_without_a_last_year_is_offered_one(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.show("previous")
    panel = window.carry.previous
    qtbot.waitUntil(lambda: "没有去年的报告" in panel.state.text())


def test_promises_are_answered_by_keys_with_a_place_and_undone(rolled: MainWindow) -> None:
    target = rolled.desk.report.chapters[0].paragraphs[1]
    rolled.carry.spot.go_to(target.id)
    rolled.docks.show("promises")
    panel = rolled.carry.promises
    panel.stand_at(rolled.session.project.promises[0].id)
    QTest.keyClick(panel.tree, Qt.Key.Key_2)
    QTest.keyClick(panel.tree, Qt.Key.Key_P)
    promise = rolled.session.project.promises[0]
    assert (promise.answer, promise.place) == (Answer.ONGOING, target.id)
    rolled.workspace.setCurrentIndex(0)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert rolled.carry.spot.paragraph() == target
    rolled.actions_["undo"].trigger()
    rolled.actions_["undo"].trigger()
    assert rolled.session.project.promises[0].answer is Answer.WAITING


def test_a_promises_place_that_is_gone_is_said(rolled: MainWindow) -> None:
    target = rolled.desk.report.chapters[0].paragraphs[1]
    rolled.carry.spot.go_to(target.id)
    rolled.carry.settling.place(rolled.session.project.promises[0].id)
    rolled.actions_["carry_leave_out"].trigger()
    rolled.carry.promises.show_promises(rolled.session.project)
    item = rolled.carry.promises.tree.topLevelItem(0)
    assert item is not None
    assert item.text(3) == "（该段已删去）"


def test_the_list_can_be_copied_as_text(rolled: MainWindow) -> None:
    rolled.actions_["carry_copy"].trigger()
    assert "沿用未核的段落：5段" in QGuiApplication.clipboard().text()


def test_the_list_can_be_printed(
    rolled: MainWindow,
    messages: SilentMessages,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    def to_file(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFileName(str(tmp_path / "清单.pdf"))
        return YES

    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    messages.answers.append(0)  # 仍要打印, should official fonts be missing here
    rolled.actions_["carry_print"].trigger()
    qtbot.waitUntil(lambda: "已送去打印" in rolled.status.currentMessage(), timeout=20_000)
    assert (tmp_path / "清单.pdf").read_bytes().startswith(b"%PDF")


def test_export_is_held_back_until_the_clerk_has_seen_what_waits(
    rolled: MainWindow,
    messages: SilentMessages,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    asked = list[str]()
    choices = [FinalChoice.CANCEL, FinalChoice.SETTLE, FinalChoice.EXPORT]

    def answer(dialog: FinalCopyDialog) -> int:
        asked.append(dialog.list.toPlainText())
        dialog.choice = choices[len(asked) - 1]
        return YES

    monkeypatch.setattr(FinalCopyDialog, "exec", answer)
    proofs = list[ProofDialog]()

    def look(dialog: ProofDialog) -> None:
        proofs.append(dialog)

    monkeypatch.setattr(ProofDialog, "exec", look)
    rolled.output.export(CopyKind.FORMAL)
    assert "33次" in asked[0]
    rolled.output.export(CopyKind.FORMAL)
    assert rolled.docks.docks["carry"].isVisible()
    messages.paths = [tmp_path / "稿.docx"]
    rolled.output.export(CopyKind.FORMAL)
    qtbot.waitUntil(lambda: bool(proofs))
    assert (tmp_path / "稿.docx").exists()


def test_a_report_with_nothing_carried_goes_out_without_a_question(window: MainWindow) -> None:
    assert window.carry.may_export()


def test_every_panel_says_what_it_is_to_a_screen_reader(window: MainWindow) -> None:
    carry = window.carry
    for widget in (carry.list.tree, carry.promises.tree, carry.previous.view):
        assert widget.accessibleName()
