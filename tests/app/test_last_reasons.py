"""Reasons given in one year are offered in the next, and never in force by themselves."""

from __future__ import annotations

from rolwriter.app.carry.roll_forward import roll_forward
from rolwriter.app.checklist.listing import checklist_json, checklist_lines
from rolwriter.app.checklist.survey import checklist, set_state
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.checklist import ItemState
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.storage.codec import from_parts, to_parts

CHAPTER = Part("c1", PartKind.CHAPTER, (Paragraph("p1", "一、举措", 1),), Role.WORK)
WHY = "本单位没有规范性文件制定权"


def rolled() -> Project:
    project = Project(Report((CHAPTER,), 2024, "某局"), next_id=10)
    project = set_state(project, "W8", ItemState.NOT_APPLICABLE, WHY, "p1").apply(project)
    project = set_state(project, "W12", ItemState.WAITING, "法规科").apply(project)
    project = set_state(project, "W13", ItemState.DONE).apply(project)
    return roll_forward(project, 2025).project


def test_a_reason_of_last_year_is_offered_and_decides_nothing() -> None:
    project = rolled()
    found = checklist(project, load_catalogue())
    row = next(row for row in found.rows if row.item.id == "W8")
    assert row.record is None
    assert row.state is not ItemState.NOT_APPLICABLE
    assert row.last is not None
    assert (row.last.reason, row.last.paragraph) == (WHY, "")
    assert any(f"去年：不适用，理由：{WHY}" in line for line in checklist_lines(project, found))
    listed = checklist_json(project, found)["items"]
    assert isinstance(listed, list)
    assert [i["id"] for i in listed if i["last_reason"]] == ["W8"]


def test_reasons_live_in_the_file_and_through_a_year_that_did_not_ask() -> None:
    project = from_parts(to_parts(rolled()))
    assert [record.id for record in project.last_checklist] == ["W8"]
    assert roll_forward(project, 2026).project.last_checklist == project.last_checklist
