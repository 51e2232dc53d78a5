from __future__ import annotations

import threading
import weakref
from queue import SimpleQueue

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from rolwriter.ui.kit.aside import Aside, let_go


class Held:
    """Work that waits to be told, and says on which thread it is."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.threads: SimpleQueue[threading.Thread] = SimpleQueue()

    def work(self) -> str:
        self.threads.put(threading.current_thread())
        self.go_on.wait(10)
        return "done"


def test_an_answer_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    parent = QObject()
    seen = list[tuple[object, int]]()
    work = Held()
    Aside(parent).start(work.work, lambda answer, _: seen.append((answer, threading.get_ident())))
    work.go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [("done", threading.get_ident())]


def test_a_thread_is_never_the_last_to_drop_what_it_worked_with() -> None:
    parent = QObject()
    work = Held()
    dropped_on = list[int]()
    weakref.finalize(work, lambda: dropped_on.append(threading.get_ident()))
    go_on = work.go_on
    aside = Aside(parent)
    aside.start(work.work, lambda *_: None)
    thread = work.threads.get(timeout=10)
    delete(parent)
    del aside, work, parent
    go_on.set()
    thread.join(10)
    assert dropped_on == []
    let_go()
    assert dropped_on == [threading.get_ident()]


def test_an_answer_nobody_waits_for_any_more_is_dropped(qtbot: QtBot) -> None:
    parent = QObject()
    seen = list[object]()
    Aside(parent).start(lambda: 1, lambda *answer: seen.append(answer))
    delete(parent)
    qtbot.wait(60)
    assert seen == []
