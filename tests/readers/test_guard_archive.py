"""Archives of strangers: what is refused, and that honest ones are read."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.guard import open_archive
from rolwriter.readers.guard.limits import MAX_MEMBER, MAX_MEMBERS


def zipped(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def in_directory(data: bytes, offset: int, packed: bytes) -> bytes:
    """The archive with a field of its (first) directory entry overwritten."""
    start = data.index(b"PK\x01\x02") + offset
    return data[:start] + packed + data[start + len(packed) :]


def refused(data: bytes) -> str:
    with pytest.raises(RolwriterError) as caught:
        open_archive(data)
    return str(caught.value)


def test_members_are_listed_and_read() -> None:
    archive = open_archive(zipped(("a/b.xml", b"x"), ("c", b"")))
    assert set(archive.names) == {"a/b.xml", "c"}
    assert archive.read("a/b.xml") == b"x"


def test_a_member_is_found_in_any_case_and_with_either_slash() -> None:
    archive = open_archive(zipped(("Word\\Document.xml", b"x"), ("/abs.xml", b"y")))
    assert archive.read("word/document.XML") == b"x"
    assert archive.read("abs.xml") == b"y"


def test_a_missing_member_is_a_key_error() -> None:
    archive = open_archive(zipped(("a", b"x")))
    assert archive.find("b") is None
    with pytest.raises(KeyError):
        archive.read("b")


@pytest.mark.parametrize("data", [b"", b"PK", b"no archive", b"PK\x03\x04" + bytes(60)])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    assert "损坏" in refused(data)


def test_a_truncated_archive_is_refused() -> None:
    assert "损坏" in refused(zipped(("a", b"x" * 500))[:-30])


def test_a_member_with_damaged_content_is_refused_on_reading() -> None:
    data = bytearray(zipped(("a", bytes(range(256))), method=zipfile.ZIP_STORED))
    data[60] ^= 0xFF
    archive = open_archive(bytes(data))
    with pytest.raises(RolwriterError, match="损坏"):
        archive.read("a")


def test_an_encrypted_member_is_refused() -> None:
    data = in_directory(zipped(("a", b"x")), 8, struct.pack("<H", 1))
    assert "密码" in refused(data)


def test_a_packing_that_office_files_never_use_is_refused() -> None:
    assert "损坏" in refused(zipped(("a", b"x"), method=zipfile.ZIP_BZIP2))


@pytest.mark.parametrize("name", ["../a", "a/../../b", "C:/a", "..\\a"])
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    assert "损坏" in refused(zipped((name, b"x")))


def test_too_many_members_are_refused() -> None:
    members = tuple((str(index), b"") for index in range(MAX_MEMBERS + 1))
    assert "5001个部件" in refused(zipped(*members, method=zipfile.ZIP_STORED))


def test_a_member_packed_too_tightly_is_refused() -> None:
    assert "紧密" in refused(zipped(("a", bytes(2_000_000))))


def test_a_small_member_may_be_packed_tightly() -> None:
    assert open_archive(zipped(("a", bytes(500_000)))).read("a") == bytes(500_000)


def test_a_directory_that_tells_of_too_much_is_refused() -> None:
    data = in_directory(zipped(("a", b"x")), 24, struct.pack("<I", MAX_MEMBER + 1))
    assert "太大" in refused(data)


def test_members_that_are_too_much_together_are_refused() -> None:
    entry = zipped(*((str(index), b"x") for index in range(4)))
    parts = entry.split(b"PK\x01\x02")
    size = struct.pack("<I", 60 * 1024 * 1024)
    told = [parts[0], *(part[:20] + size + part[24:] for part in parts[1:])]
    assert "太大" in refused(b"PK\x01\x02".join(told))


def test_a_directory_that_tells_of_too_little_does_not_let_more_through() -> None:
    content = b"".join(index.to_bytes(4, "little") for index in range(50_000))
    data = in_directory(zipped(("a", content)), 24, struct.pack("<I", 10))
    with pytest.raises(RolwriterError, match="损坏"):
        open_archive(data).read("a")


def test_reading_again_and_again_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rolwriter.readers.guard.archive.MAX_TOTAL", 250)
    archive = open_archive(zipped(("a", b"x" * 100)))
    archive.read("a")
    archive.read("a")
    with pytest.raises(RolwriterError, match="太大"):
        archive.read("a")


@given(st.data())
def test_any_change_of_bytes_gives_content_or_an_error_to_read(data: st.DataObject) -> None:
    whole = bytearray(zipped(("a", b"hello" * 20), ("b/c", b"world")))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        archive = open_archive(bytes(whole))
        for name in archive.names:
            archive.read(name)
    except RolwriterError as error:
        assert error.remedy
