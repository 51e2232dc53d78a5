"""Opening and saving a project file (.rolw)."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.trouble import trouble
from rolwriter.storage.atomic import digest_of, replace_file
from rolwriter.storage.codec import REPORT, from_parts, to_parts
from rolwriter.storage.companion import backup_path
from rolwriter.storage.conflict import LostRaceError, keep_beside, look_again
from rolwriter.storage.container import MANIFEST, Contents, look, pack, unpack
from rolwriter.storage.exclusive import alone_with
from rolwriter.storage.migrate import FORMAT, LaterFormatError, migrate
from rolwriter.storage.named import check_name
from rolwriter.storage.salvage import Salvage, salvage
from rolwriter.storage.whole import read_whole

SUFFIX = ".rolw"
_UNOPENED = "没有打开任何内容，这个文件没有改动。"
_HEAD = 64
"""Bytes at the start within which every project names its first part."""


class ChangedOutsideError(RolwriterError):
    """The file on disk is not the one that was opened or saved last."""

    def __init__(self, path: Path, seal: str) -> None:
        super().__init__(
            f"“{path.name}”在打开之后被别人或别的程序改过。",
            "这次没有保存：磁盘上的内容和您的文字都没有改动。",
            "请另存为其他文件名，再对照两份内容；确定不要磁盘上的那一份时，才选覆盖。",
        )
        self.path = path
        self.seal = seal
        """Of the content met there: what the clerk looks at and may overwrite, and no other."""

    def __reduce__(self) -> tuple[type[RolwriterError], tuple[Path, str]]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Cross a process boundary whole."""
        return (type(self), (self.path, self.seal))


class DamagedError(RolwriterError):
    """The file cannot be opened whole; what there is instead goes with it."""

    def __init__(
        self, path: Path, cause: RolwriterError, backup: Path | None, whole: Salvage | None
    ) -> None:
        remedy = cause.remedy
        if backup is not None:
            remedy = f"同一文件夹里有上一次保存前的备份“{backup.name}”，可以直接打开它。"
        if whole is not None:
            remedy += f"在窗口中可以打开完好的部分（报告正文完好；缺：{'、'.join(whole.lost)}）。"
        super().__init__(f"打不开“{path.name}”。{cause.what}", cause.consequence, remedy)
        self.path = path
        self.backup = backup
        """The ``.bak`` beside it, when that can be opened."""
        self.whole = whole
        """What of it can be opened for certain."""


class Opened(NamedTuple):
    """A project as its file holds it."""

    project: Project
    seal: str
    """By which a later save knows the file again."""
    version: int
    """Of the format it was in; a save puts it into today's."""


def load(path: Path) -> Project:
    """The project in the file; RolwriterError when there is none to read."""
    return open_file(path).project


def open_file(path: Path) -> Opened:
    """The project in the file; RolwriterError when there is none to read.

    A LaterFormatError brings what of it can be understood, to be looked at only.
    """
    data = read(path)
    try:
        contents = look(data)
        project = from_parts(migrate(contents.parts, contents.version))
    except LaterFormatError as error:
        error.project = _understood(look(data))
        raise
    except RolwriterError as error:
        raise DamagedError(path, error, _good_backup(path), salvage(data)) from error
    return Opened(project, digest_of(data), contents.version)


def read(path: Path) -> bytes:
    """The bytes of the file; RolwriterError when the system will not give them."""
    try:
        return read_whole(path)
    except OSError as error:
        raise trouble(error, path, "读取", _UNOPENED) from error


def decode(data: bytes) -> Project:
    """The project in the bytes of a file; RolwriterError when there is none."""
    return from_parts(unpack(data))


