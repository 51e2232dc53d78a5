"""Text files: no word and no blank lost."""

from __future__ import annotations

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import NoteKind
from rolwriter.readers.plain_text import read_plain_text
from rolwriter.readers.read import read_source


def lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_plain_text(data).paragraphs]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\n\x0c", "\u2028"])
def test_every_kind_of_line_end_ends_a_paragraph(end: str) -> None:
    assert lines(f"甲乙丙丁{end}戊己庚辛".encode()) == ["甲乙丙丁", "戊己庚辛"]


def test_blank_lines_are_paragraphs_and_blanks_stay() -> None:
    assert lines("\u3000\u3000甲 \n\n \n乙\t丙".encode()) == ["\u3000\u3000甲 ", "", " ", "乙\t丙"]


def test_a_final_line_end_makes_no_extra_paragraph() -> None:
    assert lines("甲\n".encode()) == ["甲"]
    assert lines("甲\n\n".encode()) == ["甲", ""]


def test_the_encoding_taken_is_noted() -> None:
    document = read_plain_text("关于情况的报告".encode("gb18030"))
    assert [note.kind for note in document.notes] == [NoteKind.ENCODING]
    assert document.format == "txt"


def test_control_characters_go_and_that_is_said() -> None:
    document = read_source("甲方\x01乙方\x7f丙方\n丁方情况".encode())
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲方乙方丙方", "丁方情况"]
    assert [note.kind for note in document.notes] == [NoteKind.CONTROL]
    assert "2个" in document.notes[0].message


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(RolwriterError, match="认不出"):
        read_plain_text(bytes(range(256)))
