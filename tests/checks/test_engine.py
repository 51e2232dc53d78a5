from __future__ import annotations

from dataclasses import replace

import pytest

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.rules import load_rules
from rolwriter.checks.engine import Checker
from rolwriter.checks.rule import Hit, ParagraphRule, Scene
from rolwriter.model.project import Project
from tests.checks.judging import checker, found_in, report_of


def counting() -> tuple[Checker, list[str]]:
    """A checker that notes each paragraph it really reads."""
    seen = list[str]()

    def look(text: str, scene: Scene) -> list[Hit]:
        del scene
        seen.append(text)
        return []

    return Checker(load_catalogue(), load_rules(), [ParagraphRule("P04", look)], []), seen


def test_a_paragraph_that_did_not_change_is_not_read_again() -> None:
    own, seen = counting()
    project = Project(report_of(["一、工作成效", "甲。", "乙。"]))
    own.check(project)
    part = project.report.parts[0]
    changed = replace(part.paragraphs[2], text="丙。")
    after = replace(part, paragraphs=(*part.paragraphs[:2], changed))
    own.check(replace(project, report=replace(project.report, parts=(after,))))
    assert seen == ["一、工作成效", "甲。", "乙。", "丙。"]


def test_a_rule_that_is_switched_off_says_nothing() -> None:
    project = Project(report_of(["一、工作成效", "作出布署,推进工作。"]))
    assert {f.rule_id for f in checker().check(project)} == {"P04", "W05"}
    assert {f.rule_id for f in checker().check(project, ["W05"])} == {"P04"}


def test_findings_come_in_the_order_of_the_text() -> None:
    project = Project(report_of(["一、成效", "2024 年作出布署,推进。", "按步就班。"]))
    places = [finding.location for finding in checker().check(project)]
    assert places == sorted(places)
    assert len(places) == 4


def test_places_in_loose_lines_count_the_blanks_before_the_text() -> None:
    (finding,) = found_in("　　作出布署。")
    assert (finding.location.start, finding.text) == (4, "布署")


def test_a_rule_that_breaks_is_noted_once_and_the_others_go_on(
    caplog: pytest.LogCaptureFixture, expected_log: set[str]
) -> None:
    expected_log.add("rule P04 broke")

    def broken(text: str, scene: Scene) -> list[Hit]:
        raise ValueError(text, scene)

    def sound(text: str, scene: Scene) -> list[Hit]:
        del scene
        return [Hit(0, len(text), "说明")]

    rules = [ParagraphRule("P04", broken), ParagraphRule("W05", sound)]
    own = Checker(load_catalogue(), load_rules(), rules, [])
    found = own.check(Project(report_of(["一、工作成效", "秘密的话。"])))
    assert [finding.rule_id for finding in found] == ["W05", "W05"]
    assert own.failed == {"P04"}
    assert [record.getMessage() for record in caplog.records] == ["rule P04 broke: ValueError"]
