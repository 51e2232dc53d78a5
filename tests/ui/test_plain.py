"""C4 in the window: words of a document are never taken for markup that opens something."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from tests.test_architecture import PACKAGE, ROOT, modules

HOSTILE = '全年<img src="//host/share/x.png">开会3次'
OWN_MARKUP = {"start_page.py", "deadline_fields.py", "house_fields.py", "help_dialogs.py"}
"""Modules with a heading or a link of their own in a label."""
TIPS = {"setToolTip", "setTabToolTip", "showText"}


def test_a_label_shows_what_looks_like_markup_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_tip_keeps_plain_words_and_takes_the_sting_out_of_others() -> None:
    assert plain_words("开会3次 & 学习") == "开会3次 & 学习"
    assert "<img" not in plain_words(HOSTILE)
    assert "&lt;img" in plain_words(HOSTILE)
    assert "&amp;lt;" in plain_words("&lt;")


def test_a_message_shows_every_text_of_it_as_it_is(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    formats: list[Qt.TextFormat] = []

    def look(box: QMessageBox) -> int:
        labels = [label for label in box.findChildren(QLabel) if HOSTILE in label.text()]
        formats.extend(label.textFormat() for label in labels)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    parent = QWidget()
    qtbot.addWidget(parent)
    Messages(parent).tell(RolwriterError(HOSTILE, HOSTILE, HOSTILE))
    assert formats == [Qt.TextFormat.PlainText] * 2


def windows_modules() -> list[Path]:
    return [m for m in modules() if (PACKAGE / "ui") in m.parents and m.name != "plain.py"]


def calls(module: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            yield name, node


def test_every_label_is_plain_but_for_those_with_words_of_our_own() -> None:
    found = {
        m.name
        for m in windows_modules()
        for name, _ in calls(m)
        if name in ("QLabel", "QErrorMessage")
    }
    assert found <= OWN_MARKUP


def test_every_tip_is_words_of_our_own_or_made_plain() -> None:
    found = [
        f"{m.relative_to(ROOT)}:{call.lineno}: {ast.unparse(call)}"
        for m in windows_modules()
        for name, call in calls(m)
        if name in TIPS and not any(map(_safe, call.args))
    ]
    assert not found


def _safe(argument: ast.expr) -> bool:
    if isinstance(argument, ast.IfExp):
        return _safe(argument.body) and _safe(argument.orelse)
    if isinstance(argument, ast.Constant):
        return isinstance(argument.value, str)
    words = ast.unparse(argument)
    return words.startswith("plain_words(") or words.endswith(".toolTip()")
