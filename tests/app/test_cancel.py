from __future__ import annotations

from threading import Event

import pytest

from rolwriter.app.cancel import HowFar, cancel_wish, cancellable, say_how_far
from rolwriter.app.documents import recognise_source
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import SourceFile


def test_work_sees_the_wish_of_whoever_started_it_and_nothing_afterwards() -> None:
    event = Event()
    assert cancellable(event, cancel_wish) is event
    assert cancel_wish() is None


def test_a_cancelled_reading_ends_without_an_answer() -> None:
    event = Event()
    event.set()
    source = SourceFile("甲.txt", "一、成效".encode())
    with pytest.raises(RolwriterError, match="已停止读取"):
        cancellable(event, lambda: recognise_source(source))


def test_how_far_the_work_is_reaches_who_started_it_and_nobody_else() -> None:
    told = HowFar()
    say_how_far("没有人听")
    cancellable(Event(), lambda: say_how_far("一半"), told)
    say_how_far("没有人听")
    assert told.words == "一半"
