"""Long work under way: giving it up, and saying how far it is.

Who starts it holds an event and a place for words; who can stop early looks at the one,
who knows how far it is writes the other. Both travel beside the call and not through
it, so that a use case on the way need not know whether its caller shows them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Event
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class HowFar:
    """Words on how far the work is: written on its thread, read on any."""

    words: str = ""


_wish: ContextVar[Event | None] = ContextVar("cancel", default=None)
_told: ContextVar[HowFar | None] = ContextVar("how far", default=None)


def cancellable(event: Event, work: Callable[[], T], how_far: HowFar | None = None) -> T:
    """Do the work on this thread; setting ``event`` asks it to stop."""
    before, told = _wish.set(event), _told.set(how_far)
    try:
        return work()
    finally:
        _wish.reset(before)
        _told.reset(told)


def cancel_wish() -> Event | None:
    """The event that asks the work under way to stop; None when it cannot be cancelled."""
    return _wish.get()


def say_how_far(words: str) -> None:
    """Leave a short Chinese line on how far the work is, for whoever shows it."""
    told = _told.get()
    if told is not None:
        told.words = words
