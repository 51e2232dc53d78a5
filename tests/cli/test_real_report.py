"""The real report beside the checkout, where there is one; none of it is in the project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.fixture
def real(checkout: Path) -> Path:
    path = checkout.parent / "shared" / "sample" / "000_fdd4e2f90afc7b98.txt"
    if not path.exists():
        pytest.skip("the real report is not beside this checkout")
    return path


def test_the_real_report_comes_out_as_it_went_in(call: Call, real: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.rolw"
    assert call("import", real, "-o", project).code == 0
    assert call("text", project).out == call("text", real).out
    lines = real.read_text(encoding="utf-8").splitlines()
    assert call("text", project).out.splitlines() == lines


def test_the_real_report_is_recognised(call: Call, real: Path) -> None:
    outline = json.loads(call("outline", real, "--json").out)
    assert outline["year"] == 2024
    assert outline["title"].startswith(outline["authority"])
    assert [chapter["role"] for chapter in outline["chapters"]] == [
        "work",
        "duty",
        "shortcoming",
        "plan",
    ]
    sections = [section for c in outline["chapters"] for section in c["sections"]]
    assert [section["level"] for section in sections] == [2] * 5
