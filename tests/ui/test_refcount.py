from __future__ import annotations

import platform
import sys

import PySide6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 10_000


def test_a_void_call_of_qt_does_not_eat_a_reference_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one a call and aborts the process in the end."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setEnabled(True)
    lost = before - sys.getrefcount(None)
    pair = f"PySide6 {PySide6.__version__} with Python {platform.python_version()}"
    assert abs(lost) < CALLS // 100, f"{pair} loses {lost} references in {CALLS} calls"