def is_project(data: bytes) -> bool:
    """Whether the bytes look like a project file, whatever its name; damage is told later."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return REPORT in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return MANIFEST.encode() in data[:_HEAD]  # cut short, but one of ours


def save(project: Project, path: Path, seal: str | None = None) -> str:
    """Replace the file by the project as it stands, the last good one kept as ``.bak``.

    ``seal`` is that of the file as it was opened or saved last: ChangedOutsideError
    when another content stands there now; None asks nothing (a new name, or the clerk's
    word). The answer is the new seal. RolwriterError leaves the old file, but for a
    LostRaceError: another's text stands there, and this one in a file beside it.
    """
    data = pack(to_parts(project))
    path = Path(os.path.realpath(path))  # a link goes on being one
    _put(path, data, lambda: _keep_old(path, data, seal))
    return digest_of(data)


class Overwritten(NamedTuple):
    """A file that was changed outside and overwritten at the clerk's word."""

    seal: str
    """By which a later save knows the file again."""
    kept: Path | None
    """Where the other text stands now; None when it was gone already."""


def overwrite(project: Project, path: Path, seal: str) -> Overwritten:
    """Save over the content of that seal, which the clerk has met, and keep it beside.

    Errors are those of `save`; the other text stands where it did then.
    """
    data = pack(to_parts(project))
    path = Path(os.path.realpath(path))
    kept = list[Path]()

    def keep() -> None:
        old = _met(path, seal, data)
        if old not in (None, data):
            kept.append(keep_beside(path, old))
        _keep_old(path, data, seal)

    try:
        _put(path, data, keep)
    except LostRaceError:
        raise
    except RolwriterError:
        for copy in kept:  # what it holds stands in its own place still
            copy.unlink(missing_ok=True)
        raise
    return Overwritten(digest_of(data), kept[0] if kept else None)


def _put(path: Path, data: bytes, before: Callable[[], None]) -> None:
    check_name(path)
    with alone_with(path):
        replace_file(path, data, before=before)
        look_again(path, data)


def _met(path: Path, seal: str | None, data: bytes) -> bytes | None:
    """What stands at the path, None for nothing; ChangedOutsideError when it is not expected."""
    try:
        old = read_whole(path)
    except FileNotFoundError:
        return None
    if seal is not None and digest_of(old) not in (seal, digest_of(data)):
        raise ChangedOutsideError(path, digest_of(old))
    return old


def _keep_old(path: Path, data: bytes, seal: str | None) -> None:
    """Look at what is about to be replaced, and keep it when it is whole."""
    old = _met(path, seal, data)
    while old is not None and old != data:
        _keep_as_backup(path, old)
        now = _met(path, seal, data)  # keeping it took its time
        if now == old:
            return
        old = now


def _keep_as_backup(path: Path, old: bytes) -> None:
    backup = backup_path(path)
    version = _version_of(old)
    if version is None and backup.exists():
        return  # a backup that can be opened is never replaced by one that cannot
    if version is not None and version < FORMAT:
        _keep_format(path, version, old)
    replace_file(backup, old, confirm=False)


def _keep_format(path: Path, version: int, old: bytes) -> None:
    """Keep the file as the older program wrote it, for good: ``.bak`` goes with the next save."""
    for kept in (f".格式{version}.bak", f".格式{version}-{digest_of(old)[:8]}.bak"):
        place = backup_path(path, kept)
        if not place.exists():
            replace_file(place, old, confirm=False)
            return
        if read_whole(place) == old:
            return


def _good_backup(path: Path) -> Path | None:
    backup = backup_path(path)
    try:
        return backup if _is_whole(read_whole(backup)) else None
    except (OSError, RolwriterError):
        return None


def _is_whole(data: bytes) -> bool:
    return _version_of(data) is not None


def _version_of(data: bytes) -> int | None:
    """The format version of a whole project's bytes; None when they are damaged or none."""
    try:
        contents = look(data)
        if contents.version <= FORMAT:
            from_parts(migrate(contents.parts, contents.version))
    except RolwriterError:
        return None
    return contents.version


def _understood(contents: Contents) -> Project | None:
    """What this version understands of a later one's parts."""
    try:
        return from_parts(contents.parts)
    except RolwriterError:
        return None
