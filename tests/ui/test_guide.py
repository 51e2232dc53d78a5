from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from rolwriter.model.front_matter import part_lines
from rolwriter.model.report import PartKind, Role
from rolwriter.ui.chapters.head_tab import HeadTab
from rolwriter.ui.guide.pane import GuidePane
from rolwriter.ui.main_window import MainWindow
from tests.catalog.test_own_folder import TOPIC
from tests.ui.conftest import project_of
from tests.ui.silent import SilentMessages
from tests.ui.typing import put_cursor


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    work = (Role.WORK, ["一、举措", "公布政务服务事项56项。"])
    window = open_window(project_of(work, (Role.SHORTCOMING, ["二、不足"])))
    window.workspace.setCurrentIndex(1)
    return window


def opened(window: MainWindow) -> GuidePane:
    window.actions_["guide"].trigger()
    chapter = window.workspace.chapter
    assert chapter is not None
    assert chapter.guide is not None
    chapter.guide.topic.setCurrentText("政务服务和营商环境")
    return chapter.guide


def fill(pane: GuidePane, field: str, words: str) -> None:
    row = next(row for row in pane.rows if row.field.id == field)
    assert isinstance(row.input, QLineEdit)
    row.input.setText(words)
    row.input.editingFinished.emit()


def test_the_pane_is_made_only_when_it_is_asked_for(window: MainWindow) -> None:
    assert window.workspace.chapter is not None
    assert window.workspace.chapter.guide is None
    pane = opened(window)
    assert pane.isVisible()
    window.actions_["guide"].trigger()
    assert not pane.isVisible()


def test_every_field_has_a_hint_in_sight_and_a_name_to_be_read_aloud(window: MainWindow) -> None:
    pane = opened(window)
    assert pane.rows
    assert pane.hint.text().startswith("提示：")
    for row in pane.rows:
        assert row.input.accessibleName()
        assert row.field.hint


def test_what_the_text_answers_is_shown_with_its_place(window: MainWindow) -> None:
    pane = opened(window)
    row = next(row for row in pane.rows if row.field.id == "service-matters")
    assert isinstance(row.input, QLineEdit)
    assert row.input.text() == "56"
    assert "第1章" in row.last.text()
    pane.adopt.click()
    assert window.session.project.ledger[0].field == "service-matters"
    row.place.click()
    assert window.workspace.chapter is not None
    assert window.workspace.chapter.editor.textCursor().hasSelection()


def test_a_sentence_is_previewed_and_inserted_in_one_step(window: MainWindow) -> None:
    pane = opened(window)
    fill(pane, "service-matters", "60")
    fill(pane, "online-rate", "99")
    assert "60项" in pane.preview.text()
    chapter = window.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 1, 12)
    before = chapter.editor.lines()
    pane.insert.click()
    line = chapter.editor.lines()[1]
    assert line.startswith("公布政务服务事项56项。")
    assert "60项" in line
    assert "99%" in line
    assert len(window.desk.report.chapters[0].paragraphs[1].links) == 2
    window.desk.history.undo()
    assert chapter.editor.lines() == before


def test_a_wrong_number_is_refused_and_the_field_goes_back(
    window: MainWindow, messages: SilentMessages
) -> None:
    pane = opened(window)
    fill(pane, "online-rate", "很高")
    assert "很高" in messages.told[0].what
    assert window.session.project.ledger == ()


def test_f1_tells_example_and_basis(window: MainWindow, messages: SilentMessages) -> None:
    opened(window).explain()
    assert "依据：" in messages.informed[0]


def test_f1_in_the_text_opens_the_fields_and_explains_them(
    window: MainWindow, messages: SilentMessages
) -> None:
    window.go_to_chapter(window.desk.report.chapters[0].id)
    assert window.actions_["guide_explain"].shortcut().toString() == "F1"
    window.actions_["guide_explain"].trigger()
    assert window.workspace.chapter is not None
    pane = window.workspace.chapter.guide
    assert pane is not None
    assert not pane.isHidden()
    assert "依据：" in messages.informed[0]
    window.actions_["guide_explain"].trigger()
    assert len(messages.informed) == 2
    assert not pane.isHidden()


def test_a_chapter_that_is_removed_takes_its_pane_along(window: MainWindow) -> None:
    opened(window)
    window.chapters.remove()
    window.checklist.found.now()
    assert len(window.desk.report.chapters) == 1


def test_the_head_has_guided_fields_whose_sentence_goes_into_the_preamble(
    window: MainWindow,
) -> None:
    window.workspace.setCurrentIndex(0)
    window.actions_["guide"].trigger()
    head = window.workspace.content
    assert isinstance(head, HeadTab)
    pane = head.guide
    assert pane is not None
    assert pane.isVisible()
    assert [pane.topic.itemText(n) for n in range(pane.topic.count())] == [
        "导语",
        "报送和公开记录",
    ]
    fill(pane, "opening-line", "规范机关运行")
    assert pane.composed is not None
    sentence = pane.composed.text
    assert "规范机关运行" in sentence
    pane.insert.click()
    assert part_lines(window.desk.report, PartKind.PREAMBLE) == [sentence]
    assert head.fields[PartKind.PREAMBLE].lines() == [sentence]
    pane.insert.click()
    assert part_lines(window.desk.report, PartKind.PREAMBLE) == [sentence * 2]
    window.desk.history.undo()
    window.desk.history.undo()
    assert not part_lines(window.desk.report, PartKind.PREAMBLE)


def test_an_open_pane_follows_another_catalogue(window: MainWindow, tmp_path: Path) -> None:
    pane = opened(window)
    (tmp_path / "topics_own.toml").write_text(TOPIC, encoding="utf-8")
    settings = replace(window.memory.settings, catalogue_folder=str(tmp_path))
    window.memory.keep(settings)
    window.guide.look_again()
    chapter = window.workspace.chapter
    assert chapter is not None
    assert chapter.guide is not None
    assert chapter.guide is not pane
    assert not chapter.guide.isHidden()
    assert chapter.guide.topic.findText("本地主题") >= 0
