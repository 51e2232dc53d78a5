from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call


def dumped(call: Call, project: Path) -> Any:
    return json.loads(call("dump", project).out)


def test_year_and_authority_are_set_and_saved(call: Call, project: Path) -> None:
    assert call("set", project, "year", "2026年").code == 0
    assert call("set", project, "authority", "青禾县审计局").code == 0
    tree = dumped(call, project)
    assert (tree["year"], tree["authority"]) == (2026, "青禾县审计局")


@pytest.mark.parametrize(
    "key",
    [
        "title",
        "document_number",
        "addressee",
        "preamble",
        "signature",
        "issue_date",
    ],
)
def test_the_parts_around_the_chapters_are_set(call: Call, project: Path, key: str) -> None:
    assert call("set", project, key, "新的内容").code == 0
    parts = [part for part in dumped(call, project)["parts"] if part["kind"] == key]
    assert [[p["text"] for p in part["paragraphs"]] for part in parts] == [["新的内容"]]


def test_a_title_may_have_several_lines(call: Call, project: Path) -> None:
    call("set", project, "title", "青禾县统计局\n关于2025年法治政府建设情况的报告")
    [title] = [p for p in dumped(call, project)["parts"] if p["kind"] == "title"]
    assert len(title["paragraphs"]) == 2


def test_a_paragraph_is_set_by_its_id_and_the_others_stay(call: Call, project: Path) -> None:
    before = dumped(call, project)
    target = before["parts"][1]["paragraphs"][1]
    assert call("set", project, target["id"], "完成调查12次。").code == 0
    target["text"] = "完成调查12次。"
    assert dumped(call, project) == before


def test_a_chapters_role_is_set_by_the_chapters_id(call: Call, project: Path) -> None:
    chapter = dumped(call, project)["parts"][1]
    assert call("set", project, chapter["id"], "theme").code == 0
    assert dumped(call, project)["parts"][1]["role"] == "theme"


def test_setting_what_is_there_already_does_not_write(call: Call, project: Path) -> None:
    before = project.stat().st_mtime_ns
    answer = call("set", project, "year", "2025")
    assert (answer.code, project.stat().st_mtime_ns) == (0, before)
    assert "没有改动" in answer.err


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("year", "去年"),
        ("year", "1025"),
        ("p999", "没有这一段"),
        ("颜色", "红"),
        ("c1", "unknown-role"),
    ],
)
def test_a_change_that_cannot_be_made_changes_nothing(
    call: Call, project: Path, key: str, value: str
) -> None:
    before = project.read_bytes()
    refused = call("set", project, key, value)
    assert refused.code == 2
    assert "没有改动任何内容" in refused.err
    assert project.read_bytes() == before


def test_a_line_break_inside_one_paragraph_is_refused(call: Call, project: Path) -> None:
    paragraph = dumped(call, project)["parts"][1]["paragraphs"][1]["id"]
    assert call("set", project, paragraph, "一行\n又一行").code == 2
