"""Recovery copies: what a window would lose if it were killed now.

A copy is a project file of its own in a folder of this machine (``ID.rolw``), with
one more part that says which file it belongs to; ``ID.owner`` is held locked by the
window that writes it. A copy whose owner is gone is left over from a crash.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import msgspec

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.threads import DECODING
from rolwriter.model.trouble import trouble
from rolwriter.storage.atomic import replace_file, sweep
from rolwriter.storage.codec import from_parts, to_parts
from rolwriter.storage.container import pack, unpack
from rolwriter.storage.migrate import LaterFormatError
from rolwriter.storage.owner import claim
from rolwriter.storage.whole import read_whole

_COPY, _OWNER = ".rolw", ".owner"
_META = "recovery.json"
_DAMAGED = "damaged"


class Origin(msgspec.Struct, frozen=True):
    """Which file a copy belongs to."""

    file: str = ""
    """Its full path; empty when it was never saved."""
    seal: str | None = None
    """The seal of the file as it was opened or saved last."""
    written: str = ""
    """When the copy was written, local time in ISO form; to be shown, never to decide by."""


class Journal:
    """One window's copy. Written from any thread; the folder is made when first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._id = secrets.token_hex(8)
        self._descriptor: int | None = None
        self._mutex = Lock()
        self._life = 0

    @classmethod
    def of_left_over(cls, folder: Path, identity: str) -> Journal | None:
        """Take over the copy of that id; None while its owner lives."""
        journal = cls(folder)
        journal._id = identity
        journal._descriptor = claim(journal._owner)
        return journal if journal._descriptor is not None else None

    @property
    def copy(self) -> Path:
        """The copy's file."""
        return self._folder / f"{self._id}{_COPY}"

    @property
    def life(self) -> int:
        """A number that changes when the copy is cleared: work begun before is void then."""
        return self._life

    def write(self, project: Project, origin: Origin, life: int) -> None:
        """Put the project in the copy's place, unless it was cleared since ``life``.

        RolwriterError when it cannot be written; the copy before stands then.
        """
        data = pack(to_parts(project) | {_META: msgspec.json.encode(origin)})
        with self._mutex:
            if life != self._life:
                return
            self._own()
            replace_file(self.copy, data, private=True)

    def clear(self) -> None:
        """Remove the copy: what it held is safe elsewhere, or given up by the clerk."""
        self._life += 1
        with self._mutex:
            for path in (self.copy, self._owner):
                with contextlib.suppress(OSError):
                    path.unlink()
            self._let_go()
            with contextlib.suppress(OSError):
                self._owner.unlink()  # on Windows only a closed file can be removed

    def release(self) -> None:
        """Leave the copy where it is, for the next window to offer."""
        with self._mutex:
            self._let_go()

    @property
    def _owner(self) -> Path:
        return self._folder / f"{self._id}{_OWNER}"

    def _own(self) -> None:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            while self._descriptor is None:
                self._descriptor = claim(self._owner)
                if self._descriptor is None:
                    self._id = secrets.token_hex(8)
        except OSError as error:
            raise trouble(error, self._folder, "保存恢复副本到") from error

    def _let_go(self) -> None:
        if self._descriptor is not None:
            with contextlib.suppress(OSError):  # nothing was written through it
                os.close(self._descriptor)
            self._descriptor = None


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A copy whose window is gone; ``journal`` holds it, so that no other window takes it."""

    project: Project
    origin: Origin
    journal: Journal


def left_overs(folder: Path, damaged: list[Path]) -> Iterator[LeftOver]:
    """The copies nobody owns any more, each held until released, cleared or gone on with.

    One that cannot be read is moved aside, and where to is added to ``damaged``.
    """
    sweep(folder)
    _sweep_owners(folder)
    for copy in sorted(folder.glob(f"*{_COPY}")):
        with contextlib.suppress(OSError):
            journal = Journal.of_left_over(folder, copy.stem)
            if journal is None:
                continue
            try:
                yield _read(journal)
            except LaterFormatError:
                journal.release()  # whole, and the later program's to offer
            except RolwriterError:
                damaged.append(_move_aside(copy))
                journal.clear()


def _read(journal: Journal) -> LeftOver:
    parts = unpack(read_whole(journal.copy))
    try:
        with DECODING:
            origin = msgspec.json.decode(parts.pop(_META, b"{}"), type=Origin)
    except msgspec.MsgspecError:
        origin = Origin()
    return LeftOver(from_parts(parts), origin, journal)


def _move_aside(copy: Path) -> Path:
    aside = copy.parent / _DAMAGED
    aside.mkdir(mode=0o700, exist_ok=True)
    return copy.rename(aside / copy.name)


def _sweep_owners(folder: Path) -> None:
    """Remove the marks of windows that ended before they had anything to keep."""
    with contextlib.suppress(OSError):
        for mark in folder.glob(f"*{_OWNER}"):
            with contextlib.suppress(OSError):
                if mark.with_suffix(_COPY).exists():
                    continue
                journal = Journal.of_left_over(folder, mark.stem)
                if journal is not None and not journal.copy.exists():
                    journal.clear()
                elif journal is not None:
                    journal.release()
