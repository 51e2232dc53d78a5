from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import LINES, Call


def test_what_is_imported_comes_out_again(call: Call, imported: Path) -> None:
    assert call("text", imported).out.splitlines() == LINES


def test_the_import_says_what_it_recognised(call: Call, report: Path, tmp_path: Path) -> None:
    told = call("import", report, "-o", tmp_path / "p.rolw")
    assert told.out == ""
    assert "年度：2024年；发文机关：青禾县统计局；章：4；未归类：0段" in told.err


def test_a_project_that_is_there_is_not_overwritten_unasked(
    call: Call, imported: Path, report: Path
) -> None:
    before = imported.read_bytes()
    assert call("import", report, "-o", imported).code == 2
    assert imported.read_bytes() == before


def test_the_file_that_was_read_is_not_touched(call: Call, report: Path, tmp_path: Path) -> None:
    before = (report.read_bytes(), report.stat().st_mtime_ns)
    call("import", report, "-o", tmp_path / "p.rolw")
    assert (report.read_bytes(), report.stat().st_mtime_ns) == before


def test_the_same_file_makes_the_same_project(call: Call, report: Path, tmp_path: Path) -> None:
    for name in ("a.rolw", "b.rolw"):
        call("import", report, "-o", tmp_path / name)
    assert (tmp_path / "a.rolw").read_bytes() == (tmp_path / "b.rolw").read_bytes()


def test_the_import_report_is_data(call: Call, report: Path, tmp_path: Path) -> None:
    printed = call("import", report, "-o", tmp_path / "p.rolw", "--report", "json").out
    listing = json.loads(printed)
    assert (listing["authority"], listing["year"], listing["unplaced"]) == (
        "青禾县统计局",
        2024,
        [],
    )
    assert len(listing["chapters"]) == 4


def test_a_year_without_rolling_forward_is_said_to_be_of_no_use(
    call: Call, tmp_path: Path, report: Path
) -> None:
    made = call("import", report, "-o", tmp_path / "a.rolw", "--year", "2025")
    assert made.code == 0
    assert "没有写 --roll-forward" in made.err
    assert '"year": 2024' in call("dump", tmp_path / "a.rolw").out
