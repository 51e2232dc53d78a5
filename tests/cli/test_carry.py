from __future__ import annotations

import json
from pathlib import Path

import pytest

from rolwriter.text.abridge import abridged
from tests.cli.conftest import LINES, Call


@pytest.fixture
def rolled(call: Call, report: Path, tmp_path: Path) -> Path:
    """Last year's report carried forward to 2025."""
    path = tmp_path / "结转.rolw"
    made = call("import", report, "-o", path, "--roll-forward", "--year", "2025")
    assert made.code == 0, made.err
    return path


def test_rolling_forward_moves_the_years_of_title_and_headings_and_lists_each(
    call: Call, report: Path, tmp_path: Path
) -> None:
    told = call("import", report, "-o", tmp_path / "p.rolw", "--roll-forward")
    assert f"已改年份：{LINES[1]} → {LINES[1].replace('2024', '2025')}" in told.err
    outline = json.loads(call("outline", tmp_path / "p.rolw", "--json").out)
    assert outline["year"] == 2025
    assert outline["chapters"][0]["heading"].startswith("一、2025年")
    assert outline["chapters"][3]["heading"] == "四、2026年工作安排"


def test_running_text_is_not_changed_in_silence(call: Call, rolled: Path) -> None:
    assert LINES[4] in call("text", rolled).out.splitlines()


def test_everything_carried_over_waits_and_is_listed(call: Call, rolled: Path) -> None:
    listed = call("carry", rolled, "--json")
    assert listed.code == 1
    carried = json.loads(listed.out)
    assert not carried["settled"]
    assert {p["text"] for p in carried["unread"]} >= {LINES[4], LINES[7], LINES[9]}
    assert [figure["text"] for figure in carried["figures"]] == ["12次", "3项", "2场"]
    assert {year["year"] for year in carried["years"]} == {2024, 2025}
    assert {promise["text"] for promise in carried["promises"]} == {LINES[13], LINES[15]}


def test_the_list_to_read_names_the_places(call: Call, rolled: Path) -> None:
    listed = call("carry", rolled).out
    assert f"第1章第3段：{abridged(LINES[7])}" in listed
    assert "去年的数字，今年未填：3个" in listed


def test_a_project_of_its_own_has_nothing_carried(call: Call, project: Path) -> None:
    listed = call("carry", project)
    assert (listed.code, listed.out) == (0, "这个工程没有去年的报告，没有沿用的内容。\n")


def test_a_final_copy_waits_until_everything_is_settled(
    call: Call, rolled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "定稿.docx"
    refused = call("export", rolled, "-o", out)
    assert refused.code == 1
    assert not out.exists()
    assert "沿用未核的段落" in refused.out


@pytest.mark.parametrize("way", [["--as", "draft"], ["--despite-carried"]])
def test_a_draft_or_a_decision_exports_all_the_same(
    call: Call, rolled: Path, tmp_path: Path, way: list[str]
) -> None:
    assert call("export", rolled, "-o", tmp_path / "稿.docx", *way).code == 0
    assert (tmp_path / "稿.docx").exists()
