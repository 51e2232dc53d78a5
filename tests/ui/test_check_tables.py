"""What stands beside the list of findings: the page of all rules, shortcomings and measures."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from rolwriter.catalog.rules import load_rules
from rolwriter.model.report import Role
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.problems.pairs_dialog import PairsDialog
from rolwriter.ui.problems.rules_dialog import RulesPage
from tests.ui.conftest import project_of

YES, NO = QDialog.DialogCode.Accepted.value, QDialog.DialogCode.Rejected.value


def test_the_clerk_corrects_which_measure_answers_a_shortcoming(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(
        project_of(
            (Role.SHORTCOMING, ["一、不足", "普法形式单一，原因是人手少。"]),
            (Role.PLAN, ["二、安排", "创新普法形式。", "充实执法队伍。"]),
        )
    )

    def answer(dialog: PairsDialog) -> int:
        assert len(dialog.combos) == 1
        dialog.combos[0].setCurrentIndex(dialog.combos[0].count() - 1)
        return YES

    monkeypatch.setattr(PairsDialog, "exec", answer)
    window.actions_["problem_pairs"].trigger()
    (pairing,) = window.session.project.pairings
    assert "队伍" in pairing.measure
    window.actions_["undo"].trigger()
    assert window.session.project.pairings == ()


def test_the_help_page_lists_every_rule_with_example_and_source(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    pages = list[str]()

    def read(page: RulesPage) -> int:
        pages.append(page.page.toPlainText().replace("\u3000", " "))
        return NO

    monkeypatch.setattr(RulesPage, "exec", read)
    window.actions_["rules_page"].trigger()
    for entry in load_rules().values():
        assert f"{entry.id} {entry.title}" in pages[0]
        assert entry.title in pages[0]
    assert pages[0].count("依据：") == len(load_rules())
