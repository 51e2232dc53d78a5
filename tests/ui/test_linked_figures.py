from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest

from rolwriter.model.change import SetParagraphs
from rolwriter.model.ledger import Figure
from rolwriter.model.report import Paragraph, Role
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.ledger.link_dialog import LinkDialog
from rolwriter.ui.main_window import MainWindow
from tests.ui.conftest import project_of
from tests.ui.silent import SilentMessages
from tests.ui.typing import commit, put_cursor

TEXTS = ["一、成效", "召开党组会33次，培训5场。", "再说党组会33次。"]
DOTTED = QTextCharFormat.UnderlineStyle.DotLine


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    window = open_window(project_of((Role.WORK, TEXTS)))
    window.workspace.setCurrentIndex(1)
    return window


def tab(window: MainWindow) -> ChapterTab:
    chapter = window.workspace.chapter
    assert chapter is not None
    return chapter


def paragraphs(window: MainWindow) -> tuple[Paragraph, ...]:
    return window.desk.report.chapters[0].paragraphs


def ledger(window: MainWindow) -> tuple[Figure, ...]:
    return window.session.project.ledger


def underlined(window: MainWindow, row: int) -> list[str]:
    block = tab(window).editor.document().findBlockByNumber(row)
    text = block.text()
    return [
        text[run.start : run.start + run.length]
        for run in block.layout().formats()
        if run.format.underlineStyle() is DOTTED
    ]


def answer(monkeypatch: pytest.MonkeyPatch, row: int) -> None:
    def choose(dialog: LinkDialog) -> int:
        dialog.list.setCurrentRow(row)
        return 1

    monkeypatch.setattr(LinkDialog, "exec", choose)


def test_linked_figures_are_underlined_and_the_words_stay_plain(window: MainWindow) -> None:
    window.ledger.take()
    assert underlined(window, 1) == ["33次", "5场"]
    assert tab(window).editor.lines() == TEXTS
    tab(window).editor.selectAll()
    mime = tab(window).editor.createMimeDataFromSelection()
    assert mime.text() == "\n".join(TEXTS)


def test_the_underline_moves_with_its_words(window: MainWindow) -> None:
    window.ledger.take()
    put_cursor(tab(window).editor, 1, 0)
    commit(tab(window).editor, "𠀀全年")
    block = tab(window).editor.document().findBlockByNumber(1)
    assert block.text().startswith("𠀀全年召开党组会33次")
    runs = [r.start for r in block.layout().formats() if r.format.underlineStyle() is DOTTED]
    assert runs == [9, 15]
    links = paragraphs(window)[1].links
    assert [paragraphs(window)[1].text[k.start : k.end] for k in links] == ["33次", "5场"]


def test_a_number_at_the_cursor_is_linked_to_a_new_figure_by_one_key(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, 0)
    put_cursor(tab(window).editor, 1, 6)
    window.links.show_hint()
    assert "“33次”还没有与台账关联" in window.status.hint
    window.actions_["link"].trigger()
    assert [(f.name, f.value, f.unit) for f in ledger(window)] == [("党组会", 33, "次")]
    assert underlined(window, 1) == ["33次"]
    window.desk.history.undo()
    assert ledger(window) == ()
    assert underlined(window, 1) == []


def test_linking_to_a_figure_with_another_value_asks_which_counts(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, messages: SilentMessages
) -> None:
    answer(monkeypatch, 0)
    put_cursor(tab(window).editor, 1, 6)
    window.links.link()
    put_cursor(tab(window).editor, 1, 12)
    messages.answers = [2]
    answer(monkeypatch, 1)
    window.links.link()
    assert "台账里“党组会”是33次，正文写的是5场" in messages.asked[0]
    assert len(paragraphs(window)[1].links) == 1


def test_a_change_in_the_ledger_reaches_every_linked_place_with_one_undo(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, 0)
    put_cursor(tab(window).editor, 1, 6)
    window.links.link()
    put_cursor(tab(window).editor, 2, 6)
    answer(monkeypatch, 1)
    window.links.link()
    monkeypatch.setattr(
        "rolwriter.ui.ledger.link_desk.QInputDialog.getText", lambda *_args, **_kw: ("约41", True)
    )
    put_cursor(tab(window).editor, 2, 6)
    window.links.change_value()
    assert tab(window).editor.lines()[1:] == ["召开党组会约41次，培训5场。", "再说党组会约41次。"]
    assert "正文已更新2处" in window.status.currentMessage()
    window.desk.history.undo()
    assert tab(window).editor.lines() == TEXTS


