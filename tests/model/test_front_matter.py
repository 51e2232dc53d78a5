from __future__ import annotations

from itertools import count

from rolwriter.model.front_matter import part_lines, set_part_lines
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role

TITLE = Part(
    "c1",
    PartKind.TITLE,
    (Paragraph("p2", "某局"), Paragraph("p3", "关于…的报告"), Paragraph("p4", "")),
)
CHAPTER = Part("c5", PartKind.CHAPTER, (Paragraph("p6", "一、成效", 1),), Role.WORK)
DATE = Part("c7", PartKind.ISSUE_DATE, (Paragraph("p8", "2025年1月10日"),))
REPORT = Report((TITLE, CHAPTER, DATE))


def after(kind: PartKind, *lines: str) -> Report:
    change = set_part_lines(REPORT, kind, list(lines), (f"p{n}" for n in count(20)))
    assert change is not None
    return change.apply(Project(REPORT)).report


def test_an_edited_line_keeps_its_paragraph_and_the_blank_line_after_it() -> None:
    title = after(PartKind.TITLE, "某某局", "关于…的报告").of_kind(PartKind.TITLE)[0]
    assert [(p.id, p.text) for p in title.paragraphs] == [
        ("p2", "某某局"),
        ("p3", "关于…的报告"),
        ("p4", ""),
    ]


def test_a_missing_part_is_made_in_its_place() -> None:
    kinds = [part.kind for part in after(PartKind.ADDRESSEE, "区人民政府：").parts]
    assert kinds == [PartKind.TITLE, PartKind.ADDRESSEE, PartKind.CHAPTER, PartKind.ISSUE_DATE]


def test_a_signature_stands_before_the_date() -> None:
    kinds = [part.kind for part in after(PartKind.SIGNATURE, "某局").parts]
    assert kinds[-2:] == [PartKind.SIGNATURE, PartKind.ISSUE_DATE]


def test_an_emptied_part_is_taken_out() -> None:
    assert after(PartKind.ISSUE_DATE).of_kind(PartKind.ISSUE_DATE) == ()


def test_the_same_lines_are_no_change() -> None:
    lines = part_lines(REPORT, PartKind.TITLE)
    assert set_part_lines(REPORT, PartKind.TITLE, lines, iter(())) is None
