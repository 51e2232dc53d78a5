"""Old Word files: converted, or at least their words saved."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import NoteKind, SourceKind
from rolwriter.readers.msdoc import convert, read_doc
from rolwriter.readers.msdoc.salvage import salvage
from tests.readers.containers import compound

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def docx(text: str) -> bytes:
    """What a conversion might give: one paragraph."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{TYPE}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r" Type="{RELATION}" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>'
            "</w:document>",
        )
    return out.getvalue()


def word_95(text: bytes, language: int = 0x0804, flags: int = 0) -> bytes:
    """The smallest file of Word 6 or 95: a header and a run of bytes."""
    start = 0x300
    head = bytearray(start)
    struct.pack_into("<HH2xH", head, 0, 0xA5DC, 104, language)
    struct.pack_into("<H", head, 0x0A, flags)
    struct.pack_into("<II", head, 0x18, start, start + len(text))
    struct.pack_into("<I", head, 0x34, len(text))
    return compound({"WordDocument": bytes(head) + text})


def test_the_converted_file_is_read_like_any_word_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_convert", lambda _: (docx("一、举措"), []))
    document = read_doc(b"")
    assert [p.text for p in document.paragraphs] == ["一、举措"]
    assert (document.format, document.notes) == ("doc", ())


def test_a_warning_that_may_have_cost_words_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    codes = ["NUMBERING_TABLE_MALFORMED", "PICTURES_DEFERRED", "NUMBERING_TABLE_MALFORMED"]
    monkeypatch.setattr(convert, "_convert", lambda _: (docx("举措"), codes))
    (note,) = read_doc(b"").notes
    assert note.message == "自动编号的定义已损坏，编号没有读出。请对照原文件核对。"


def test_marks_of_lost_objects_are_counted_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "_convert", lambda _: (docx("甲\ufffc乙"), []))
    document = read_doc(b"")
    assert [p.text for p in document.paragraphs] == ["甲乙"]
    assert [note.kind for note in document.notes] == [NoteKind.PICTURE]


def test_a_protected_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from doc2docx.errors import EncryptedDocumentError

    def refuse(_: bytes) -> None:
        raise EncryptedDocumentError("password")

    monkeypatch.setattr(convert, "_convert", refuse)
    with pytest.raises(RolwriterError, match="密码"):
        read_doc(b"")


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", compound({"A": b"x"})])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(RolwriterError, match="损坏"):
        read_doc(data)


@pytest.mark.parametrize(
    ("language", "codec"), [(0x0804, "gb18030"), (0x0404, "big5"), (0x0409, "cp1252")]
)
def test_the_words_of_a_word_95_file_are_saved(language: int, codec: str) -> None:
    text = "Report" if codec == "cp1252" else "工作"
    document = read_doc(word_95(f"{text}\r1\r".encode(codec), language))
    assert [p.text for p in document.paragraphs] == [text, "1"]
    assert "自动编号" in document.notes[0].message


def test_what_is_no_word_of_the_text_is_left_out_of_the_saved_words() -> None:
    raw = "甲\x13PAGE \x14\x13 X \x15 3\x15乙\x01\x1f丙\x0b丁\r一\x07二\x07\x07\r".encode("gb18030")
    document = salvage(word_95(raw))
    assert document is not None
    assert [(p.text, p.kind) for p in document.paragraphs] == [
        ("甲 3乙丙", SourceKind.BODY),
        ("丁", SourceKind.BODY),
        ("一\t二", SourceKind.TABLE),
    ]


@pytest.mark.parametrize("flags", [0x0004, 0x0100])
def test_fast_saved_and_protected_files_are_not_guessed_at(flags: int) -> None:
    assert salvage(word_95(b"A\r", flags=flags)) is None


def test_a_length_beyond_the_file_is_not_believed() -> None:
    data = bytearray(word_95(b"A\r"))
    place = bytes(data).index(struct.pack("<H", 0xA5DC))
    struct.pack_into("<I", data, place + 0x34, 1 << 30)
    assert salvage(bytes(data)) is None
