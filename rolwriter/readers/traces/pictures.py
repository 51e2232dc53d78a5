"""What a camera or a program wrote into a picture besides the picture."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from rolwriter.model.trace import Trace, TraceKind, shortened

_TAGS = {
    0x010E: "说明",
    0x010F: "相机厂商",
    0x0110: "相机型号",
    0x0131: "软件",
    0x0132: "时间",
    0x013B: "作者",
    0x013C: "电脑",
    0x8298: "版权",
    0x9C9B: "标题",
    0x9C9C: "备注",
    0x9C9D: "作者",
    0x9C9E: "关键词",
    0x9C9F: "主题",
}
_GPS, _EXIF_TIME = 0x8825, (0x9003, 0x9004)
_EXIF = 0x8769
_UTF16_FROM = 0x9C9B
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
_MOST_ENTRIES = 500
_LONGEST_TEXT = 1 << 20
_XMP = re.compile(rb"<x:xmpmeta|<rdf:RDF", re.IGNORECASE)


def picture_traces(data: bytes, place: str) -> Iterator[Trace]:
    """The metadata of a JPEG, PNG or TIFF picture; other kinds have none that is known."""
    for words in _said(data):
        yield Trace(TraceKind.PICTURE_DATA, place, shortened(words))


def _said(data: bytes) -> Iterator[str]:
    try:
        if data.startswith(b"\xff\xd8"):
            yield from _jpeg(data)
        elif data.startswith(b"\x89PNG\r\n\x1a\n"):
            yield from _png(data)
        elif data[:4] in (b"II*\0", b"MM\0*"):
            yield from _tiff(data)
        elif data.startswith(b"\x01\0\0\0") and data[40:44] == b" EMF":
            yield from _emf(data)
    except (struct.error, IndexError, zlib.error):
        yield "图片信息已损坏，没能读完"


def _jpeg(data: bytes) -> Iterator[str]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        mark = data[at + 1]
        if mark == 0xDA:  # the picture itself begins
            return
        if mark == 0xFF or 0xD0 <= mark <= 0xD7:
            at += 1 if mark == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        body = data[at + 4 : at + 2 + length]
        if mark == 0xE1 and body.startswith(b"Exif\0\0"):
            yield from _tiff(body[6:])
        elif mark == 0xE1 and _XMP.search(body):
            yield "XMP信息"
        elif mark == 0xED:
            yield "IPTC信息"
        elif mark == 0xFE and body.strip(b"\0 "):
            yield f"备注：{body.decode('utf-8', 'replace')}"
        at += 2 + max(length, 2)


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield _png_text(kind, body)
        elif kind == b"eXIf":
            yield from _tiff(body)
        elif kind == b"tIME" and len(body) >= 7:
            year, month, day = struct.unpack(">HBB", body[:4])
            yield f"时间：{year}-{month:02}-{day:02}"
        at += 12 + length


def _png_text(kind: bytes, body: bytes) -> str:
    key, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = zlib.decompressobj().decompress(rest[1:], _LONGEST_TEXT)
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:]
        rest = rest.split(b"\0", 2)[-1]
        if packed:
            rest = zlib.decompressobj().decompress(rest, _LONGEST_TEXT)
    value = rest.decode("utf-8", "replace")
    return f"{key.decode('latin-1')}：{'XMP信息' if _XMP.search(rest) else value}"


def _tiff(data: bytes) -> Iterator[str]:
    order = "<" if data[:2] == b"II" else ">"
    (first,) = struct.unpack(f"{order}I", data[4:8])
    yield from _directory(data, order, first, deep=0)


def _directory(data: bytes, order: str, at: int, deep: int) -> Iterator[str]:
    (count,) = struct.unpack(f"{order}H", data[at : at + 2])
    for number in range(min(count, _MOST_ENTRIES)):
        entry = data[at + 2 + 12 * number : at + 14 + 12 * number]
        tag, kind, length, value = struct.unpack(f"{order}HHI4s", entry)
        (where,) = struct.unpack(f"{order}I", value)
        if tag == _GPS:
            yield "拍摄地点（GPS）"
        elif tag == _EXIF and deep == 0:
            yield from _directory(data, order, where, deep=1)
        elif tag in _TAGS or tag in _EXIF_TIME:
            size = _SIZES.get(kind, 1) * length
            raw = value[:size] if size <= 4 else data[where : where + size]
            words = raw.decode("utf-16-le" if tag >= _UTF16_FROM else "utf-8", "replace")
            words = words.strip("\0 ")
            if words:
                yield f"{_TAGS.get(tag, '拍摄时间')}：{words}"


def _emf(data: bytes) -> Iterator[str]:
    """A Windows metafile's header names the program and the picture."""
    length, offset = struct.unpack("<II", data[60:68])
    words = data[offset : offset + 2 * length].decode("utf-16-le", "replace")
    words = " ".join(words.replace("\0", " ").split())
    if words:
        yield f"说明：{words}"
