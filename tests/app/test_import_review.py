from __future__ import annotations

import pytest

from rolwriter.app.documents import Import
from rolwriter.app.imports.review import Review
from rolwriter.model.draft import Doubt, Draft
from rolwriter.model.project import SourceFile
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role

REPORT = Report(
    (
        Part("c1", PartKind.TITLE, (Paragraph("p2", "某局关于2024年法治政府建设情况的报告"),)),
        Part(
            "c3",
            PartKind.CHAPTER,
            (
                Paragraph("p4", "一、守正创新", 1),
                Paragraph("p5", "做了工作。"),
                Paragraph("p6", "", lead="　"),
                Paragraph("p7", "存在的不足"),
                Paragraph("p8", "人手不够。"),
            ),
            Role.THEME,
        ),
        Part("c9", PartKind.UNPLACED, (Paragraph("p10", "扫一扫"),)),
    ),
    2024,
    "某局",
)
DOUBTS = (Doubt("c3", "这一章写什么？", (Role.WORK, Role.OTHER)), Doubt("other", "全文请核对。"))


@pytest.fixture
def review() -> Review:
    return Review(Import(Draft(REPORT, 11, DOUBTS), SourceFile("去年.txt", b""), "txt"))


def test_an_import_nobody_corrected_comes_out_as_it_was_read(review: Review) -> None:
    assert review.result().draft.report == REPORT
    assert [part.id for part in review.chapters()] == ["c3"]


def test_a_paragraph_made_a_heading_opens_a_chapter_and_no_word_moves(review: Review) -> None:
    review.set_label(4, PartKind.CHAPTER, 1)
    review.set_role(4, Role.SHORTCOMING)
    draft = review.result().draft
    assert draft.report.lines == REPORT.lines
    assert [part.role for part in draft.report.chapters] == [Role.THEME, Role.SHORTCOMING]
    used = {part.id for part in draft.report.parts} | {p.id for p in draft.report.paragraphs}
    assert f"c{draft.next_id}" not in used
    assert len(used) == len(draft.report.parts) + len(list(draft.report.paragraphs))


def test_a_blank_line_goes_with_the_paragraph_before_it(review: Review) -> None:
    review.set_label(2, PartKind.PREAMBLE)
    parts = review.result().draft.report.parts
    assert [p.id for p in parts[2].paragraphs] == ["p5", "p6"]
    assert parts[2].kind is PartKind.PREAMBLE


def test_a_doubt_on_a_chapter_is_asked_at_its_heading_until_answered(review: Review) -> None:
    assert review.open_rows == [1]
    review.set_role(1, Role.WORK)
    assert review.open_rows == []
    assert [doubt.question for doubt in review.doubts(1)] == ["这一章写什么？"]


def test_a_guess_can_be_confirmed_as_it_is(review: Review) -> None:
    review.confirm(1)
    assert not review.is_open(1)
    assert review.result().draft.report == REPORT


def test_a_question_about_no_paragraph_is_kept_apart(review: Review) -> None:
    assert [doubt.question for doubt in review.loose_doubts] == ["全文请核对。"]


def test_what_fits_nowhere_is_listed_until_it_is_placed(review: Review) -> None:
    assert [p.text for p in review.unplaced] == ["扫一扫"]
    review.set_label(6, PartKind.CHAPTER)
    assert review.unplaced == []
    assert [p.id for p in review.result().draft.report.part("c3").paragraphs][-1] == "p10"


def test_year_and_organ_are_the_clerks(review: Review) -> None:
    review.year, review.authority = 2023, "某某局"
    report = review.result().draft.report
    assert (report.year, report.authority) == (2023, "某某局")
    review.reset()
    assert review.result().draft.report == REPORT
