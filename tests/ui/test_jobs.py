from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from rolwriter.app.cancel import cancel_wish, say_how_far
from rolwriter.ui.kit.jobs import Job, Jobs


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


def test_the_work_s_own_words_on_how_far_it_is_are_shown_behind_its_name(qtbot: QtBot) -> None:
    go_on = Event()

    def work() -> None:
        say_how_far("第3页，共5页")
        go_on.wait(30)

    jobs = Jobs()
    with qtbot.waitSignal(jobs.said) as said:
        jobs.start(Job("正在导出", work, lambda _: None, lambda _: None))
    assert said.args == ["正在导出：第3页，共5页"]
    with qtbot.waitSignal(jobs.ended):
        go_on.set()
