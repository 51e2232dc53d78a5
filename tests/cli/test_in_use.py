"""What the settings say holds on the command line too."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from rolwriter.app.settings import load_settings, save_settings
from rolwriter.catalog.house import House
from tests.cli.conftest import Call

ITEM = """
[[item]]
id = "L1"
chapter = "work"
title = "本地事项"
level = "usual"
signs = ["本地"]
basis = [{ note = "本地要求" }]
"""


def own_folder(path: Path, text: str) -> None:
    path.mkdir()
    (path / "checklist.toml").write_text(text, encoding="utf-8")
    save_settings(replace(load_settings(), catalogue_folder=str(path)))


def test_the_office_s_own_items_are_listed(call: Call, project: Path, tmp_path: Path) -> None:
    own_folder(tmp_path / "own", ITEM)
    assert "本地事项" in call("checklist", project).out


def test_a_broken_folder_is_told_and_the_official_list_is_used(
    call: Call, project: Path, tmp_path: Path
) -> None:
    own_folder(tmp_path / "own", ITEM.replace("title", "titel"))
    told = call("checklist", project)
    assert "checklist.toml" in told.err
    assert "仍按自带的资料工作" in told.err
    assert told.out.startswith("必写 ")
    assert "! " in call("self-test").out


def test_rules_switched_off_in_the_settings_are_told_and_silent(call: Call, tmp_path: Path) -> None:
    loose = tmp_path / "甲.txt"
    loose.write_text("作出布署,推进工作。\n", encoding="utf-8")
    save_settings(replace(load_settings(), silent_rules=("W05",)))
    told = call("check", loose)
    assert "W05" not in told.out
    assert "P04" in told.out
    assert "关闭了1条规则（W05）" in told.err
    asked = call("check", loose, "--only", "W05")
    assert "W05" in asked.out


def test_pages_are_set_as_the_house_sets_them(call: Call, imported: Path) -> None:
    save_settings(replace(load_settings(), house=House(page="line28")))
    page = json.loads(call("layout", imported, "--json").out)["pages"][0]
    assert page["lines"][3]["top"] - page["lines"][2]["top"] == 560


def test_the_limits_of_the_settings_are_those_of_the_check(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(
        f"云溪区司法局关于2024年法治政府建设情况的报告\n一、主要成效\n{'事' * 1500}\n",
        encoding="utf-8",
    )
    assert "S09" not in call("check", report, "--only", "S09", "S10").out
    save_settings(replace(load_settings(), words_hint=1000, words_limit=2000))
    assert "超过1000字" in call("check", report, "--only", "S09", "S10").out
    save_settings(replace(load_settings(), words_hint=1000, words_limit=1200))
    assert "超过1200字" in call("check", report, "--only", "S09", "S10").out
