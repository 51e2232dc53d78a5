"""Replacing a file whole: the old one or the new one is on disk, never a third."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from rolwriter.model.errors import PlaceError
from rolwriter.model.trouble import UNTOUCHED, trouble
from rolwriter.storage.oslock import try_lock
from rolwriter.storage.whole import open_regular

_RETRIES = 5
_RETRY_SECONDS = 0.1
_TEMP = ".rolw-"
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What file systems answer that have no such thing as a folder's fsync."""


def replace_file(
    path: Path,
    data: bytes,
    *,
    private: bool = False,
    before: Callable[[], None] | None = None,
    confirm: bool = True,
) -> None:
    """Put ``data`` in the file at ``path`` so that no moment shows half of it.

    Temp file in the same folder, fsync, read back, rename over the old one, fsync of
    the folder (measured: the one order that survived a kill at every step). The temp
    has a short name of its own: a name of 85 Han characters leaves no room to append
    to. ``private``: for the user alone (0600), else the old file's mode is kept.
    ``before`` is called when the new file stands ready and may still refuse.
    ``confirm`` False leaves the folder's fsync to a replacing that follows at once.
    PlaceError when it cannot be done; then the old file stands.
    """
    made: tuple[Path, BinaryIO, int | None] | None = None
    try:
        made = temp, handle, _ = _begin(path.parent, private=private)
        with handle:
            if not private:
                _keep_mode(path, handle.fileno())
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        _read_back(temp, data)
        if before is not None:
            before()
        _rename(temp, path)
    except OSError as error:
        raise trouble(error, path, "保存") from error
    finally:
        if made is not None:
            _drop(*made)  # the temp file has its name by now, or is not wanted
    if confirm:
        _confirm(path)
        sweep(path.parent)


def _confirm(path: Path) -> None:
    """Make the rename last; the new file stands already, and the error says so."""
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise PlaceError(
            f"“{path.name}”已写入，但系统没有确认写到了磁盘上（{error.strerror}）。",
            "新的内容已在文件里，您的文字也还在；若此时断电，文件可能退回到上一次保存的样子。",
            "请再保存一次；若仍然如此，请另存到其他磁盘。",
        ) from error


def sweep(folder: Path) -> None:
    """Remove what a killed save left in the folder; never another's work in progress."""
    with contextlib.suppress(OSError):
        for temp in folder.glob(f"{_TEMP}*"):
            with contextlib.suppress(OSError):
                _sweep_one(temp)


def _sweep_one(temp: Path) -> None:
    descriptor = open_regular(temp)
    try:
        if try_lock(descriptor):
            temp.unlink()
    finally:
        os.close(descriptor)


def in_flight(folder: Path) -> set[Path]:
    """The temp files of saves under way there (or killed, where nobody can tell)."""
    with contextlib.suppress(OSError):
        return set(folder.glob(f"{_TEMP}*"))
    return set()


def digest_of(data: bytes) -> str:
    """The name a content has: equal for equal bytes alone."""
    return hashlib.sha256(data).hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the folder's own entries last; OSError when the system refuses."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _begin(folder: Path, *, private: bool) -> tuple[Path, BinaryIO, int | None]:
    """A new temp file, and the descriptor that keeps it locked.

    Another save's `sweep` may meet it before it is locked and take it for a dead one's.
    """
    while True:
        temp = folder / f"{_TEMP}{secrets.token_hex(6)}"
        handle = _new_file(temp, private=private)
        mark: int | None = None
        try:
            if os.name == "nt":
                return temp, handle, None  # there an open file could not be renamed
            mark = os.dup(handle.fileno())
            if try_lock(mark) is not False and os.fstat(mark).st_nlink:
                return temp, handle, mark
        except OSError:
            _drop(temp, handle, mark)
            raise
        _drop(temp, handle, mark)


def _drop(temp: Path, handle: BinaryIO, mark: int | None) -> None:
    with contextlib.suppress(OSError):
        temp.unlink()
    with contextlib.suppress(OSError):
        handle.close()
    if mark is not None:
        with contextlib.suppress(OSError):
            os.close(mark)


def _new_file(path: Path, *, private: bool) -> BinaryIO:
    mode = 0o600 if private else 0o666
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)
    return open(os.open(path, flags, mode), "wb")  # noqa: PTH123 pathlib has no mode


def _keep_mode(path: Path, descriptor: int) -> None:
    if not hasattr(os, "fchmod"):
        return
    with contextlib.suppress(FileNotFoundError):
        mode = path.stat().st_mode & 0o7777
        if not mode & 0o222:
            raise PlaceError(
                f"无法保存“{path.name}”：这个文件设成了只读。",
                UNTOUCHED,
                "请另存为其他文件名；要改这个文件，请先在它的属性里取消“只读”，再试一次。",
            )
        os.fchmod(descriptor, mode)


def _read_back(temp: Path, data: bytes) -> None:
    """Believe the disk only what it gives back."""
    if digest_of(temp.read_bytes()) != digest_of(data):
        raise PlaceError(
            "没有保存：写到磁盘上的内容读回来和原来的不一致。",
            UNTOUCHED,
            "这个磁盘或U盘可能坏了，请另存到其他磁盘，并尽快备份上面的文件。",
        )


def _rename(temp: Path, path: Path) -> None:
    """Rename; on Windows a virus scanner may hold the old file for a moment, so try again."""
    for attempt in range(_RETRIES):
        try:
            temp.replace(path)
        except PermissionError:
            if os.name != "nt" or attempt == _RETRIES - 1:
                raise
            time.sleep(_RETRY_SECONDS)
        else:
            return
