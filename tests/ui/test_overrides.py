"""Errors raised in C, out of methods that Qt calls: each of these ended the process once."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractListModel, QTimer
from PySide6.QtGui import QCloseEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

FAULTS: list[tuple[Callable[[], object], type[Exception]]] = [
    (lambda: 1 // 0, ZeroDivisionError),
    (lambda: list[int]().pop(), IndexError),
    (lambda: int("七"), ValueError),
    (lambda: next(iter(())), StopIteration),
]


class Failing(QWidget):
    def __init__(self, fail: Callable[[], object]) -> None:
        super().__init__()
        self.fail = fail

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.fail()


@pytest.mark.parametrize(("fail", "kind"), FAULTS, ids=[kind.__name__ for _, kind in FAULTS])
def test_an_error_in_an_event_is_an_error(
    qtbot: QtBot, fail: Callable[[], object], kind: type[Exception]
) -> None:
    widget = Failing(fail)
    widget.show()
    with pytest.raises(kind):
        widget.close()
    widget.show()
    with qtbot.captureExceptions() as raised:
        QTimer.singleShot(0, widget.close)
        qtbot.waitUntil(lambda: not widget.isVisible())
    assert [found for found, _, _ in raised] == [kind]


def test_an_error_in_a_model_is_an_error() -> None:
    class Model(QAbstractListModel):
        def rowCount(self, _parent: object = None) -> int:
            return 1 // 0

    with pytest.raises(ZeroDivisionError):
        Model().hasIndex(0, 0)


def test_an_error_in_a_step_of_undo_is_an_error() -> None:
    class Step(QUndoCommand):
        def redo(self) -> None:
            list[int]().pop()

    with pytest.raises(IndexError):
        QUndoStack().push(Step())


def test_what_is_no_override_is_left_alone() -> None:
    class Plain(QWidget):
        def own_act(self) -> None: ...

    assert not hasattr(Plain.own_act, "__wrapped__")
