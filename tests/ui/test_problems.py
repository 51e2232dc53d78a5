"""The checks in the window, as a clerk meets them: list, keys, mending, leaving, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QTextEdit
from pytestqt.qtbot import QtBot

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.rules import load_rules
from rolwriter.checks.engine import Checker
from rolwriter.model.change import SetIgnores, SetYear
from rolwriter.model.extent import Extent
from rolwriter.model.finding import Severity
from rolwriter.model.ignore import Ignore
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.output.final_copy import FinalChoice, FinalCopyDialog
from rolwriter.ui.problems.filter import BY_SEVERITY
from rolwriter.ui.problems.rules_dialog import RulesDialog
from tests.ui.conftest import project_of
from tests.ui.own_rules import ERROR_RULE, WARNING_RULE, Rules, answer_leave, underlined
from tests.ui.typing import commit, compose, put_cursor

YES, NO = QDialog.DialogCode.Accepted.value, QDialog.DialogCode.Rejected.value
WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


@pytest.fixture
def rules() -> Rules:
    return Rules()


@pytest.fixture
def make_checker(rules: Rules) -> Callable[[Catalogue, Extent], Checker]:
    return lambda _catalogue, _extent: rules.checker()


@pytest.fixture
def project() -> Project:
    return project_of(
        (Role.WORK, ["一、主要成效", "𠮷学习(三次)，开会33次(含扩大)。", "办件若干。"]),
        (Role.SHORTCOMING, ["二、不足", "人手少(两人)。"]),
    )


@pytest.fixture
def checked(window: MainWindow) -> MainWindow:
    window.problems.fresh()
    return window


def editor(window: MainWindow) -> QTextEdit:
    chapter = window.workspace.chapter
    assert chapter is not None
    return chapter.editor


def said(window: MainWindow) -> list[str]:
    return [row.finding.text for row in window.problems.standing]


def test_f8_goes_from_finding_to_finding_and_selects_the_exact_characters(
    checked: MainWindow,
) -> None:
    words = list[str]()
    for _ in range(5):
        checked.actions_["problem_next"].trigger()
        words.append(editor(checked).textCursor().selectedText())
    assert words == ["(三次)", "33次", "(含扩大)", "若干", "(两人)"]
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_back"].trigger()
    assert editor(checked).textCursor().selectedText() == "(两人)"


def test_f8_begins_at_the_cursor_where_that_was_moved(checked: MainWindow) -> None:
    checked.workspace.setCurrentIndex(1)
    put_cursor(editor(checked), 1, 14)
    checked.actions_["problem_next"].trigger()
    assert editor(checked).textCursor().selectedText() == "(含扩大)"
    put_cursor(editor(checked), 1, 9)
    checked.actions_["problem_back"].trigger()
    assert editor(checked).textCursor().selectedText() == "(三次)"


def test_enter_in_the_list_goes_to_the_words_and_escape_is_not_needed(checked: MainWindow) -> None:
    panel = checked.problems.panel
    panel.tree.select(checked.problems.standing[2].key)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert editor(checked).textCursor().selectedText() == "(含扩大)"


def test_severity_stands_in_the_text_as_a_shape_and_in_the_list_as_a_word(
    checked: MainWindow,
) -> None:
    checked.workspace.setCurrentIndex(1)
    shapes = dict(underlined(editor(checked), 1))
    grade = load_rules()[ERROR_RULE].severity
    assert shapes["(三次)"] == shapes["(含扩大)"]
    assert (shapes["(三次)"] == WAVE) == (grade is Severity.ERROR)
    words = {row.finding.severity for row in checked.problems.standing}
    tree = checked.problems.panel.tree
    top = tree.topLevelItem(0)
    assert top is not None
    first = top.child(0)
    assert first is not None
    assert first.text(0)[2:] in {"错误", "提醒", "建议"}
    assert words


def test_typing_judges_its_paragraph_alone_and_underlines_at_once(
    checked: MainWindow, rules: Rules
) -> None:
    checked.workspace.setCurrentIndex(1)
    edit = editor(checked)
    rules.seen.clear()
    put_cursor(edit, 2, 4)
    commit(edit, "(略)")
    assert rules.seen == ["办件若干(略)。"]
    assert [words for words, _ in underlined(edit, 2)] == ["若干", "(略)"]


def test_nothing_is_judged_while_an_input_method_composes(
    checked: MainWindow, rules: Rules
) -> None:
    checked.workspace.setCurrentIndex(1)
    edit = editor(checked)
    rules.seen.clear()
    put_cursor(edit, 2, 0)
    compose(edit, "ni")
    assert rules.seen == []
    compose(edit, "")


def test_underlines_stay_with_their_words_when_a_paragraph_is_put_in_above(
    checked: MainWindow,
) -> None:
    checked.workspace.setCurrentIndex(1)
    edit = editor(checked)
    put_cursor(edit, 0, 6)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    commit(edit, "新写一段(略)。")
    assert [words for words, _ in underlined(edit, 1)] == ["(略)"]
    assert [words for words, _ in underlined(edit, 2)] == ["(三次)", "33次", "(含扩大)"]
    assert underlined(edit, 0) == []


def test_findings_come_off_the_windows_thread_after_a_rest(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(window.problems.standing) == 5, timeout=5000)


def test_a_fix_can_be_made_and_taken_back(checked: MainWindow) -> None:
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_fix"].trigger()
    assert "学习（三次）" in checked.desk.report.chapters[0].text
    assert "(三次)" not in said(checked)
    checked.actions_["undo"].trigger()
    assert "学习(三次)" in checked.desk.report.chapters[0].text


def test_all_of_a_kind_are_mended_in_one_step_and_the_number_is_said(checked: MainWindow) -> None:
    before = checked.desk.report
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_fix_all"].trigger()
    assert said(checked) == ["33次", "若干"]
    assert "3处" in checked.status.currentMessage()
    checked.actions_["undo"].trigger()
    assert checked.desk.report == before


def test_the_menu_at_the_words_offers_fixes_leaving_and_silence(checked: MainWindow) -> None:
    checked.actions_["problem_next"].trigger()
    row = checked.problems.here()
    assert row is not None
    menu = checked.problem_acts.menu_of(row)
    words = [action.text() for action in menu.actions() if action.text()]
    assert "改为“（三次）”" in words[0]
    assert any("同类全部改正（3处）" in w for w in words)
    assert any("忽略" in w for w in words)
    menu.actions()[0].trigger()
    assert "(三次)" not in said(checked)


def test_the_finding_at_the_cursor_is_meant_and_not_the_lists(checked: MainWindow) -> None:
    checked.workspace.setCurrentIndex(1)
    edit = editor(checked)
    edit.setFocus()
    put_cursor(edit, 2, 3)
    row = checked.problems.here()
    assert row is not None
    assert row.finding.text == "若干"


def test_leaving_asks_a_reason_shows_it_under_a_filter_and_can_be_undone(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_leave(monkeypatch, "引用原文")
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_leave"].trigger()
    assert "(三次)" not in said(checked)
    panel = checked.problems.panel
    panel.filter.settled.setChecked(True)
    assert [row.finding.text for row in panel.tree.shown] == ["(三次)"]
    panel.tree.select(panel.tree.shown[0].key)
    assert "引用原文" in panel.details.toPlainText()
    checked.actions_["undo"].trigger()
    assert "(三次)" in said(checked)


def test_without_a_reason_nothing_is_left(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_leave(monkeypatch, "")
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_leave"].trigger()
    assert checked.session.project.ignores == ()


def test_what_was_left_can_be_taken_up_again(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_leave(monkeypatch, "引用原文")
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_leave"].trigger()
    checked.problems.panel.filter.settled.setChecked(True)
    checked.problems.panel.tree.select(checked.problems.panel.tree.shown[0].key)
    checked.actions_["problem_take_back"].trigger()
    assert checked.session.project.ignores == ()


def test_last_years_reason_is_filled_in_and_one_press_renews_it(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = checked.problems.standing[0].finding
    old = Ignore(finding.rule_id, finding.location.paragraph_id, finding.text, "固定写法", 2024)
    checked.desk.history.do(SetIgnores((old,)), "")
    assert "(三次)" in said(checked)
    answer_leave(monkeypatch, "")  # nothing typed: the reason stands there already
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_leave"].trigger()
    assert [(i.reason, i.year) for i in checked.session.project.ignores] == [("固定写法", 2025)]
    checked.desk.history.do(SetYear(2026), "")
    assert "(三次)" in said(checked)


def test_a_rule_switched_off_in_the_report_is_silent_until_undone(checked: MainWindow) -> None:
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_silence"].trigger()
    assert said(checked) == ["33次", "若干"]
    checked.actions_["undo"].trigger()
    assert len(said(checked)) == 5


def test_rules_are_switched_off_for_this_or_for_all_reports_in_the_dialog(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: RulesDialog) -> int:
        for rule_id, column in ((ERROR_RULE, 2), (WARNING_RULE, 3)):
            dialog.stand_at(rule_id)
            item = dialog.tree.currentItem()
            assert item is not None
            item.setCheckState(column, Qt.CheckState.Unchecked)
        return YES

    monkeypatch.setattr(RulesDialog, "exec", answer)
    checked.actions_["problem_rules"].trigger()
    assert checked.session.project.silent_rules == (ERROR_RULE,)
    assert checked.memory.settings.silent_rules == (WARNING_RULE,)
    assert said(checked) == ["33次"]


def test_the_list_keeps_its_place_after_a_re_check(checked: MainWindow) -> None:
    panel = checked.problems.panel
    panel.tree.select(checked.problems.standing[3].key)
    checked.problems.spot.go_to(checked.desk.report.chapters[1].paragraphs[1].id)
    edit = editor(checked)
    put_cursor(edit, 1, 0)
    commit(edit, "一线")
    checked.problems.fresh()
    assert panel.current is not None
    assert panel.current.finding.text == "若干"


def test_when_the_current_finding_is_mended_f8_goes_to_the_one_that_followed(
    checked: MainWindow,
) -> None:
    checked.actions_["problem_next"].trigger()
    checked.actions_["problem_fix"].trigger()
    checked.actions_["problem_next"].trigger()
    assert editor(checked).textCursor().selectedText() == "33次"


def test_the_list_is_filtered_by_words_severity_and_family_and_grouped(
    checked: MainWindow,
) -> None:
    panel = checked.problems.panel
    panel.filter.search.setText("扩大")
    assert [row.finding.text for row in panel.tree.shown] == ["(含扩大)"]
    panel.filter.search.clear()
    panel.filter.family.setCurrentIndex(panel.filter.family.findData("figure"))
    assert [row.finding.text for row in panel.tree.shown] == ["33次"]
    panel.filter.family.setCurrentIndex(0)
    for box in panel.filter.severities.values():
        box.setChecked(False)
    assert panel.tree.shown == []
    for box in panel.filter.severities.values():
        box.setChecked(True)
    panel.filter.group.setCurrentText(BY_SEVERITY)
    assert panel.tree.topLevelItemCount() == len(
        {row.finding.severity for row in checked.problems.standing}
    )


def test_tabs_and_status_bar_count_what_stands(checked: MainWindow) -> None:
    assert f"待处理{checked.problems.waiting}" in checked.status.counts
    assert checked.problems.waiting > 0
    chapter = checked.workspace.tabText(1)
    assert "!" in chapter or "?" in chapter


def test_an_empty_list_says_how_much_was_checked_and_when(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window(project_of((Role.WORK, ["一、成效", "开会。"])))
    window.problems.check()
    words = window.problems.panel.headline.text()
    assert "未发现问题（已检查" in words
    assert f"{len(load_rules())} 条规则" in words


def test_the_list_is_copied_as_text(checked: MainWindow) -> None:
    checked.actions_["problem_copy"].trigger()
    copied = QGuiApplication.clipboard().text()
    assert "第1章第2段，第1页第3行：“(三次)”　括号用全角。　可改为：（三次）" in copied


def test_open_errors_are_listed_before_an_export(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()

    def answer(dialog: FinalCopyDialog) -> int:
        asked.append(dialog.list.toPlainText())
        dialog.choice = FinalChoice.SETTLE
        return YES

    monkeypatch.setattr(FinalCopyDialog, "exec", answer)
    assert not checked.carry.may_export()
    assert "括号用全角" in asked[0]
    assert checked.docks.docks["problems"].isVisible()


def test_another_report_starts_with_no_findings_of_the_last(checked: MainWindow) -> None:
    checked.session.open(project_of((Role.WORK, ["一、成效"])), None)
    assert said(checked) == []
    assert "待处理" not in checked.status.counts
