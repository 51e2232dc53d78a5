from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from rolwriter.app.cancel import cancel_wish
from rolwriter.ui.jobs import Job, Jobs


def test_cancelling_asks_the_work_itself_to_stop(qtbot: QtBot) -> None:
    stopped = Event()

    def work() -> None:
        wish = cancel_wish()
        if wish is not None and wish.wait(5):
            stopped.set()

    jobs = Jobs()
    jobs.start(Job("试", work, lambda _: None, lambda _: None))
    jobs.cancel()
    qtbot.waitUntil(stopped.is_set)
