"""Which kind of file some bytes are: told by content, never by name."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from rolwriter.readers.decode import decode
from rolwriter.readers.kinds import FileKind

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = re.compile(
    rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM....\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP"
    rb"|....ftyp(?:heic|heix|mif1|avif)",
    re.DOTALL,
)
_PACKED = re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|BZh[1-9]1AY|\xfd7zXZ\0")
_RTF = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\\rtf")
_PDF = re.compile(rb".{0,1024}?%PDF-", re.DOTALL)
_OPENINGS = (
    (_PDF, FileKind.PDF),
    (_RTF, FileKind.RTF),
    (_PICTURES, FileKind.PICTURE),
    (_PACKED, FileKind.ARCHIVE),
)
_MAIL = re.compile(
    r"[\w-]+:[^\n]*\n(?:[^\n]*\n){0,30}?Content-Type:\s*(?:multipart|text)/", re.IGNORECASE
)
_CLIPBOARD = re.compile(r"Version:[\d.]+\s+StartHTML:", re.IGNORECASE)
_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s+html|(?:html|head|body|title|meta|style|script|"
    r"div|p|span|table|h[1-6]|ul|ol|li|br|font|center|article|section|b|strong|a|link)\b)",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*(?:<\?xml\b|<\w+:\w+[^>]*\bxmlns:)")
_MAIN_PART = re.compile(
    rb"(wordprocessingml|ms-word|spreadsheetml|ms-excel|presentationml|ms-powerpoint)"
    rb"\.(?:document|template|sheet|presentation|slideshow|addin)(?:\.\w+)?\.main\+xml",
    re.IGNORECASE,
)
_OOXML = {
    b"wordprocessingml": FileKind.DOCX,
    b"ms-word": FileKind.DOCX,
    b"spreadsheetml": FileKind.SPREADSHEET,
    b"ms-excel": FileKind.SPREADSHEET,
    b"presentationml": FileKind.SLIDES,
    b"ms-powerpoint": FileKind.SLIDES,
}
_ODF = (
    (b"opendocument.text", FileKind.ODT),
    (b"opendocument.spreadsheet", FileKind.SPREADSHEET),
    (b"opendocument.presentation", FileKind.SLIDES),
    (b"opendocument.", FileKind.DRAWING),
)
_OLE_STREAMS = (
    ("EncryptedPackage", FileKind.ENCRYPTED),
    ("WordDocument", FileKind.DOC),
    ("Workbook", FileKind.SPREADSHEET),
    ("Book", FileKind.SPREADSHEET),
    ("PowerPoint Document", FileKind.SLIDES),
)
_OPENING = 4096
"""Text kinds show themselves in so many characters."""
_TYPES_LIMIT = 1 << 20
"""No honest list of content types is longer, in bytes."""


def sniff(data: bytes) -> FileKind:
    """The kind of a whole file's bytes. Never raises: what is nothing known is UNKNOWN."""
    if not data:
        return FileKind.EMPTY
    if data.startswith(b"PK"):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    for pattern, kind in _OPENINGS:
        if pattern.match(data[:_OPENING]):
            return kind
    return _kind_of_text(data)


def _kind_of_zip(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _kind_of_members(archive)
    except Exception:
        return FileKind.DAMAGED_ARCHIVE


def _kind_of_members(archive: zipfile.ZipFile) -> FileKind:
    names = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
    types = names.get("[content_types].xml")
    if types is not None:
        return _kind_of_package(_head(archive, types), set(names))
    for declared in ("mimetype", "meta-inf/manifest.xml"):
        if declared in names:
            text = _head(archive, names[declared])
            for mark, kind in _ODF:
                if mark in text:
                    return kind
    if "ofd.xml" in names:
        return FileKind.OFD
    if {"manifest.json", "report.json"} <= set(names):
        return FileKind.PROJECT
    return _kind_of_folders(set(names)) or FileKind.ARCHIVE


def _kind_of_package(types: bytes, names: set[str]) -> FileKind:
    found = _MAIN_PART.search(types.replace(b"\0", b""))
    if found:
        return _OOXML[found.group(1).lower()]
    return _kind_of_folders(names) or FileKind.ARCHIVE


def _kind_of_folders(names: set[str]) -> FileKind | None:
    """The kind an Office package's folders give away when its list of types is no help."""
    if "word/document.xml" in names:
        return FileKind.DOCX
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return FileKind.SPREADSHEET
    return FileKind.SLIDES if "ppt/presentation.xml" in names else None


def _head(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as member:
        return member.read(_TYPES_LIMIT)


def _kind_of_ole(data: bytes) -> FileKind:
    for stream, kind in _OLE_STREAMS:
        if _has_stream(data, stream):
            return kind
    return FileKind.OLD_OFFICE


def _has_stream(data: bytes, name: str) -> bool:
    """Whether a stream stands at the root: an object inside another file does not count."""
    from doc2docx.cfb import CompoundFile
    from doc2docx.errors import StreamNotFound

    try:
        CompoundFile(data).get_entry(name)
    except StreamNotFound:
        return False
    except Exception:
        return name.encode("utf-16-le") in data
    return True


def _kind_of_text(data: bytes) -> FileKind:
    decoded = decode(data)
    # A page may be damaged or in an encoding only it names: its tags are ASCII all the same.
    opening = decoded.text[:_OPENING] if decoded else data[:_OPENING].decode("latin-1")
    opening = opening.lstrip("\ufeff")
    if _MAIL.match(opening.replace("\r\n", "\n")):
        return FileKind.MHT
    if _HTML.match(opening) or _CLIPBOARD.match(opening):
        return FileKind.HTML
    if _XML.match(opening):
        return FileKind.XML
    return FileKind.TEXT if decoded else FileKind.UNKNOWN
