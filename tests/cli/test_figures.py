from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import LINES, Call


def test_figures_are_listed_with_value_unit_and_place(call: Call, report: Path) -> None:
    figures = json.loads(call("figures", report, "--json").out)
    assert [(f["value"], f["unit"], f["place"]["paragraph"]) for f in figures] == [
        (12, "次", 8),
        (3, "项", 8),
        (2, "场", 10),
    ]


def test_the_place_of_a_figure_is_its_characters(call: Call, report: Path) -> None:
    for figure in json.loads(call("figures", report, "--json").out):
        place = figure["place"]
        line = LINES[place["paragraph"] - 1]
        assert line[place["start"] : place["end"]] == figure["text"]


def test_without_json_each_figure_is_a_line(call: Call, report: Path) -> None:
    assert len(call("figures", report).out.splitlines()) == 3
