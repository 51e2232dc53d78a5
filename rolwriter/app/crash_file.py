"""What a dying process leaves behind: where each of its threads was, written by faulthandler.

A file of its own for each process, locked by the system while the process lives. One
that is empty when its process is gone came from a sound end and is removed; any other
was a crash, is told of at the next start, and is kept under the time it was written.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import re
import secrets
from datetime import datetime
from pathlib import Path

from rolwriter.app.log import log_folder
from rolwriter.storage.oslock import try_lock

_RUNNING, _LEFT = ".running", ".txt"
_KEPT = 5
"""Records of crashes that are kept; older ones go."""


class CrashFile:
    """The file of this process; `close` takes it back at a sound end."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor = descriptor
        self._path = path

    def close(self) -> None:
        """End the watch and leave nothing behind."""
        faulthandler.disable()
        os.close(self._descriptor)
        with contextlib.suppress(OSError):
            self._path.unlink()


def watch_crashes(folder: Path | None = None) -> CrashFile | None:
    """Have a crash of this process recorded; None where the folder cannot be written."""
    folder = folder or log_folder()
    path = folder / f"crash-{secrets.token_hex(8)}{_RUNNING}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        return None
    try_lock(descriptor)
    faulthandler.enable(descriptor, all_threads=True)
    return CrashFile(descriptor, path)


def new_crashes(folder: Path | None = None) -> list[Path]:
    """The records of crashes nobody was told of yet, latest last, under their lasting names."""
    folder = folder or log_folder()
    found = list[Path]()
    with contextlib.suppress(OSError):
        for path in sorted(folder.glob(f"crash-*{_RUNNING}"), key=_written):
            with contextlib.suppress(OSError):
                if _over(path):
                    found += _settled(path)
    for old in crashes(folder)[:-_KEPT]:
        with contextlib.suppress(OSError):
            old.unlink()
    return [path for path in found if path.exists()]


def crashes(folder: Path | None = None) -> list[Path]:
    """All records of crashes that were told of, latest last."""
    with contextlib.suppress(OSError):
        return sorted((folder or log_folder()).glob(f"crash-*{_LEFT}"), key=_written)
    return []


def crash_words(path: Path) -> str:
    """A record without the folders its program stood in, which may hold the user's name."""
    words = path.read_text("utf-8", "replace")
    return re.sub(r'File "[^"]*?([^/\\"]+)"', r'File "\1"', words).strip()


def _written(path: Path) -> float:
    return path.stat().st_mtime


def _over(path: Path) -> bool:
    """Whether the process that wrote there is gone for certain."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        return try_lock(descriptor) is True
    finally:
        os.close(descriptor)


def _settled(path: Path) -> list[Path]:
    """Remove the file of a sound end; give that of a crash its lasting name."""
    if not path.stat().st_size:
        path.unlink()
        return []
    when = datetime.fromtimestamp(_written(path))
    identity = path.stem.partition("-")[2][:4]
    return [path.rename(path.with_name(f"crash-{when:%Y%m%d-%H%M%S}-{identity}{_LEFT}"))]
