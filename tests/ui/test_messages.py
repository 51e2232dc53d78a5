from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Choice, Messages

AGAIN = [Choice("重试"), Choice("另存为…"), Choice("取消", "back")]
SAVE = [Choice("保存"), Choice("不保存", "drop"), Choice("取消", "back")]


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    parent = QWidget()
    qtbot.addWidget(parent)
    return Messages(parent)


@pytest.fixture
def pressed(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What to press in the next box, and the box."""
    seen: dict[str, object] = {}

    def press(box: QMessageBox) -> int:
        seen["box"] = box
        wanted = seen.get("press")
        for button in box.buttons():
            if button.text() == wanted:
                button.click()
        if wanted is None:
            box.reject()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return seen


def test_an_error_says_what_happened_what_it_means_and_what_to_do(
    messages: Messages, pressed: dict[str, object]
) -> None:
    messages.tell(RolwriterError("磁盘已满。", "没有保存。", "清出空间再试。"))
    box = pressed["box"]
    assert isinstance(box, QMessageBox)
    assert box.text() == "磁盘已满。"
    assert box.informativeText() == "没有保存。\n\n清出空间再试。"


@pytest.mark.parametrize(("words", "number"), [("保存", 0), ("不保存", 1), ("取消", 2)])
def test_the_answer_is_the_button_that_was_pressed(
    messages: Messages, pressed: dict[str, object], words: str, number: int
) -> None:
    pressed["press"] = words
    assert messages.ask("要保存吗？", "会丢失。", SAVE) == number


@pytest.mark.usefixtures("pressed")
def test_escape_is_the_last_button(messages: Messages) -> None:
    assert messages.ask("要保存吗？", "会丢失。", SAVE) == 2


def test_an_error_comes_with_what_can_be_done_at_once(
    messages: Messages, pressed: dict[str, object]
) -> None:
    pressed["press"] = "另存为…"
    assert messages.offer(RolwriterError("磁盘已满。", "没有保存。", "换个地方。"), AGAIN) == 1


def test_a_name_windows_forbids_is_told_and_mended_before_the_clerks_eyes(
    messages: Messages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    offered: list[str] = []
    told: list[RolwriterError] = []

    def pick(_title: str, suggested: str, *_: str) -> Path:
        offered.append(suggested)
        return tmp_path / "报告:终稿.rolw" if len(offered) == 1 else Path(suggested)

    monkeypatch.setattr(messages, "_pick", pick)
    monkeypatch.setattr(messages, "tell", told.append)
    path = messages.file_to_save("另存为", str(tmp_path / "a.rolw"), "工程 (*.rolw)", "rolw")
    assert path == tmp_path / "报告：终稿.rolw"
    assert offered[1] == str(path)
    assert "“:”" in told[0].what
    assert "报告：终稿.rolw" in told[0].remedy


def test_a_file_that_has_such_a_name_already_may_be_saved(
    messages: Messages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = tmp_path / "报告?.rolw"
    try:
        there.write_bytes(b"")
    except OSError:
        pytest.skip("this system takes no such name")
    monkeypatch.setattr(messages, "_pick", lambda *_: there)
    assert messages.file_to_save("另存为", "", "工程 (*.rolw)", "rolw") == there
