"""Private matter in the window: masked in the public copy or kept with a reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from rolwriter.app.review.review import all_rules_checker
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.engine import Checker
from rolwriter.model.extent import Extent
from rolwriter.model.mask import masked
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.problems.mask_dialog import MaskDialog
from rolwriter.ui.problems.rows import ProblemRow
from tests.ui.conftest import project_of
from tests.ui.own_rules import answer_leave

TEXT = "聘请张建国律师、李爱民律师，电话13812345678。"


@pytest.fixture
def make_checker() -> Callable[[Catalogue, Extent], Checker]:
    return all_rules_checker


@pytest.fixture
def project() -> Project:
    return project_of((Role.WORK, ["一、主要成效", TEXT]))


@pytest.fixture
def checked(window: MainWindow) -> MainWindow:
    window.problems.fresh()
    window.workspace.setCurrentIndex(1)
    return window


def private(window: MainWindow) -> list[ProblemRow]:
    return [row for row in window.problems.standing if row.private]


def stand_at(window: MainWindow, words: str) -> ProblemRow:
    row = next(row for row in private(window) if row.finding.text == words)
    window.problems.panel.tree.select(row.key)
    window.problems.panel.tree.setFocus()
    return row


def public(window: MainWindow) -> list[str]:
    held = window.session.project
    return [line for line in masked(held.report, held.masks).lines if line.startswith("聘请")]


def test_a_name_is_masked_in_the_public_copy_and_stays_in_the_report(checked: MainWindow) -> None:
    stand_at(checked, "张建国律师")
    checked.actions_["problem_fix"].trigger()
    assert checked.desk.report.lines[-1] == TEXT
    assert public(checked) == ["聘请张某某律师、李爱民律师，电话13812345678。"]
    assert "张建国律师" not in [row.finding.text for row in private(checked)]
    checked.actions_["undo"].trigger()
    assert public(checked) == [TEXT]
    assert "张建国律师" in [row.finding.text for row in private(checked)]


def test_all_of_a_kind_are_masked_in_one_step(checked: MainWindow) -> None:
    stand_at(checked, "李爱民律师")
    checked.actions_["problem_fix_all"].trigger()
    assert public(checked) == ["聘请张某某律师、李某某律师，电话13812345678。"]
    checked.actions_["undo"].trigger()
    assert checked.session.project.masks == ()


def test_the_clerk_may_write_other_words(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: MaskDialog) -> int:
        dialog.public.setText("13812345678（略）")
        assert not dialog.accept_button.isEnabled()
        dialog.public.setText("（略）")
        assert dialog.accept_button.isEnabled()
        return QDialog.DialogCode.Accepted.value

    monkeypatch.setattr(MaskDialog, "exec", answer)
    stand_at(checked, "13812345678")
    checked.actions_["problem_mask"].trigger()
    assert public(checked) == ["聘请张建国律师、李爱民律师，电话（略）。"]


def test_what_is_kept_keeps_its_reason_and_is_not_masked(
    checked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_leave(monkeypatch, "已经本人同意公开")
    stand_at(checked, "张建国律师")
    checked.actions_["problem_leave"].trigger()
    assert [i.reason for i in checked.session.project.ignores] == ["已经本人同意公开"]
    assert public(checked) == [TEXT]
    assert "保留（已经本人同意公开）" in "".join(checked.problems.lines())


def test_what_was_decided_is_listed_and_taken_back(checked: MainWindow) -> None:
    stand_at(checked, "13812345678")
    checked.actions_["problem_fix"].trigger()
    panel = checked.problems.panel
    panel.filter.settled.setChecked(True)
    (row,) = panel.tree.shown
    assert panel.filter.settled.text() == "已处理 1"
    panel.tree.select(row.key)
    checked.actions_["problem_take_back"].trigger()
    assert checked.session.project.masks == ()


def test_the_menu_says_what_happens_to_the_public_copy(checked: MainWindow) -> None:
    menu = checked.problem_acts.menu_of(stand_at(checked, "张建国律师"))
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words[:4] == [
        "&1 公开稿中遮盖：张某某律师",
        "公开稿中写作其他文字(&O)…",
        "同类全部遮盖（2处）(&A)",
        "保留(&I)…",
    ]
