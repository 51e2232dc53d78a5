"""What is whole in a damaged project file: the parts whose bytes the manifest vouches for.

Nothing is guessed. Without an intact manifest and an intact report there is nothing to
open; any other part that fails its hash is left out and named.
"""

from __future__ import annotations

import contextlib
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.threads import DECODING
from rolwriter.storage.atomic import digest_of
from rolwriter.storage.codec import (
    CHECKLIST,
    CHECKS,
    DISPATCH,
    DRAFTS,
    IGNORES,
    LEDGER,
    MASKS,
    PREVIOUS,
    PROJECT,
    PROMISES,
    REPORT,
    draft_member,
    from_parts,
)
from rolwriter.storage.container import MANIFEST
from rolwriter.storage.migrate import FORMAT, migrate

_NAMES = {
    LEDGER: "数据台账",
    PROMISES: "去年的工作安排",
    MASKS: "公开稿中遮盖的内容",
    PREVIOUS: "去年的报告",
    PROJECT: "来源清单",
    CHECKLIST: "检查清单",
    IGNORES: "忽略的问题",
    CHECKS: "检查的设置",
    DISPATCH: "报送和公开的信息",
}
_HEADER = struct.Struct("<4s5H3I2H")
"""A local file header (PKWARE APPNOTE 4.3.7)."""
_SIGNATURE = b"PK\x03\x04"
_DEFLATED = 8
_LARGEST = 64 * 1024 * 1024
_IDS = re.compile(rb'"[a-z]+(\d{1,9})"')
_ERRORS = (KeyError, ValueError, TypeError, zlib.error, struct.error, msgspec.MsgspecError)


@dataclass(frozen=True, slots=True)
class Salvage:
    """A project opened in part."""

    project: Project
    lost: tuple[str, ...]
    """What could not be read, in the clerk's words; never empty."""


class _Manifest(msgspec.Struct):
    format: int
    parts: dict[str, str]


class _Drafts(msgspec.Struct):
    drafts: list[dict[str, str | bool]]


class _Index(msgspec.Struct):
    next_id: int
    sources: list[dict[str, str]]


def salvage(data: bytes) -> Salvage | None:
    """What of a damaged file can be opened for certain; None when its report is hurt too."""
    try:
        with DECODING:
            name, head = _member(data, 0)[:2]  # a draft inside has a manifest of its own
            if name != MANIFEST:
                return None
            manifest = msgspec.json.decode(head, type=_Manifest)
        found = _members(data)
        parts = {n: b for n, b in found if digest_of(b) == manifest.parts.get(n)}
        lost = [name for name in manifest.parts if name not in parts]
        if manifest.format > FORMAT or REPORT not in parts or not lost:
            return None
        parts = migrate(parts, manifest.format)
        named = dict.fromkeys(_name(name) for name in lost)
        return Salvage(from_parts(_with_drafts(_with_sources(parts))), tuple(named))
    except (*_ERRORS, RolwriterError):
        return None


def _name(part: str) -> str:
    if part.startswith("drafts/"):
        return "一部分稿次"
    return _NAMES.get(part, f"附带的内容“{part}”")


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each member that inflates, found by its own header.

    The directory at the end is not needed: a file cut short has none.
    """
    place = data.find(_SIGNATURE)
    while place >= 0:
        end = place + 1
        with contextlib.suppress(*_ERRORS):  # hurt here: the next header may be whole
            name, content, end = _member(data, place)
            yield name, content
        place = data.find(_SIGNATURE, end)


def _member(data: bytes, place: int) -> tuple[str, bytes, int]:
    """Name, bytes, and where the next one begins."""
    fields = _HEADER.unpack_from(data, place)
    method, packed, name_length, extra_length = fields[3], fields[7], fields[9], fields[10]
    start = place + _HEADER.size
    name = data[start : start + name_length].decode()
    start += name_length + extra_length
    end = start + packed
    content = data[start:end]
    if method == _DEFLATED:
        content = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, _LARGEST)
    return name, content, max(end, place + 1)


def _with_sources(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with the index of sources naming only those that are there."""
    if PROJECT in parts:
        with DECODING:
            index = msgspec.json.decode(parts[PROJECT], type=_Index)
    else:
        numbers = (int(n) for part in parts.values() for n in _IDS.findall(part))
        index = _Index(max(numbers, default=0) + 1, [])
    index.sources = [s for s in index.sources if f"sources/{s['id']}.bin" in parts]
    return parts | {PROJECT: msgspec.json.encode(index)}


def _with_drafts(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts with the list of drafts naming only those that are there."""
    if DRAFTS not in parts:
        return parts
    with DECODING:
        index = msgspec.json.decode(parts[DRAFTS], type=_Drafts)
    index.drafts = [d for d in index.drafts if draft_member(str(d["id"])) in parts]
    return parts | {DRAFTS: msgspec.json.encode(index)}
