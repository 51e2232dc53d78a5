"""The kind of a file is told by content."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rolwriter.readers.kinds import FileKind
from rolwriter.readers.sniff import sniff
from tests.readers.containers import compound, pack

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def package(content_type: str) -> bytes:
    return pack({"[Content_Types].xml": f'<Override ContentType="{content_type}"/>'})


def ole(*streams: str) -> bytes:
    return compound(dict.fromkeys(streams, b""))


PICTURES = [
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    b"\xff\xd8\xff\xe0\0\x10JFIF",
    b"GIF89a\x01\0",
    b"BM\x46\0\0\0\0\0\0\0\x36",
    b"II*\0\x08\0\0\0",
]

KINDS = [
    (b"", FileKind.EMPTY),
    (package(WORD), FileKind.DOCX),
    (package("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"), FileKind.DOCX),
    (package(f"{SHEET}.main+xml"), FileKind.SPREADSHEET),
    (
        package(WORD.replace("wordprocessingml.document", "presentationml.slideshow")),
        FileKind.SLIDES,
    ),
    (pack({"word/document.xml": ""}), FileKind.DOCX),
    (pack({"mimetype": "application/vnd.oasis.opendocument.text"}), FileKind.ODT),
    (pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), FileKind.SPREADSHEET),
    (pack({"OFD.xml": "<ofd/>"}), FileKind.OFD),
    (pack({"manifest.json": "{}", "report.json": "{}"}), FileKind.PROJECT),
    (pack({"甲.docx": "x"}), FileKind.ARCHIVE),
    (package(WORD)[:-30], FileKind.DAMAGED_ARCHIVE),
    (b"Rar!\x1a\x07\x01\0", FileKind.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c\0\x04", FileKind.ARCHIVE),
    (ole("WordDocument", "1Table"), FileKind.DOC),
    (ole("EncryptionInfo", "EncryptedPackage"), FileKind.ENCRYPTED),
    (ole("Workbook"), FileKind.SPREADSHEET),
    (ole("PowerPoint Document"), FileKind.SLIDES),
    (ole("CONTENTS"), FileKind.OLD_OFFICE),
    (ole("WordDocument")[:600], FileKind.OLD_OFFICE),
    (ole("WordDocument")[:-1], FileKind.DOC),
    (b"%PDF-1.7\n", FileKind.PDF),
    (b"\r\n%PDF-1.4", FileKind.PDF),
    (b"{\\rtf1\\ansi}", FileKind.RTF),
    (b"<!DOCTYPE html><html><body>", FileKind.HTML),
    ("\ufeff<html>".encode(), FileKind.HTML),
    ("<html><p>报告</p>".encode("utf-16"), FileKind.HTML),
    (b'<?xml version="1.0"?><html xmlns="x">', FileKind.HTML),
    ("<p>报告</p>".encode(), FileKind.HTML),
    ("<html>报告".encode()[:-1], FileKind.HTML),
    (b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", FileKind.MHT),
    (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x"/>', FileKind.XML),
    ("一、工作情况".encode(), FileKind.TEXT),
    (b"a < b", FileKind.TEXT),
    (bytes(range(256)), FileKind.UNKNOWN),
    *((picture, FileKind.PICTURE) for picture in PICTURES),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_the_kind_is_told_by_content(data: bytes, kind: FileKind) -> None:
    assert sniff(data) is kind


def test_a_sheet_inside_a_word_file_does_not_make_it_a_sheet() -> None:
    both = f'<Default ContentType="{SHEET}"/><Override ContentType="{WORD}"/>'
    assert sniff(pack({"[Content_Types].xml": both})) is FileKind.DOCX


@given(st.binary() | st.binary().map(lambda data: b"PK\x03\x04" + data))
@example(b"PK")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
def test_any_bytes_have_a_kind(data: bytes) -> None:
    assert isinstance(sniff(data), FileKind)
