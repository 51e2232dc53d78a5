from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rolwriter.catalog.rules import load_rules
from tests.cli.conftest import LINES, Call

KEYS = {
    "rule_id", "severity", "message", "text", "paragraph", "start", "end", "fixes",
}  # fmt: skip


@pytest.fixture
def loose(tmp_path: Path) -> Path:
    """Two lines that are no report, with four mistakes."""
    path = tmp_path / "便条.txt"
    path.write_text("　　2024 年作出布署,推进工作。\n\n学习《民法典。\n", encoding="utf-8")
    return path


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    """A report with a wrong word and a wrong mark."""
    path = tmp_path / "有错的报告.txt"
    lines = [line.replace("完成抽样调查12次", "作出布署,调查12次") for line in LINES]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def listed(call: Call, *words: object) -> list[dict[str, Any]]:
    return json.loads(call("check", *words, "--json").out)


def test_each_finding_has_its_words_and_place(call: Call, loose: Path) -> None:
    lines = call("text", loose).out.split("\n")
    found = listed(call, loose)
    assert [f["rule_id"] for f in found] == ["P11", "W05", "P04", "P13"]
    for finding in found:
        assert set(finding) == KEYS
        line = lines[finding["paragraph"] - 1]
        assert line[finding["start"] : finding["end"]] == finding["text"]
    assert found[1]["fixes"] == [{"label": "改为“部署”", "text": "部署"}]


def test_findings_make_the_exit_code_one(call: Call, loose: Path, tmp_path: Path) -> None:
    assert call("check", loose).code == 1
    clean = tmp_path / "好.txt"
    clean.write_text("依法推进工作。\n", encoding="utf-8")
    assert call("check", clean).code == 0
    assert call("check", clean, "--json").out == "[]\n"


def test_a_text_that_is_no_report_is_judged_by_the_language_rules_alone(
    call: Call, loose: Path
) -> None:
    checked = call("check", loose)
    assert "只按语言文字的规则" in checked.err
    language = {entry.id for entry in load_rules().values() if entry.language}
    assert {f["rule_id"] for f in listed(call, loose)} <= language


def test_a_report_and_the_project_made_from_it_give_the_same(
    call: Call, flawed: Path, tmp_path: Path
) -> None:
    project = tmp_path / "工程.rolw"
    assert call("import", flawed, "-o", project).code == 0
    found = listed(call, flawed)
    assert {"P04", "W05"} <= {finding["rule_id"] for finding in found}
    assert listed(call, project) == found


def test_only_the_rules_asked_for_are_listed(call: Call, loose: Path) -> None:
    found = listed(call, loose, "--only", "P04", "w05")
    assert {finding["rule_id"] for finding in found} == {"P04", "W05"}


def test_only_what_is_grave_enough_is_listed(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "三级.txt"
    path.write_text("布署、等。建立台帐。\n", encoding="utf-8")
    assert [f["severity"] for f in listed(call, path)] == ["error", "warning", "hint"]
    assert len(listed(call, path, "--severity", "warning")) == 2
    assert len(listed(call, path, "--severity", "error")) == 1


def test_an_unknown_rule_is_the_users_matter(call: Call, loose: Path) -> None:
    refused = call("check", loose, "--only", "Q99")
    assert refused.code == 2
    assert "没有“Q99”这条规则" in refused.err


def test_safe_fixes_are_made_and_listed_and_the_rest_is_left(
    call: Call, loose: Path, tmp_path: Path
) -> None:
    target = tmp_path / "改好.txt"
    before = loose.read_bytes()
    mended = call("fix", loose, "-o", target)
    assert mended.code == 0
    assert (
        target.read_text(encoding="utf-8") == "　　2024年作出部署，推进工作。\n\n学习《民法典。\n"
    )
    assert [line.split("\t")[1] for line in mended.out.splitlines()] == ["P11", "W05", "P04"]
    assert "改了3处" in mended.err
    assert loose.read_bytes() == before


def test_a_project_is_mended_into_a_project(call: Call, flawed: Path, tmp_path: Path) -> None:
    project, target = tmp_path / "工程.rolw", tmp_path / "改好.rolw"
    call("import", flawed, "-o", project)
    assert call("fix", project, "-o", target, "--only", "W05").code == 0
    text = call("text", target).out
    assert "作出部署,调查12次" in text
    assert call("text", project).out == text.replace("部署", "布署")


def test_a_fix_writes_text_or_a_project_and_no_file_that_is_there(
    call: Call, loose: Path, tmp_path: Path
) -> None:
    assert call("fix", loose, "-o", tmp_path / "x.docx").code == 2
    assert call("fix", loose, "-o", loose).code == 2


def test_mending_a_carried_paragraph_does_not_count_as_reading_it(
    call: Call, flawed: Path, tmp_path: Path
) -> None:
    rolled, target = tmp_path / "今年.rolw", tmp_path / "改好.rolw"
    assert call("import", flawed, "-o", rolled, "--roll-forward").code == 0
    assert call("fix", rolled, "-o", target).code == 0

    def carried(path: Path) -> list[str]:
        parts = json.loads(call("dump", path).out)["parts"]
        return [paragraph["carry"] for part in parts for paragraph in part["paragraphs"]]

    assert carried(target) == carried(rolled)
    assert call("text", target).out != call("text", rolled).out


def test_the_catalogue_is_printed_with_examples(call: Call) -> None:
    printed = call("rules")
    assert printed.code == 0
    assert all(f"{rule}　" in printed.out for rule in load_rules())
    assert "错例：作出布署" in printed.out


def test_what_the_public_copy_could_show_is_named(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(
        "云溪区司法局关于2024年法治政府建设情况的报告\n一、主要成效\n聘请张建国律师。\n",
        encoding="utf-8",
    )
    assert "公开稿中遮盖：张某某律师" in call("check", report, "--only", "S06").out
