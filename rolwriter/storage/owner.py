"""Who a recovery copy belongs to: a file that its process holds locked while it lives."""

from __future__ import annotations

import contextlib
import os
import platform
from pathlib import Path

import msgspec

from rolwriter.model.threads import DECODING
from rolwriter.storage.oslock import try_lock

_CLOCK_SECONDS = 2.0
"""How far a process's start may seem to move when the machine's clock is set."""


class _Owner(msgspec.Struct):
    pid: int
    started: float
    """Seconds since 1970, as the system tells it."""
    host: str


def claim(path: Path) -> int | None:
    """Make oneself the owner: the open descriptor to hold; None while another lives.

    The system's lock decides where there is one. A process with the same number and
    the same start, on this machine, is respected besides, so that a place without
    locks takes nothing from a running window. OSError when the file cannot be made.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    locked = try_lock(descriptor)
    if locked is False or not _same(path, descriptor) or _lives(os.read(descriptor, 4096), locked):
        os.close(descriptor)
        return None
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, msgspec.json.encode(_myself()))
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def _same(path: Path, descriptor: int) -> bool:
    """Whether nobody removed the file between our opening and our locking it."""
    with contextlib.suppress(OSError):
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    return False


def _myself() -> _Owner:
    import psutil

    return _Owner(os.getpid(), psutil.Process().create_time(), platform.node())


def _lives(data: bytes, locked: bool | None) -> bool:
    """Whether the owner written there is a running process, or may be one."""
    import psutil

    try:
        with DECODING:
            owner = msgspec.json.decode(data, type=_Owner)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False  # never finished: nobody holds it
    if owner.host != platform.node():
        return locked is None  # its processes cannot be seen from here
    if owner.pid == os.getpid():
        return locked is None
    try:
        return abs(psutil.Process(owner.pid).create_time() - owner.started) < _CLOCK_SECONDS
    except psutil.Error:
        return False
