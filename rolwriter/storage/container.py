"""The project file as a container: named parts in a zip, each with its hash in the manifest."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Mapping

from rolwriter.model.errors import RolwriterError
from rolwriter.storage.canonical import decode, encode

FORMAT = 1
"""The version of the file format; one stored sample of each is kept for ever."""
MANIFEST = "manifest.json"
_MAX_BYTES = 400 * 1024 * 1024
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""All that zipfile was seen to raise for cut and flipped bytes."""
_TIME = (1980, 1, 1, 0, 0, 0)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The container's bytes: fixed order, times and hashes, so same parts, same bytes."""
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(parts.items())}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        _add(archive, MANIFEST, encode({"format": FORMAT, "parts": hashes}))
        for name, data in sorted(parts.items()):
            _add(archive, name, data)
    return buffer.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a container, each checked against its hash.

    RolwriterError for bytes that are no project, a later format or damage.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MAX_BYTES:
                raise _damaged("文件展开后过大")
            parts = {info.filename: _read(archive, info) for info in archive.infolist()}
    except _UNREADABLE as error:
        raise _damaged("文件不完整") from error
    _verify(parts)
    return parts


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0
    archive.writestr(info, data)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as member:
        data = member.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise _damaged(f"部分“{info.filename}”大小不符")
    return data


def _verify(parts: dict[str, bytes]) -> None:
    try:
        manifest = decode(parts.pop(MANIFEST))
    except (KeyError, ValueError, TypeError) as error:
        raise _damaged("里面没有报告") from error
    version = manifest.get("format")
    if not isinstance(version, int):
        raise _damaged("没有注明格式版本")
    if version > FORMAT:
        raise RolwriterError(
            f"这个工程由更新版本的程序保存（格式{version}，本程序支持到{FORMAT}）。",
            "文件没有改动，但本程序不能保证完整读出其中的内容。",
            "请在安装了新版本程序的电脑上打开，或升级本程序。",
        )
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in parts.items()}
    if manifest.get("parts") != hashes:
        raise _damaged("内容与保存时的校验值不一致")


def _damaged(detail: str) -> RolwriterError:
    return RolwriterError(
        f"这不是本程序的工程文件，或者文件已损坏（{detail}）。",
        "没有打开任何内容，原文件没有改动。",
        "请改用备份或其他副本；若这是Word等其他格式的文件，请用“导入”读取。",
    )
