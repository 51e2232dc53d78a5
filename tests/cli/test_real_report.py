"""The real report beside the checkout, where there is one; none of it is in the project."""

from __future__ import annotations

import json
import re
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


_FIGURES = """
33次 5次 63项 20项 97次 10余次 22人 100% 352批次 1508余场次 4839平方米 1340平方米 61辆 71辆
34辆 约2.5万次=25000 68万公里=680000 约5.44万升=54400 79.5% 1家 16家 59家 1家
"""
"""As written; behind = what the value is where 万 is part of it."""


def test_the_figures_of_the_real_report_are_found_and_nothing_else(call: Call, real: Path) -> None:
    figures = json.loads(call("figures", real, "--json").out)
    said = [token.partition("=") for token in _FIGURES.split()]
    assert [figure["text"] for figure in figures] == [text for text, _, _ in said]
    for figure, (text, _, value) in zip(figures, said, strict=True):
        number, hedge, unit = re.fullmatch(r"约?([\d.]+)万?(余?)(.+)", text).groups()  # type: ignore[union-attr]
        assert figure["value"] == float(value or number)
        assert figure["unit"] == unit
        assert figure["hedge"] == ("约" if text.startswith("约") else hedge)
        assert figure["name"]
