from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from rolwriter.app import comparison
from rolwriter.app.comparison import compare_projects
from rolwriter.model.dispatch import Dispatch
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report

UNSEEN = {
    "report": "its text is compared, its other fields by their own names",
    "next_id": "a counter",
    "leftover": "what this version does not know has no name here",
}


def project(text: str = "一、学习", **others: Any) -> Project:
    part = Part("c1", PartKind.CHAPTER, (Paragraph("p1", text),))
    return Project(replace(Report((part,), 2025, "某局"), **others))


def test_every_part_of_a_project_is_compared_or_left_out_for_a_reason() -> None:
    assert {field.name for field in fields(Project)} == {*comparison._BESIDES, *UNSEEN}
    assert {field.name for field in fields(Report)} == {*comparison._OF_REPORT, "parts"}


@pytest.mark.parametrize("text", ["一、学习", "一、学好"])
def test_another_organ_or_year_is_named_whether_or_not_the_text_differs(text: str) -> None:
    assert compare_projects(project(), project(text, authority="别局")).besides == ("发文机关",)
    assert compare_projects(project(), project(text, year=2026)).besides == ("报告年度",)


def test_what_goes_with_the_document_is_named_too() -> None:
    other = replace(project(), dispatch=Dispatch(printer="办公室"))
    assert compare_projects(project(), other).besides == ("发文信息",)
