"""What may be told of a fault: where in the program and on what; never a word of the report.

An exception's message may hold the clerk's text and a file's path the clerk's name, so
neither is used: kinds of errors, modules, lines and functions are the program's own words.
"""

from __future__ import annotations

import platform
from traceback import walk_tb
from types import TracebackType

from rolwriter import __version__

_DEEPEST = 8
"""How many causes behind a fault are told."""


def versions(*others: str) -> str:
    """The program, what it runs on, and ``others`` that only the caller knows."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    own = (f"rolwriter {__version__}", f"Python {platform.python_version()}")
    return ", ".join((*own, *others, system))


def fault_words(error: BaseException) -> str:
    """The kind and places of a fault, then those of what caused it, a line each."""
    lines = list[str]()
    cause: BaseException | None = error
    for depth in range(_DEEPEST):
        if cause is None:
            break
        lines += [f"{'caused by ' if depth else ''}{kind_name(cause)}", *places(cause)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def kind_name(error: BaseException) -> str:
    """The kind of an error by its class, such as ``builtins.KeyError``."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else _full(kind)


def places(error: BaseException) -> list[str]:
    """Module, line and function of each call on the way to where it was raised."""
    return [*_places(error.__traceback__)]


def _places(trace: TracebackType | None) -> list[str]:
    return [
        f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_qualname}"
        for frame, line in walk_tb(trace)
    ]


def _full(kind: type[BaseException]) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"
