"""Giving long work up: who starts it holds an event, who can stop early looks at it.

The event travels beside the call and not through it, so that a use case on the way
need not know whether its caller can cancel.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from threading import Event
from typing import TypeVar

T = TypeVar("T")

_wish: ContextVar[Event | None] = ContextVar("cancel", default=None)


def cancellable(event: Event, work: Callable[[], T]) -> T:
    """Do the work on this thread; setting ``event`` asks it to stop."""
    before = _wish.set(event)
    try:
        return work()
    finally:
        _wish.reset(before)


def cancel_wish() -> Event | None:
    """The event that asks the work under way to stop; None when it cannot be cancelled."""
    return _wish.get()