def test_a_figure_used_five_times_changes_in_five_places_with_one_undo(
    open_window: Callable[..., MainWindow],
) -> None:
    lines = [f"第{n}处党组会约2.5万次，" for n in "一二三"]
    other = ["二、不足", "党组会约2.5万次，党组会约25000次。"]
    window = open_window(project_of((Role.WORK, ["一、举措", *lines]), (Role.SHORTCOMING, other)))
    window.ledger.take()
    first, *rest = window.session.project.ledger
    links = {p.id: [replace(k, figure=first.id) for k in p.links] for p in every(window)}
    for part in window.desk.report.chapters:
        linked = tuple(replace(p, links=tuple(links[p.id])) for p in part.paragraphs)
        window.session.apply(SetParagraphs(part.id, linked))
    assert len(rest) == 4
    before = [p.text for p in every(window)]
    window.ledger.set(replace(first, value=Decimal(31_000)), "修改台账")
    assert "正文已更新5处" in window.status.currentMessage()
    assert [p.text for p in every(window)] == [
        text.replace("2.5万", "3.1万").replace("25000", "31000") for text in before
    ]
    window.desk.history.undo()
    assert [p.text for p in every(window)] == before


def every(window: MainWindow) -> list[Paragraph]:
    return [p for part in window.desk.report.chapters for p in part.paragraphs]


def retype(window: MainWindow) -> None:
    """Type 41 over the linked 33 of the second paragraph."""
    window.ledger.take()
    put_cursor(tab(window).editor, 1, 5)
    for _ in range(2):
        QTest.keyClick(tab(window).editor, Qt.Key.Key_Delete)
    commit(tab(window).editor, "41")
    window.links.ask_lost()


def test_a_link_broken_by_typing_is_asked_about_without_taking_the_cursor(
    window: MainWindow,
) -> None:
    retype(window)
    bar = tab(window).link_bar
    assert not bar.isHidden()
    assert "“党组会”原来与台账关联（33次），现在写的是“41次”" in bar.words.text()


def test_the_ledger_can_take_the_typed_number(window: MainWindow) -> None:
    retype(window)
    tab(window).link_bar.take.click()
    assert ledger(window)[0].value == 41
    assert underlined(window, 1) == ["41次", "5场"]
    assert tab(window).link_bar.isHidden()


def test_the_number_that_stood_there_can_come_back(window: MainWindow) -> None:
    retype(window)
    tab(window).link_bar.restore.click()
    assert tab(window).editor.lines() == TEXTS
    assert underlined(window, 1) == ["33次", "5场"]
    assert ledger(window)[0].value == 33


def test_the_typed_number_can_stay_plain(window: MainWindow) -> None:
    retype(window)
    tab(window).link_bar.leave.click()
    assert tab(window).link_bar.isHidden()
    assert underlined(window, 1) == ["5场"]
    assert ledger(window)[0].value == 33


def delete(window: MainWindow, times: int) -> None:
    """Take away the linked 33次 of the second paragraph from behind, key by key."""
    window.ledger.take()
    put_cursor(tab(window).editor, 1, 8)
    for _ in range(times):
        QTest.keyClick(tab(window).editor, Qt.Key.Key_Backspace)
    window.links.ask_lost()


@pytest.mark.parametrize(("times", "stands"), [(3, "现在已删去"), (1, "现在写的是“33”")])
def test_a_deleted_link_is_asked_about_and_can_come_back(
    window: MainWindow, times: int, stands: str
) -> None:
    delete(window, times)
    bar = tab(window).link_bar
    assert not bar.isHidden()
    assert stands in bar.words.text()
    assert bar.take.isHidden()
    bar.restore.click()
    assert tab(window).editor.lines() == TEXTS
    assert underlined(window, 1) == ["33次", "5场"]
    assert bar.isHidden()


def test_a_deleted_number_may_stay_away(window: MainWindow) -> None:
    delete(window, 3)
    tab(window).link_bar.leave.click()
    window.links.ask_lost()
    assert tab(window).link_bar.isHidden()
    assert paragraphs(window)[1].text == "召开党组会，培训5场。"


def test_a_sentence_deleted_with_its_number_asks_nothing(window: MainWindow) -> None:
    window.ledger.take()
    put_cursor(tab(window).editor, 1, 9)
    for _ in range(9):
        QTest.keyClick(tab(window).editor, Qt.Key.Key_Backspace)
    window.links.ask_lost()
    assert tab(window).link_bar.isHidden()


def test_an_undo_answers_the_question(window: MainWindow) -> None:
    retype(window)
    window.desk.history.undo()
    window.desk.history.undo()
    window.links.ask_lost()
    assert tab(window).link_bar.isHidden()


def test_the_tooltip_tells_name_value_and_last_year(window: MainWindow) -> None:
    window.ledger.take()
    assert tab(window).editor.tip_at(1, 6) == "台账：党组会 33次（去年没有）"
    assert tab(window).editor.tip_at(1, 1) == ""
