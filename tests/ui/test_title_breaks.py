from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rolwriter.app.output.title_breaks import TitleOffer, chosen_offer, title_offers
from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.dispatch import Dispatch
from rolwriter.model.project import Project
from rolwriter.model.report import Report, Role
from rolwriter.ui.chapters.title_dialog import TitleDialog
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.main_window import MainWindow
from tests.ui.conftest import project_of

LONG = "云溪区机关事务服务中心关于2025年法治政府建设情况的报告"
FORMAT = load_page_format()


def long_project() -> Project:
    return project_of((Role.WORK, ["一、成效"]), title=LONG)


def lines_of(offers: Sequence[TitleOffer]) -> list[tuple[str, ...]]:
    return [offer.lines for offer in offers]


def test_the_programs_own_way_is_offered_first_and_every_other_keeps_the_words() -> None:
    own, *others = title_offers(long_project(), FORMAT)
    assert own.breaks is None
    assert own.lines == ("云溪区机关事务服务中心", "关于2025年法治政府建设情况的报告")
    assert len(others) > 2
    assert {"".join(lines) for lines in lines_of(others)} == {LONG}


def test_a_report_without_a_title_has_no_offers() -> None:
    assert title_offers(Project(Report(())), FORMAT) == []


def test_the_choice_is_marked_until_the_title_changes() -> None:
    project = replace(long_project(), dispatch=Dispatch(title_breaks=(18,)))
    offers = title_offers(project, FORMAT)
    assert offers[chosen_offer(project, offers)].breaks == (18,)
    changed = project_of((Role.WORK, ["一、成效"]), title="新" + LONG)
    changed = replace(changed, dispatch=project.dispatch)
    assert chosen_offer(changed, title_offers(changed, FORMAT)) == 0


def test_arrows_choose_and_each_way_is_read_out(desk: Desk, qtbot: QtBot) -> None:
    offers = title_offers(long_project(), FORMAT)
    dialog = TitleDialog(offers, 0, desk.faces)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.offer == offers[1]
    said = dialog.list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "云溪区机关事务服务中心／关于" in said
    assert not dialog.grab().isNull()


def test_the_choice_is_one_step_that_undo_takes_back(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(long_project())

    def exec_(dialog: TitleDialog) -> int:
        dialog.list.setCurrentRow(2)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(TitleDialog, "exec", exec_)
    window.actions_["title_breaks"].trigger()
    chosen = window.session.project.dispatch.title_breaks
    assert chosen == title_offers(long_project(), FORMAT)[2].breaks
    window.desk.history.undo()
    assert window.session.project.dispatch.title_breaks == ()
    window.desk.history.redo()
    assert window.session.project.dispatch.title_breaks == chosen


def test_without_a_title_the_window_says_so(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TitleDialog, "exec", lambda _dialog: pytest.fail("no dialog expected"))
    window = open_window(project_of((Role.WORK, ["一、成效"]), title=""))
    window.actions_["title_breaks"].trigger()
    assert "没有标题" in window.status.currentMessage()
