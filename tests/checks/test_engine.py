from __future__ import annotations

from dataclasses import replace

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
