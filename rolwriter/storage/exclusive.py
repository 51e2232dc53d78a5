"""Alone with a file for the moment of a save, so that compare and replace are one act.

The lock is the operating system's, on the file that stands at the path: two saves on
one machine (and on shares that know such locks) wait for each other. Where there are
none (Windows: an open file could not be replaced) the comparison alone remains, a few
thousandths of a second before the rename.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from rolwriter.model.errors import PlaceError
from rolwriter.storage.oslock import try_lock

_PATIENCE = 5.0
"""Seconds another save is waited for."""
_STEP = 0.02


@contextmanager
def alone_with(path: Path) -> Generator[None]:
    """Hold the file for the block; PlaceError when another save does not end."""
    descriptor = _held(path) if os.name != "nt" else None
    try:
        yield
    finally:
        if descriptor is not None:
            _let_go(descriptor)


def _held(path: Path) -> int | None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except OSError:
            return None  # nothing there to hold, or nothing that may be read
        locked = try_lock(descriptor)
        if locked is None or (locked and _still_there(path, descriptor)):
            return descriptor
        _let_go(descriptor)
        if time.monotonic() > end:
            raise PlaceError(
                f"“{path.name}”正由另一个窗口或另一个程序保存，等了{_PATIENCE:.0f}秒仍没有结束。",
                "这次没有写入任何内容，您的文字还在。",
                "请稍后再保存一次，或另存为其他文件名。",
            )
        if not locked:
            time.sleep(_STEP)


def _let_go(descriptor: int) -> None:
    with suppress(OSError):  # nothing was written through it
        os.close(descriptor)


def _still_there(path: Path, descriptor: int) -> bool:
    """Whether the path still names the file that was locked: a save puts another there."""
    with suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False
