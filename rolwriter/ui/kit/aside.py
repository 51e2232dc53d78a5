"""Work on a thread of its own that touches no Qt object; its answer is fetched by the window.

A signal emitted from another thread races with the deletion of its object, and the
last reference to a Qt object must not be dropped off the window's thread: both end
the process. So the thread knows a plain function and a queue, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from queue import SimpleQueue
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, QTimer

ASIDE = "aside"
"""The name of every thread that works here."""
_LOOK = 20
"""Milliseconds between two looks for an answer, while one is awaited."""

Work = Callable[[], Any]
Deliver = Callable[[Any, Exception | None], None]
_Answers = SimpleQueue[tuple[int, Any, Exception | None]]

_HELD: list[tuple[Thread, Work]] = []
"""What threads work with, kept until after their end, even when its window is gone: the
thread must not be the last to drop it."""


class Aside(QObject):
    """Runs functions aside; answers arrive on the window's thread while this object lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = count()
        self._awaited: dict[int, Deliver] = {}
        self._answers: _Answers = SimpleQueue()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)

    def start(self, work: Work, deliver: Deliver) -> None:
        """Begin ``work``; ``deliver`` gets its answer, or None and what it raised."""
        number = next(self._numbers)
        self._awaited[number] = deliver
        arguments = (work, number, self._answers)
        thread = Thread(target=_run, args=arguments, name=ASIDE, daemon=True)
        let_go()
        _HELD.append((thread, work))
        thread.start()
        self._timer.start()

    def _look(self) -> None:
        while not self._answers.empty():
            number, answer, error = self._answers.get()
            deliver = self._awaited.pop(number)
            if not self._awaited:
                self._timer.stop()
            deliver(answer, error)


def _run(work: Work, number: int, answers: _Answers) -> None:
    answer, error = None, None
    try:
        answer = work()
    except Exception as caught:  # every failure goes to the window's thread
        error = caught
    answers.put((number, answer, error))


def let_go() -> None:
    """Drop what ended threads have worked with; on the window's thread."""
    _HELD[:] = [(thread, work) for thread, work in _HELD if not _ended(thread)]


def _ended(thread: Thread) -> bool:
    return thread.ident is not None and not thread.is_alive()
