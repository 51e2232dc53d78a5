"""Where the text is right nothing is said: the program's own sample, and the real one beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolwriter.app.documents import import_file
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.checks.families import make_checker
from rolwriter.model.project import Project
from tests.checks.judging import checker


def found_in_file(path: Path) -> list[tuple[str, str]]:
    report = import_file(path).draft.report
    return [(f.rule_id, f.text) for f in checker().check(Project(report))]


def test_the_programs_own_sample_is_right(checkout: Path) -> None:
    assert found_in_file(checkout / "resources" / "sample" / "report.txt") == []


def test_the_real_report_gives_what_a_person_would_say(checkout: Path) -> None:
    path = checkout.parent / "shared" / "sample" / "000_fdd4e2f90afc7b98.txt"
    if not path.exists():
        pytest.skip("the real report is not beside this checkout")
    assert found_in_file(path) == [("N15", "余"), ("D04", "截至目前"), ("W03", "全国法制宣传日")]
    assert len(make_checker(load_catalogue()).check(Project(import_file(path).draft.report))) <= 6
