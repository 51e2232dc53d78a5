"""The lock file beside a project: who has it open. Advice; the seal is the guarantee.

Whether a lock is stale is never judged by the clock or by a process number. Only on
the machine that wrote it, and only where the system's own lock on it is free, is its
owner known to be gone; anything else is for the clerk to say.
"""

from __future__ import annotations

import contextlib
import getpass
import os
import platform
import secrets
from datetime import datetime
from pathlib import Path

import msgspec

from rolwriter.model.errors import RolwriterError
from rolwriter.model.threads import DECODING
from rolwriter.storage.companion import lock_path
from rolwriter.storage.oslock import try_lock
from rolwriter.storage.whole import read_whole

_LONGEST = 4096
"""Bytes of a lock file."""
_SHOWN = 40
"""Characters of a name."""


class Holder(msgspec.Struct, frozen=True):
    """Who has a project open, as the lock file tells it."""

    host: str = ""
    user: str = ""
    time: str = ""
    """Local time in ISO form; to be shown, never to decide by."""
    id: str = ""

    @property
    def words(self) -> str:
        """Who it is, for a sentence: 张三（PC-3）, or that nobody can say."""
        who, host = _short(self.user) or "不知是谁", _short(self.host)
        return f"{who}（{host}）" if host else who


class ProjectLock:
    """A lock file of our own, held until it is released or the process ends."""

    def __init__(self, path: Path, holder: Holder, descriptor: int) -> None:
        self._path = path
        self._holder = holder
        self._descriptor = descriptor

    def release(self) -> None:
        """Remove the lock file, unless another has forced it since."""
        if read_holder(self._path).id == self._holder.id:
            with contextlib.suppress(OSError):
                self._path.unlink()
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
        if os.name == "nt" and read_holder(self._path).id == self._holder.id:
            with contextlib.suppress(OSError):
                self._path.unlink()  # there only a closed file can be removed


def _short(text: str) -> str:
    """One short line: anyone may have written it."""
    return " ".join(text.split())[:_SHOWN]


def take(project: Path, *, force: bool = False) -> ProjectLock | Holder | None:
    """Lock a project; a Holder when another has it, None where no lock can be kept.

    ``force`` puts ours in the other's place, at the clerk's word.
    """
    path = lock_path(Path(os.path.realpath(project)))
    try:
        if force:
            path.unlink(missing_ok=True)
        return _create(path)
    except FileExistsError:
        with contextlib.suppress(OSError):
            return _take_over(path)
        return read_holder(path)
    except OSError:
        return None  # a read-only folder, a stick without room: the seal still guards


def read_holder(path: Path) -> Holder:
    """What the lock file says; what it does not say is empty."""
    try:
        with DECODING:
            return msgspec.json.decode(read_whole(path, _LONGEST), type=Holder)
    except (OSError, RolwriterError, msgspec.MsgspecError, UnicodeDecodeError):
        return Holder()


def _create(path: Path) -> ProjectLock:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return _hold(path, os.open(path, flags, 0o644))


def _take_over(path: Path) -> ProjectLock | Holder:
    """Ours when its owner on this machine is gone for certain, else whose it is."""
    holder = read_holder(path)
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags)
    here = holder.host == platform.node()
    if here and try_lock(descriptor) and read_holder(path).id == holder.id:
        os.ftruncate(descriptor, 0)
        return _hold(path, descriptor)
    os.close(descriptor)
    return holder


def _hold(path: Path, descriptor: int) -> ProjectLock:
    try_lock(descriptor)
    now = datetime.now().isoformat(" ", "minutes")
    holder = Holder(platform.node(), _user(), now, secrets.token_hex(8))
    try:
        os.write(descriptor, msgspec.json.encode(holder))
    except OSError:
        os.close(descriptor)
        path.unlink(missing_ok=True)
        raise
    return ProjectLock(path, holder, descriptor)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
