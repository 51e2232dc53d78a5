from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import LINES, Call


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_is_printed_a_paragraph_a_line(
    call: Call, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes("\r\n".join(LINES).encode(encoding))
    printed = call("text", path)
    assert printed.code == 0
    assert printed.out.splitlines() == LINES


def test_blanks_around_a_line_are_kept(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "缩进.txt"
    path.write_text("　　第一段\n  第二段 \n", encoding="utf-8")
    assert call("text", path).out == "　　第一段\n  第二段 \n"


def test_an_exported_word_file_reads_back_with_the_same_words(
    call: Call, imported: Path, tmp_path: Path
) -> None:
    word = tmp_path / "out.docx"
    assert call("export", imported, "-o", word).code == 0
    assert "".join(call("text", word).out.split()) == "".join(LINES)
