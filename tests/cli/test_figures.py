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


def test_the_figures_of_the_made_up_sample_are_found_and_nothing_else(
    call: Call, checkout: Path
) -> None:
    sample = checkout / "resources" / "sample" / "report.txt"
    figures = json.loads(call("figures", sample, "--json").out)
    assert [figure["text"] for figure in figures] == [
        "6次",
        "28次",
        "4次",
        "41项",
        "15项",
        "86份",
        "132条",
        "10余次",
        "1200余份",
        "36人",
        "100%",
        "3次",
        "1260场次",
        "215批次",
        "约0.62万平方米",
        "48辆",
        "30辆",
        "62.5%",
        "约1.8万次",
        "46.3万公里",
        "3.2%",
        "12家",
        "40余次",
        "98.6%",
    ]
    by_text = {f["text"]: (f["value"], f["unit"], f["hedge"]) for f in figures}
    assert by_text["约0.62万平方米"] == (6200, "平方米", "约")
    assert by_text["1200余份"] == (1200, "份", "余")
    assert by_text["46.3万公里"] == (463000, "公里", "")
    assert by_text["62.5%"] == (62.5, "%", "")
