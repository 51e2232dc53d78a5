from __future__ import annotations

import pytest

from rolwriter.ui.files.drafts_dialog import DraftsDialog
from rolwriter.ui.kit.difference_dialog import DifferenceDialog
from rolwriter.ui.main_window import MainWindow
from tests.ui.test_files import type_words


def test_a_draft_kept_can_be_gone_back_to_and_that_undone(window: MainWindow) -> None:
    before = window.session.project.report
    window.actions_["draft_keep"].trigger()
    type_words(window, "深入")
    typed = window.session.project.report
    window.drafts.restore(window.session.project.drafts[0])
    assert window.session.project.report == before
    assert [d.automatic for d in window.session.project.drafts] == [False, True]
    window.actions_["undo"].trigger()
    assert window.session.project.report == typed


def test_the_same_again_is_not_kept_and_says_so(window: MainWindow) -> None:
    window.actions_["draft_keep"].trigger()
    window.actions_["draft_keep"].trigger()
    assert len(window.session.project.drafts) == 1
    assert "没有另存" in window.status.currentMessage()


def test_rolling_forward_keeps_last_years_project_as_a_draft(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rolwriter.ui.carry.rolling.RollResult.exec", lambda _: 0)
    before = window.session.project.report
    window.rolling.roll_to(2026)
    (draft,) = window.session.project.drafts
    assert draft.label == "结转到2026年之前"
    window.drafts.restore(draft)
    assert window.session.project.report == before


def test_the_list_compares_restores_and_removes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []
    monkeypatch.setattr(
        DifferenceDialog, "exec", lambda dialog: compared.append(dialog.words.text())
    )

    def use(dialog: DraftsDialog) -> int:
        assert dialog.list.count() == 2
        dialog.list.setCurrentRow(1)
        dialog.compare.click()
        dialog.remove.click()
        assert dialog.list.count() == 1
        dialog.list.setCurrentRow(0)
        dialog.restore.click()
        return 0

    monkeypatch.setattr(DraftsDialog, "exec", use)
    window.drafts.keep()
    first = window.session.project.report
    type_words(window, "深入")
    window.drafts.keep()
    second = window.session.project.report
    assert first != second
    window.actions_["draft_list"].trigger()
    assert "多2字，少0字" in compared[0]
    assert window.session.project.report == second
    assert len(window.session.project.drafts) == 1


def test_an_empty_list_offers_nothing(window: MainWindow) -> None:
    dialog = DraftsDialog(window.session.project, window)
    assert not dialog.restore.isEnabled()
    assert not dialog.compare.isEnabled()
