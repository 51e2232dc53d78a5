"""Replacing a file whole: the old one or the new one is on disk, never a third."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from pathlib import Path

from rolwriter.storage.trouble import trouble

_RETRIES = 5
_RETRY_SECONDS = 0.1


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the file at ``path`` so that no moment shows half of it.

    Temp file in the same folder, fsync, rename over the old one, fsync of the
    folder (measured: the one order that survived a kill at every step). The temp
    has a short name of its own: a name of 85 Han characters leaves no room to
    append to. RolwriterError when it cannot be done; then the old file stands.
    """
    temp = path.parent / f".rolw-{secrets.token_hex(6)}"
    try:
        with temp.open("xb") as handle:
            _keep_mode(path, handle.fileno())
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        _rename(temp, path)
        _sync_folder(path.parent)
    except OSError as error:
        raise trouble(error, path, "保存") from error
    finally:
        with contextlib.suppress(OSError):
            temp.unlink()


def _keep_mode(path: Path, descriptor: int) -> None:
    if not hasattr(os, "fchmod"):
        return
    with contextlib.suppress(FileNotFoundError):
        os.fchmod(descriptor, path.stat().st_mode & 0o7777)


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


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
