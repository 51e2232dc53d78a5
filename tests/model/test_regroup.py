from __future__ import annotations

from itertools import count

from rolwriter.model.regroup import Label, labels_of, regrouped, relabelled
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role

REPORT = Report(
    (
        Part("c1", PartKind.UNPLACED, (Paragraph("p2", "打印"),)),
        Part("c3", PartKind.TITLE, (Paragraph("p4", "关于…的报告"),)),
        Part("c5", PartKind.CHAPTER, (Paragraph("p6", "一、成效", 1), Paragraph("p7", "文字。")),
             Role.WORK),
        Part("c8", PartKind.CHAPTER, (Paragraph("p9", "二、安排", 1),), Role.PLAN),
    )
)  # fmt: skip


def after(index: int, label: Label) -> Report:
    ids = (f"c{n}" for n in count(20))
    return regrouped(REPORT, relabelled(labels_of(REPORT), index, label), ids)


def test_labels_untouched_give_the_same_report() -> None:
    assert regrouped(REPORT, labels_of(REPORT), iter(())) == REPORT


def test_a_line_taken_for_a_heading_opens_a_chapter() -> None:
    report = after(3, Label(PartKind.CHAPTER, 1, Role.DUTY))
    assert [(c.role, c.paragraphs[0].text) for c in report.chapters] == [
        (Role.WORK, "一、成效"), (Role.DUTY, "文字。"), (Role.PLAN, "二、安排"),
    ]  # fmt: skip


def test_a_heading_taken_for_text_joins_the_chapter_before() -> None:
    report = after(4, Label(PartKind.CHAPTER, 0))
    assert [len(c.paragraphs) for c in report.chapters] == [3]


def test_an_unplaced_line_can_become_part_of_the_title() -> None:
    report = after(0, Label(PartKind.TITLE))
    assert [part.kind for part in report.parts[:2]] == [PartKind.TITLE, PartKind.TITLE]
    assert report.title == "打印关于…的报告"


def test_no_word_is_lost_by_any_label() -> None:
    for index in range(5):
        for kind in PartKind:
            assert after(index, Label(kind)).lines == REPORT.lines
