"""The smallest archives and compound files, built for the tests that need one."""

from __future__ import annotations

import zipfile
from io import BytesIO


def pack(members: dict[str, str]) -> bytes:
    """A zip archive of text members."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file (OLE): header, FAT, directory, then the streams in sectors of 512.

    A stream is filled up to 4096 bytes, below which it would go elsewhere; an empty
    one has no sectors.
    """
    names = list(streams)
    bodies = [_fill(streams[name]) for name in names]
    entries = [_entry("Root Entry", 5, child=1)]
    directory_sectors = -(-(len(names) + 1) // 4)
    sector = 1 + directory_sectors
    chain = [0xFFFFFFFD, *_chained(1, directory_sectors)]
    for index, (name, body) in enumerate(zip(names, bodies, strict=True), start=1):
        right = index + 1 if index < len(names) else 0xFFFFFFFF
        count = len(body) // 512
        entries.append(_entry(name, 2, right=right, start=sector, size=len(body)))
        chain += _chained(sector, count)
        sector += count
    while len(entries) % 4:
        entries.append(_entry("", 0))
    assert len(chain) <= 128, "one sector of FAT holds 128 links"
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10)
    header += _u32(1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    fat = _u32(*chain).ljust(512, b"\xff")
    return header.ljust(512, b"\xff") + fat + b"".join(entries) + b"".join(bodies)


def _fill(data: bytes) -> bytes:
    return data.ljust(max(4096, -(-len(data) // 512) * 512), b"\0") if data else b""


def _chained(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), 0xFFFFFFFE] if count else []


def _u32(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(4, "little") for number in numbers)


def _entry(
    name: str,
    kind: int,
    *,
    child: int = 0xFFFFFFFF,
    right: int = 0xFFFFFFFF,
    start: int = 0xFFFFFFFE,
    size: int = 0,
) -> bytes:
    raw = (name + "\0").encode("utf-16-le") if name else b""
    head = raw.ljust(64, b"\0") + len(raw).to_bytes(2, "little") + bytes([kind, 1])
    first = start if size or kind == 5 else (0xFFFFFFFE if kind else 0)
    return head + _u32(0xFFFFFFFF, right, child) + bytes(36) + _u32(first, size, 0)
