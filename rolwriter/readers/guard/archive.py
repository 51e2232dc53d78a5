"""Zip archives of strangers: looked over before a byte is inflated, counted while inflating."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection
from io import BytesIO

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.guard.limits import (
    MAX_MEMBER,
    MAX_MEMBERS,
    MAX_PARAGRAPHS,
    MAX_RATIO,
    MAX_TOTAL,
    RATIO_FROM,
)
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.refusals import UNCHANGED, refusal

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    KeyError,
    IndexError,
    OverflowError,
    RuntimeError,  # and NotImplementedError: an unknown method or version
)


class Archive:
    """A checked zip archive in memory; members are found whatever the case of their names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._members = {_plain(info.filename): info for info in archive.infolist()}
        self._by_folded = {name.lower(): name for name in self._members}
        self._inflated = 0

    @property
    def names(self) -> Collection[str]:
        """Member names with forward slashes and without a leading one."""
        return self._members.keys()

    @property
    def comment(self) -> str:
        """What the archive's directory says of the whole; empty as a rule."""
        return self._archive.comment.decode("utf-8", "replace")

    @property
    def latest_time(self) -> tuple[int, int, int, int, int, int] | None:
        """When the last of the members was written, as the directory has it."""
        return max((info.date_time for info in self._members.values()), default=None)

    def find(self, name: str) -> str | None:
        """The member's name as the archive spells it; None when there is no such member."""
        return name if name in self._members else self._by_folded.get(name.lower())

    def read(self, name: str) -> bytes:
        """One member's bytes, inflated.

        Raises:
            KeyError: no such member.
            RolwriterError: the member is damaged, or longer than the limits allow.
        """
        found = self.find(name)
        if found is None:
            raise KeyError(name)
        try:
            with self._archive.open(self._members[found]) as member:
                data = member.read(MAX_MEMBER + 1)
        except _FAILURES:
            raise damaged_archive() from None
        self._inflated += len(data)
        if len(data) > MAX_MEMBER or self._inflated > MAX_TOTAL:
            raise too_large("展开后的内容太大")
        return data


def open_archive(data: bytes) -> Archive:
    """The archive held by the bytes, its directory checked against the limits.

    Raises:
        RolwriterError: not a zip or a damaged one, encrypted, or built to exhaust
            the machine (see `rolwriter.readers.guard.limits`).
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except _FAILURES:
        raise damaged_archive() from None
    _check_directory(members)
    return Archive(archive)


def _check_directory(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise too_large(f"里面有{len(members)}个部件")
    if sum(info.file_size for info in members) > MAX_TOTAL:
        raise too_large("展开后的内容太大")
    for info in members:
        if info.flag_bits & _ENCRYPTED:
            raise refusal(FileKind.ENCRYPTED)
        if info.compress_type not in _METHODS or not _is_inside(info.filename):
            raise damaged_archive()
        if info.file_size > MAX_MEMBER:
            raise too_large("展开后的内容太大")
        if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise too_large("压缩得异常紧密")


def _plain(name: str) -> str:
    """Some writers use backslashes or a leading slash; both mean the archive's own root."""
    return name.replace("\\", "/").lstrip("/")


def _is_inside(name: str) -> bool:
    plain = _plain(name)
    return ".." not in plain.split("/") and ":" not in plain.split("/")[0]


def damaged_archive() -> RolwriterError:
    """The refusal of a file that is no archive, or not a whole one."""
    return refusal(FileKind.DAMAGED_ARCHIVE)


def too_large(reason: str) -> RolwriterError:
    """The refusal of a file that asks for more than any report needs."""
    return RolwriterError(
        f"这个文件不像正常的文稿：{reason}。",
        f"为防止拖垮电脑，程序没有读它，{UNCHANGED}",
        "请确认文件来源可靠；确实需要其中的文字时，请用Word或WPS打开它，"
        "全选、复制后粘贴到本程序中。",
    )


def too_many_paragraphs() -> RolwriterError:
    """The refusal of a document with more paragraphs than the limit."""
    return too_large(f"超过{MAX_PARAGRAPHS}段")
