"""The program's log: on this machine, for its user alone, and without a word of any report.

Three things keep words out of it. An exception is written as its kind and places, never
its message. A record of another library is written as where it came from. And what is
left, the program's own messages, is written in ASCII: other characters become ``?``.
"""

from __future__ import annotations

import contextlib
import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from rolwriter.app.diagnosis import fault_words
from rolwriter.app.folders import state_folder

_OWN = "rolwriter"
_FILE = "rolwriter.log"
_BYTES, _BACKUPS = 256 * 1024, 3


def log_folder() -> Path:
    """Where the log and the records of crashes are."""
    return state_folder() / "log"


def start_log(folder: Path | None = None) -> logging.Handler | None:
    """Write records from now on; None, and no log, where the folder cannot be written."""
    folder = folder or log_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _PrivateHandler(
            folder / _FILE, maxBytes=_BYTES, backupCount=_BACKUPS, encoding="utf-8"
        )
    except OSError:
        return None  # a log is never a reason not to start
    handler.setFormatter(_Wordless())
    logging.getLogger().addHandler(handler)
    logging.getLogger(_OWN).setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Write no more records."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def latest_lines(count: int, folder: Path | None = None) -> list[str]:
    """The end of the log; empty while there is none."""
    path = (folder or log_folder()) / _FILE
    with contextlib.suppress(OSError):
        return path.read_text("utf-8", "replace").splitlines()[-count:]
    return []


class _PrivateHandler(RotatingFileHandler):
    """Its files are readable by their owner alone."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        descriptor = os.open(self.baseFilename, flags, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding)

    def doRollover(self) -> None:  # noqa: N802 called by logging
        """Begin a new file; go on with this one where another window holds it (Windows)."""
        with contextlib.suppress(OSError):
            super().doRollover()


class _Wordless(logging.Formatter):
    """Renders a record without what could be the clerk's words."""

    def format(self, record: logging.LogRecord) -> str:
        """A line for the record, and below it the places of its exception."""
        own = record.name.partition(".")[0] == _OWN
        said = record.getMessage() if own else f"{record.module}:{record.lineno}"
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {said}"
        error = record.exc_info[1] if record.exc_info else None
        words = f"{line}\n{fault_words(error)}" if error else line
        return words.encode("ascii", "replace").decode("ascii")
