from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import LINES, Call

EXPECTED = {
    "title": LINES[0] + LINES[1],
    "authority": "青禾县统计局",
    "year": 2024,
    "roles": ["work", "duty", "shortcoming", "plan"],
    "headings": [LINES[5], LINES[10], LINES[12], LINES[14]],
    "sections": [LINES[6], LINES[8]],
}


def test_the_outline_has_title_organ_year_and_chapters(call: Call, report: Path) -> None:
    outline = json.loads(call("outline", report, "--json").out)
    chapters = outline["chapters"]
    assert {
        "title": outline["title"],
        "authority": outline["authority"],
        "year": outline["year"],
        "roles": [chapter["role"] for chapter in chapters],
        "headings": [chapter["heading"] for chapter in chapters],
        "sections": [section["heading"] for c in chapters for section in c["sections"]],
    } == EXPECTED


def test_a_project_has_the_outline_of_the_file_it_was_made_from(
    call: Call, report: Path, imported: Path
) -> None:
    assert call("outline", imported, "--json").out == call("outline", report, "--json").out


def test_without_json_the_outline_is_lines_to_read(call: Call, report: Path) -> None:
    lines = call("outline", report).out.splitlines()
    assert lines[:3] == [
        f"标题：{LINES[0]}{LINES[1]}",
        "发文机关：青禾县统计局",
        "年度：2024",
    ]
    assert f"　　{LINES[6]}" in lines


def test_a_text_that_is_no_report_has_an_outline_that_says_so(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "便条.txt"
    path.write_text("明天上午开会。\n", encoding="utf-8")
    shown = call("outline", path, "--json")
    assert shown.code == 0
    assert json.loads(shown.out)["year"] is None
    assert json.loads(shown.out)["chapters"] == []
