from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import LINES, Call
from tests.writers.reports import han


def test_the_pages_hold_every_line_and_name_where_paragraphs_begin(
    call: Call, imported: Path
) -> None:
    told = call("layout", imported, "--json")
    assert told.code == 0
    data = json.loads(told.out)
    assert data["kind"] == "formal"
    (page,) = data["pages"]
    assert "".join(line["text"] for line in page["lines"]) == "".join(LINES)
    assert [line["line"] for line in page["lines"]] == list(range(1, len(page["lines"]) + 1))
    first = page["lines"][2]
    assert first["text"] == "县人民政府："
    assert data["places"][first["paragraph"]] == {"page": 1, "line": 3}
    assert data["breaks"] == []


def test_a_break_names_the_paragraph_and_character_a_page_begins_with(
    call: Call, tmp_path: Path
) -> None:
    text = "一、主要举措和成效\n" + "依法履职" * 200 + "。\n二、不足\n执法人员偏少。\n"
    source, project = tmp_path / "长.txt", tmp_path / "长.rolw"
    source.write_text(text, "utf-8")
    assert call("import", source, "-o", project).code == 0
    data = json.loads(call("layout", project, "--json").out)
    (found,) = data["breaks"]
    # 21 lines under the heading: 26 characters on the first, 28 on each other
    assert (found["page"], found["start"]) == (2, 26 + 20 * 28)
    assert found["text"].startswith("履职依法")


def test_without_json_each_line_is_a_line(call: Call, imported: Path) -> None:
    head, *lines = call("layout", imported).out.splitlines()
    assert head == f"—— 第1页，{len(lines)}行 ——"
    assert "".join(lines) == "".join(LINES)
    assert lines[:3] == [line for line in LINES if line][:3]


def test_a_draft_has_shorter_lines_and_shows_what_is_open(call: Call, tmp_path: Path) -> None:
    source, project = tmp_path / "稿.txt", tmp_path / "稿.rolw"
    text = f"一、主要举措和成效\n{han(50)}(三次)。\n二、不足\n执法人员偏少。\n"
    source.write_text(text, "utf-8")
    assert call("import", source, "-o", project).code == 0
    draft = json.loads(call("layout", project, "--as", "draft", "--json").out)
    lines = [line["text"] for page in draft["pages"] for line in page["lines"]]
    assert [len(line) for line in lines[1:3]] == [20, 22]
    assert "〔" in "".join(lines)


def test_a_copy_that_cannot_be_made_is_refused_in_plain_words(call: Call, project: Path) -> None:
    assert call("set", project, "authority", "").code == 0
    told = call("layout", project, "--as", "upward")
    assert told.code == 2
    assert "发文机关" in told.err
