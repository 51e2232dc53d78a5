"""The project file as a container: named parts in a zip, each with its hash in the manifest."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from rolwriter.model.errors import RolwriterError
from rolwriter.storage.canonical import decode, encode
from rolwriter.storage.migrate import FORMAT, migrate
from rolwriter.storage.whole import LARGEST

MANIFEST = "manifest.json"
_SMALL, _RATIO = 1 << 20, 500
"""What is larger and packed more tightly than that is made to fill memory."""
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""All that zipfile was seen to raise for cut and flipped bytes."""
_PACKED = (b"PK\x03\x04", b"%PDF-")
"""How parts begin that are packed themselves (drafts, Word files): they go in as they are."""
_TIME = (1980, 1, 1, 0, 0, 0)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The container's bytes: fixed order, times and hashes, so same parts, same bytes.

    RolwriterError for more than could be opened again.

    A part named like the manifest holds what a later program wrote there besides.
    """
    parts = dict(parts)
    if sum(map(len, parts.values())) > LARGEST:
        raise RolwriterError(
            f"工程太大：附带的文件和各稿合计超过{LARGEST >> 20}MB，写成文件会打不开。",
            "没有写入任何内容，您的文字还在。",
            "请删去不用的稿次再保存；也可以先导出文字，再新建工程。",
        )
    manifest = decode(parts.pop(MANIFEST, b"{}"))
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(parts.items())}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _add(archive, MANIFEST, encode({**manifest, "format": FORMAT, "parts": hashes}))
        for name, data in sorted(parts.items()):
            _add(archive, name, data)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a container holds, checked part by part."""

    version: int
    parts: Mapping[str, bytes]
    """As that version names them, with no manifest."""


def look(data: bytes) -> Contents:
    """The contents of a container of any version, each part checked against its hash.

    RolwriterError for bytes that are no project, or damage.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > LARGEST:
                raise _damaged("文件展开后过大")
            if any(i.file_size > max(_SMALL, _RATIO * i.compress_size) for i in archive.infolist()):
                raise _damaged("压缩得异常紧密")
            if min((i.header_offset for i in archive.infolist()), default=0):
                # a directory of a draft inside: the file's own is cut off
                raise _damaged("文件不完整")
            parts = {info.filename: _read(archive, info) for info in archive.infolist()}
    except _UNREADABLE as error:
        raise _damaged("文件不完整") from error
    return _verified(parts)


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a container as today's version has them.

    RolwriterError as `look`; LaterFormatError for a version to come.
    """
    contents = look(data)
    return migrate(contents.parts, contents.version)


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    packed_already = data.startswith(_PACKED)
    info.compress_type = zipfile.ZIP_STORED if packed_already else zipfile.ZIP_DEFLATED
    info.create_system = 0
    archive.writestr(info, data)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as member:
        data = member.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise _damaged(f"部分“{info.filename}”大小不符")
    return data


def _verified(parts: dict[str, bytes]) -> Contents:
    try:
        manifest = decode(parts.pop(MANIFEST))
    except (KeyError, ValueError, TypeError) as error:
        raise _damaged("里面没有报告") from error
    version, promised = manifest.pop("format", None), manifest.pop("parts", None)
    if not isinstance(version, int) or version < 1:
        raise _damaged("没有注明格式版本")
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    if promised != hashes:
        raise _damaged("内容与保存时的校验值不一致")
    if manifest:  # what a later program says of the whole, to be written back
        parts[MANIFEST] = encode(manifest)
    return Contents(version, parts)


def _damaged(detail: str) -> RolwriterError:
    return RolwriterError(
        f"这不是本程序的工程文件，或者文件已损坏（{detail}）。",
        "没有打开任何内容，原文件没有改动。",
        "请改用备份或其他副本；若这是Word等其他格式的文件，请用“导入”读取。",
    )
