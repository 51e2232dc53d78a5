"""An error in what Qt calls back is an error again, and not the end of the process.

PySide6 (6.8 to 6.11 were tried) on Python 3.11 looks at the error that an overriding
method lets out before Python has made an object of it. That is so with every error
raised in C, such as ``1 / 0`` or ``[][0]``, and ends the process without a word. An
error that was caught and raised once more is an object: so each such method is wrapped
in that, when its class is made. From Python 3.12 on errors always are objects.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand

_Asked = ParamSpec("_Asked")
_T = TypeVar("_T")


def guard_overrides() -> None:
    """See to classes made from now on out of Qt's."""
    if sys.version_info < (3, 12):
        for base in (QObject, QUndoCommand):
            _guard_subclasses(base)


def _guard_subclasses(base: type) -> None:
    def begin(cls: type, **words: object) -> None:
        super(base, cls).__init_subclass__(**words)
        for name, own in list(vars(cls).items()):
            if isinstance(own, FunctionType) and _is_qts(cls, name):
                setattr(cls, name, _made_whole(own))

    base.__init_subclass__ = classmethod(begin)  # pyright: ignore[reportAttributeAccessIssue]


def _is_qts(cls: type, name: str) -> bool:
    """Whether Qt has a method of that name, which this class takes the place of."""
    return not name.startswith("__") and any(
        name in vars(base) for base in cls.__mro__ if base.__module__.startswith("PySide6.")
    )


def _made_whole(override: Callable[_Asked, _T]) -> Callable[_Asked, _T]:
    @wraps(override)
    def call(*arguments: _Asked.args, **named: _Asked.kwargs) -> _T:
        try:
            return override(*arguments, **named)
        except BaseException:
            raise  # an object now

    return call
