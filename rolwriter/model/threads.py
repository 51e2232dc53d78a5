"""What threads must not do at the same time.

msgspec learns a type the first time it decodes into it and puts the half-learnt type
where other threads find it: two threads that meet there end the process (0.22 on
Python 3.11, seen at the start of the window). So decoding into types takes turns.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from threading import RLock
from typing import ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_T = TypeVar("_T")

DECODING = RLock()
"""Held by whoever decodes into a type; see above."""


def once(function: Callable[_Asked, _T]) -> Callable[_Asked, _T]:
    """Like `functools.cache`, but threads that ask at the same time wait for one answer.

    An error is not remembered: the next call tries again. Arguments must be hashable.
    """
    remembered = cache(function)
    turn = RLock()

    @wraps(remembered)
    def answer(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _T:
        with turn:
            return remembered(*args, **kwargs)

    return answer
