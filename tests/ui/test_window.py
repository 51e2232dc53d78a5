from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.kit.theme import Appearance
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.window.docks import PANELS
from tests.ui.conftest import project_of
from tests.ui.silent import SilentMessages
from tests.ui.typing import commit, put_cursor


def test_the_first_screen_offers_three_ways_in(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    assert [button.text() for button in window.start.buttons] == [
        "打开去年的报告（推荐）",
        "新建",
        "看示例",
    ]
    assert not window.actions_["save"].isEnabled()
    assert window.actions_["new"].isEnabled()


def test_the_title_tells_the_report_and_whether_it_is_saved(window: MainWindow) -> None:
    assert "某局2025年报告" in window.windowTitle()
    assert "尚未存为文件" in window.windowTitle()
    assert window.isWindowModified()


def test_the_status_bar_counts_the_chapter_and_the_report(window: MainWindow) -> None:
    window.workspace.setCurrentIndex(2)
    assert window.status._counts.text() == "本章8字 · 全文33字"
    chapter = window.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 1)
    commit(chapter.editor, "专职 ")
    assert window.status._counts.text() == "本章10字 · 全文35字"


def test_the_undo_entry_names_what_it_takes_back(window: MainWindow) -> None:
    window.workspace.setCurrentIndex(1)
    window.chapters.remove()
    assert window.actions_["undo"].text() == "撤销删除一章(&U)"
    window.actions_["undo"].trigger()
    assert not window.actions_["undo"].isEnabled()


def test_panels_of_later_versions_are_closed_and_say_so_when_opened(window: MainWindow) -> None:
    assert window.docks.docks["checklist"].isVisible()
    for panel in (panel for panel in PANELS if panel.empty):
        assert not window.docks.docks[panel.name].isVisible()
        window.actions_[f"panel_{panel.name}"].trigger()
        assert window.docks.docks[panel.name].isVisible()
        if panel.empty:
            assert window.docks.docks[panel.name].widget().accessibleName() == panel.empty


def test_the_layout_can_be_put_back(window: MainWindow) -> None:
    window.docks.docks["checklist"].hide()
    window.docks.show("ledger")
    window.reset_layout()
    assert window.docks.docks["checklist"].isVisible()
    assert not window.docks.docks["ledger"].isVisible()


def test_panels_zoom_and_place_are_there_at_the_next_start(
    open_window: Callable[..., MainWindow],
    project: Project,
    messages: SilentMessages,
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.rolw"
    first = open_window(project)
    first.docks.show("ledger")
    first.zoom_by(2)
    first.workspace.setCurrentIndex(2)
    chapter = first.workspace.chapter
    assert chapter is not None
    put_cursor(chapter.editor, 1, 2)
    messages.paths = [path]
    first.save()
    first.close()
    second = open_window()
    second.files.open_path(path)
    assert second.docks.docks["ledger"].isVisible()
    assert second.view.zoom == 150
    assert second.workspace.currentIndex() == 2
    assert second.workspace.chapter is not None
    assert second.workspace.chapter.editor.textCursor().positionInBlock() == 2
    assert second.workspace.chapter.line == 1


@pytest.mark.parametrize("stored", ["nonsense", "bm9uc2Vuc2U="])
def test_a_damaged_layout_is_passed_over(
    open_window: Callable[..., MainWindow], project: Project, stored: str
) -> None:
    first = open_window()
    first.memory.keep(replace(first.memory.settings, window_geometry=stored, window_state=stored))
    assert open_window(project).docks.docks["checklist"].isVisible()


def test_zoom_stays_between_100_and_300_percent(window: MainWindow) -> None:
    window.zoom_by(-1)
    assert window.view.zoom == 100
    window.zoom_by(99)
    assert window.view.zoom == 300
    window.zoom_by(0)
    assert window.view.zoom == 100


def test_everything_that_takes_input_has_a_name_to_be_read_aloud(window: MainWindow) -> None:
    for index in range(window.workspace.count()):
        window.workspace.setCurrentIndex(index)
    nameless = [
        widget
        for kind in (QTextEdit, QLineEdit, QComboBox, QAbstractButton)
        for widget in window.findChildren(kind)
        if not _name(widget) and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
    return widget.accessibleName() or words or widget.toolTip()


def test_it_fits_a_screen_of_1024_by_768(window: MainWindow) -> None:
    hint = window.minimumSizeHint()
    assert hint.width() <= 1024
    assert hint.height() <= 768 - 40


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert sorted(set(keys)) == sorted(keys)


def test_dark_changes_palette_and_icons(window: MainWindow, qtbot: QtBot) -> None:
    def ink() -> float:
        return QGuiApplication.palette().windowText().color().lightnessF()

    def icon_ink() -> float:
        image = window.actions_["save"].icon().pixmap(32, 32).toImage()
        inks = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return max((c for c in inks if c.alpha() > 200), key=lambda c: c.alpha()).lightnessF()

    window.view.set_appearance(Appearance.LIGHT)
    assert ink() < 0.5
    qtbot.waitUntil(lambda: icon_ink() < 0.5)
    window.view.set_appearance(Appearance.DARK)
    assert ink() > 0.5
    qtbot.waitUntil(lambda: icon_ink() > 0.5)
    window.view.set_appearance(Appearance.SYSTEM)


def test_the_status_bar_says_how_many_pages_the_report_has(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(project_of((Role.WORK, ["一、成效", *["依法履职。" * 100] * 2])))
    qtbot.waitUntil(lambda: "约2页" in window.status.counts)
