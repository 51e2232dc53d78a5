from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from rolwriter.app.settings import load_settings
from rolwriter.catalog.house import House
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.window.settings_dialog import SettingsDialog
from tests.ui.silent import SilentMessages


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path, percent: int = 30) -> None:
    def exec_(dialog: SettingsDialog) -> int:
        dialog.folder.setText(str(folder))
        dialog.jump.setValue(percent)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(SettingsDialog, "exec", exec_)


def test_a_sound_folder_is_taken_and_the_threshold_kept(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    item = (
        '[[item]]\nid = "Q1"\nchapter = "work"\ntitle = "本区要求的事项"\nlevel = "usual"\n'
        'basis = [{ note = "区里的通知" }]\n'
    )
    (tmp_path / "checklist.toml").write_text(item, "utf-8")
    choose(monkeypatch, tmp_path, 50)
    window.show_settings()
    assert window.memory.settings.jump_percent == 50
    window.session.open(window.session.project, None)
    assert "Q1" in {row.item.id for row in window.checklist.found.now().rows}


def test_a_broken_folder_is_refused_with_its_place(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    messages: SilentMessages,
    tmp_path: Path,
) -> None:
    (tmp_path / "checklist.toml").write_text('[[item]]\nidd = "Q1"\n', "utf-8")
    choose(monkeypatch, tmp_path)
    window.show_settings()
    assert window.memory.settings.catalogue_folder == ""
    assert "checklist.toml" in messages.told[0].what + messages.told[0].consequence


def test_a_folder_that_broke_later_leaves_the_official_catalogue_in_use_and_is_told_once(
    open_window: Callable[..., MainWindow], messages: SilentMessages, tmp_path: Path
) -> None:
    (tmp_path / "checklist.toml").write_text("[[item", "utf-8")
    window = open_window()
    window.memory.keep(replace(window.memory.settings, catalogue_folder=str(tmp_path)))
    assert window.checklist.found.now().rows
    assert len(messages.told) == 1


def test_house_rules_are_kept_and_set_the_pages_at_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exec_(dialog: SettingsDialog) -> int:
        dialog.house.page.setCurrentIndex(dialog.house.page.findData("line28"))
        dialog.house.lone.setCurrentIndex(dialog.house.lone.findData("kept"))
        dialog.house.heading.setCurrentIndex(dialog.house.heading.findData("moved"))
        dialog.house.space.setCurrentIndex(dialog.house.space.findData("none"))
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(SettingsDialog, "exec", exec_)
    window.show_settings()
    assert window.memory.settings.house == House(
        page="line28", lone_character="kept", heading_at_foot="moved", autospace="none"
    )
    assert load_settings().house == window.memory.settings.house
    assert window.memory.page_format().grid.line == 560
    again = SettingsDialog(window.memory.settings, window.messages, window)
    assert again.house.chosen == window.memory.settings.house


def test_the_limits_of_the_extent_are_kept_and_the_hint_never_lies_above_the_warning(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exec_(dialog: SettingsDialog) -> int:
        dialog.limit.setValue(4000)
        dialog.hint.setValue(4500)
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(SettingsDialog, "exec", exec_)
    window.show_settings()
    settings = window.memory.settings
    assert (settings.words_hint, settings.words_limit) == (4500, 4500)


def test_on_a_small_screen_the_fields_scroll_and_none_is_squeezed(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(window.memory.settings, window.messages, window)
    qtbot.addWidget(dialog)
    dialog.resize(480, 320)
    dialog.show()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    assert buttons.geometry().bottom() <= dialog.height()
