from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from rolwriter.ui.main_window import MainWindow


def test_a_dialog_goes_after_the_act_that_opened_it_and_not_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    first, second = QDialog(window), QDialog(window)

    def act() -> None:
        QTimer.singleShot(0, first, first.accept)
        first.exec()
        QTimer.singleShot(300, second, second.accept)
        second.exec()
        assert isValid(first)

    QTimer.singleShot(0, window, act)
    qtbot.waitUntil(lambda: not isValid(first) and not isValid(second))


def test_a_dialog_that_is_open_stays(qtbot: QtBot, window: MainWindow) -> None:
    kept = QDialog(window)
    kept.show()
    kept.reject()
    kept.show()
    qtbot.wait(250)
    assert isValid(kept)
