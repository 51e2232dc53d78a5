from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rolwriter.catalog.page_format import BlockKind, FaceRole
from rolwriter.model.report import Paragraph, Part, PartKind, Report
from rolwriter.writers.layout.blocks import Block, Run, blocks, left_out
from tests.writers.reports import chapter, full_report, report


def kinds(of: Report) -> list[BlockKind]:
    return [block.kind for block in blocks(of)]


def test_every_kind_of_paragraph_makes_its_block_in_the_order_of_the_document() -> None:
    assert kinds(full_report()) == [
        BlockKind.DOCUMENT_NUMBER,
        BlockKind.TITLE,
        BlockKind.TITLE,
        BlockKind.ADDRESSEE,
        BlockKind.TEXT,
        BlockKind.HEADING_1,
        BlockKind.HEADING_2,
        BlockKind.TEXT,
        BlockKind.TEXT,
        BlockKind.HEADING_3,
        BlockKind.HEADING_4,
        BlockKind.TEXT,
        BlockKind.HEADING_1,
        BlockKind.TEXT,
        BlockKind.SIGNATURE,
        BlockKind.ISSUE_DATE,
    ]


def test_a_run_in_heading_is_text_with_the_headings_face_up_to_its_end() -> None:
    (block,) = blocks(chapter("（一）规范程序。一是按时办理。"))
    assert block == Block(
        BlockKind.TEXT,
        (Run("（一）规范程序。", FaceRole.HEADING_2), Run("一是按时办理。", FaceRole.TEXT)),
        "p2",
    )


def test_a_level_set_by_hand_makes_a_heading_without_a_number() -> None:
    plain = chapter("主要成效")
    paragraph = replace(plain.parts[0].paragraphs[0], level=2)
    by_hand = Report((replace(plain.parts[0], paragraphs=(paragraph,)),))
    assert kinds(plain) == [BlockKind.TEXT]
    assert kinds(by_hand) == [BlockKind.HEADING_2]


def test_a_number_in_a_title_makes_no_heading_of_it() -> None:
    assert kinds(report((PartKind.TITLE, ("一、二〇二五年报告",)))) == [BlockKind.TITLE]


def test_blank_paragraphs_make_no_block() -> None:
    blank = Paragraph("p1", "", lead="　　")
    assert blocks(Report((Part("c1", PartKind.PREAMBLE, (blank,)),))) == []


def test_unplaced_paragraphs_are_left_out_and_counted_when_they_have_words() -> None:
    unplaced = report((PartKind.UNPLACED, ("甲", "", "乙")), (PartKind.CHAPTER, ("丙",)))
    assert [block.text for block in blocks(unplaced)] == ["丙"]
    assert left_out(unplaced) == 2


def test_characters_no_file_can_hold_are_taken_out() -> None:
    assert [block.text for block in blocks(chapter("甲\x00乙\ud800丙", "\x01"))] == ["甲乙丙"]


@given(st.text(), st.integers(0, 4))
def test_the_runs_of_any_paragraph_are_never_empty_and_add_up_to_its_text(
    text: str, level: int
) -> None:
    of = Report((Part("c1", PartKind.CHAPTER, (Paragraph("p1", text, level),)),))
    for block in blocks(of):
        assert all(run.text for run in block.runs)
        assert [*block.text] == [char for char in text if char in block.text]
