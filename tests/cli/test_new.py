from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_a_new_project_has_the_chapters_in_the_order_of_the_law(call: Call, project: Path) -> None:
    outline = json.loads(call("outline", project, "--json").out)
    assert [chapter["role"] for chapter in outline["chapters"]] == [
        "work",
        "shortcoming",
        "duty",
        "plan",
    ]
    assert (outline["authority"], outline["year"]) == ("青禾县统计局", 2025)


def test_a_project_that_is_there_is_not_overwritten_unasked(call: Call, project: Path) -> None:
    before = project.read_bytes()
    words = ("new", "-o", project, "--year", "2030", "--authority", "别的局")
    refused = call(*words)
    assert refused.code == 2
    assert "已经存在" in refused.err
    assert project.read_bytes() == before
    assert call(*words, "--force").code == 0
    assert project.read_bytes() != before


@pytest.mark.parametrize("year", ["二〇二五", "25", "20250"])
def test_a_year_that_is_none_is_refused(call: Call, tmp_path: Path, year: str) -> None:
    path = tmp_path / "a.rolw"
    assert call("new", "-o", path, "--year", year, "--authority", "某局").code == 2
    assert not path.exists()


def test_a_name_longer_than_the_system_takes_is_refused(call: Call, tmp_path: Path) -> None:
    path = tmp_path / f"{'长' * 400}.rolw"
    refused = call("new", "-o", path, "--year", "2025", "--authority", "青禾县统计局")
    assert refused.code == 2
    assert "文件名太长" in refused.err
    assert not list(tmp_path.iterdir())
