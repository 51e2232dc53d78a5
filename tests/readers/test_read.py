"""The door: paths that cannot be read, files that are something else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import SourceDocument
from rolwriter.readers import read
from rolwriter.readers.kinds import FileKind
from rolwriter.readers.read import load_bytes, read_source
from rolwriter.readers.refusals import refusal

READABLE = {"docx", "doc", "odt", "rtf", "pdf", "html", "mht", "txt"}


def test_a_file_comes_as_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_bytes(b"abc")
    assert load_bytes(tmp_path / "甲.txt") == b"abc"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RolwriterError, match="文件夹"):
        load_bytes(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RolwriterError, match="找不到文件“乙"):
        load_bytes(tmp_path / "乙.docx")


def test_a_file_one_may_not_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "丙.docx"
    file.write_bytes(b"x")

    def deny(*_arguments: object, **_options: object) -> None:
        raise PermissionError(13, "denied")

    # the tests may run as root, who may read everything
    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(RolwriterError, match="权限"):
        load_bytes(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RolwriterError, match="不是普通文件"):
        load_bytes(tmp_path / "pipe")


def test_a_name_no_system_takes_is_refused() -> None:
    with pytest.raises(RolwriterError):
        load_bytes("甲\0乙")


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "SIZE_LIMIT", 4)
    (tmp_path / "大.txt").write_bytes(b"12345")
    with pytest.raises(RolwriterError, match="太大"):
        load_bytes(tmp_path / "大.txt")


def test_a_picture_named_docx_is_called_a_picture() -> None:
    with pytest.raises(RolwriterError) as caught:
        read_source(b"\x89PNG\r\n\x1a\n", "报告.docx")
    assert caught.value.what == (
        "“报告.docx”不是Word文件，它实际是一张图片，里面没有可以读取的文字。"
    )
    assert "现有文稿没有改动" in caught.value.consequence


@pytest.mark.parametrize("kind", [kind for kind in FileKind if kind not in READABLE])
def test_every_other_kind_has_its_sentences(kind: FileKind) -> None:
    error = refusal(kind, "甲.bin")
    assert "甲.bin" in error.what
    assert error.what.endswith("。")
    assert error.remedy.startswith("请")


def test_the_sentences_differ_from_kind_to_kind() -> None:
    kinds = [kind for kind in FileKind if kind not in READABLE]
    assert len({refusal(kind).what for kind in kinds}) == len(kinds)


STARTS = [
    b"",
    b"PK\x03\x04",
    b"{\\rtf1 ",
    b"<html>",
    b"%PDF-1.4",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
]


@given(st.sampled_from(STARTS), st.binary())
def test_any_bytes_give_a_document_or_a_sentence(start: bytes, data: bytes) -> None:
    try:
        document = read_source(start + data)
    except RolwriterError:
        return
    assert isinstance(document, SourceDocument)
    assert not any("\n" in paragraph.text for paragraph in document.paragraphs)
