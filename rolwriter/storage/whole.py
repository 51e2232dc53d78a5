"""Reading a file whole where anyone may have put anything: never a pipe, never without a limit."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from rolwriter.model.errors import PlaceError

LARGEST = 400 * 1024 * 1024
"""Bytes of a project's parts, and so of its file."""
_ROOM = 1 << 20
"""For what a file holds besides its parts: names and a directory."""
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0)
"""A pipe nobody writes to is opened at once, and then seen to be one."""


def open_regular(path: Path) -> int:
    """A descriptor to read the file by; OSError when there is none, a folder, a pipe, a device."""
    descriptor = os.open(path, os.O_RDONLY | _NOT_WAITING | getattr(os, "O_BINARY", 0))
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return descriptor
    os.close(descriptor)
    number = errno.EISDIR if stat.S_ISDIR(mode) else errno.ESPIPE
    raise OSError(number, os.strerror(number), str(path))


def read_whole(path: Path, limit: int = LARGEST + _ROOM) -> bytes:
    """The file's bytes; OSError as `open_regular`, PlaceError when there are more than that."""
    with open(open_regular(path), "rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise PlaceError(
            f"“{path.name}”超过{limit >> 20}MB，太大了。",
            "没有读入任何内容，这个文件没有改动。",
            "请确认选对了文件；报告工程通常不到10MB。",
        )
    return data
