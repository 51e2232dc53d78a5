from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rolwriter.catalog.page_format import BlockKind, FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.report import PartKind, Report
from rolwriter.writers.layout.blocks import Block, blocks
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.compose import Extras, compose
from rolwriter.writers.layout.copy import Copy, TableBlock
from rolwriter.writers.layout.marks import Mark
from tests.writers.reports import chapter, full_report, report

FORMAT = load_page_format()
UPWARD = Dispatch(
    masthead="云溪区机关事务服务中心文件",
    signatories=("张三", "李四四", "王五"),
    urgency="特急",
    note="联系人：赵六",
    copies_to=("甲局", "乙局"),
    printer="中心办公室",
    print_date=date(2026, 1, 21),
)


def copy_of(of: Report, kind: CopyKind, dispatch: Dispatch | None = None) -> Copy:
    return compose(of, kind, dispatch or Dispatch(), FORMAT)


def only_blocks(copy: Copy) -> list[Block]:
    return [block for block in copy.blocks if isinstance(block, Block)]


def kinds(copy: Copy) -> list[BlockKind]:
    return [block.kind for block in only_blocks(copy)]


def words(copy: Copy) -> str:
    parts = list[str]()
    for block in copy.blocks:
        if isinstance(block, TableBlock):
            parts += ["\t".join(row.cells) for row in block.rows if row.paragraph_id]
        elif block.paragraph_id:
            parts.append(block.words)
    return "\n".join(parts)


@pytest.mark.parametrize("kind", [k for k in CopyKind if k is not CopyKind.PUBLIC])
def test_every_word_of_the_report_stands_in_every_kind_of_copy(kind: CopyKind) -> None:
    found = words(copy_of(full_report(), kind, UPWARD)).split("\n")
    assert sorted(found) == sorted(block.text for block in blocks(full_report()))


def test_the_public_copy_has_no_number_signatory_urgency_or_contact() -> None:
    public = copy_of(full_report(), CopyKind.PUBLIC, UPWARD)
    assert BlockKind.DOCUMENT_NUMBER not in kinds(public)
    assert not set(kinds(public)) & {BlockKind.MASTHEAD, BlockKind.URGENCY, BlockKind.NOTE}
    assert public.colophon is None
    assert "张三" not in words(public)


def test_a_copy_sent_up_has_masthead_names_and_number_above_the_title() -> None:
    upward = copy_of(full_report(), CopyKind.UPWARD, UPWARD)
    assert kinds(upward)[:5] == [
        BlockKind.URGENCY,
        BlockKind.MASTHEAD,
        BlockKind.SIGNATORIES,
        BlockKind.NUMBER_ROW,
        BlockKind.TITLE,
    ]
    assert upward.colophon is not None
    assert upward.colophon.copies_to == "抄送：甲局，乙局。"
    assert upward.colophon.printed == "2026年1月21日印发"


def test_the_number_stands_beside_the_last_names_and_names_stand_in_columns() -> None:
    above, row = only_blocks(copy_of(full_report(), CopyKind.UPWARD, UPWARD))[2:4]
    assert [run.text for run in above.runs] == ["签发人：", "张三\u3000\u3000李四四"]
    assert [run.face for run in above.runs] == [FaceRole.TEXT, FaceRole.SIGNATORY]
    assert row.text == "云机管〔2026〕3号"
    assert row.beside is not None
    assert [run.text for run in row.beside.runs] == ["王五"]
    assert above.indents is not None
    cell = FORMAT.cell(FaceRole.TEXT)
    assert row.beside.left == above.indents.first + 4 * cell
    widest = above.indents.first + cells(above.text) * cell
    assert widest == FORMAT.text_width - FORMAT.faces[FaceRole.TEXT].size


def test_without_names_the_label_stands_to_be_filled_in_by_hand() -> None:
    upward = copy_of(full_report(), CopyKind.UPWARD, Dispatch(masthead="某局"))
    row = next(b for b in only_blocks(upward) if b.kind is BlockKind.NUMBER_ROW)
    assert row.beside is not None
    assert row.beside.runs[0].text == "签发人："


def test_without_a_number_the_names_bear_the_rule() -> None:
    upward = copy_of(chapter("正文。"), CopyKind.UPWARD, UPWARD)
    row = next(b for b in only_blocks(upward) if b.kind is BlockKind.NUMBER_ROW)
    assert (row.text, row.paragraph_id) == ("王五", "")


def test_a_long_masthead_is_made_smaller_so_that_it_fits_the_line() -> None:
    name = "云溪区机关事务服务中心和国有资产管理中心"
    face = copy_of(chapter("文"), CopyKind.UPWARD, Dispatch(masthead=name)).page_format.faces
    assert cells(name) * face[FaceRole.MASTHEAD].size <= FORMAT.text_width
    assert face[FaceRole.MASTHEAD].size_pt < FORMAT.faces[FaceRole.MASTHEAD].size_pt


def test_a_line_above_the_masthead_does_not_push_it_down() -> None:
    urgent, plain = (
        copy_of(chapter("文"), CopyKind.UPWARD, Dispatch(masthead="某局", urgency=words))
        for words in ("加急", "")
    )
    above = urgent.page_format.before(BlockKind.MASTHEAD) + FORMAT.line(BlockKind.URGENCY)
    assert above == plain.page_format.before(BlockKind.MASTHEAD)


def test_the_note_stands_in_brackets_under_the_date() -> None:
    for note in ("联系人：赵六", "（联系人：赵六）"):
        upward = copy_of(full_report(), CopyKind.UPWARD, replace(UPWARD, note=note))
        assert kinds(upward)[-2:] == [BlockKind.ISSUE_DATE, BlockKind.NOTE]
        assert only_blocks(upward)[-1].text == "（联系人：赵六）"


def test_the_titles_lines_are_the_clerks_where_there_are_any() -> None:
    of = report((PartKind.TITLE, ("云溪区某局", "关于情况的报告")))
    (title,) = only_blocks(copy_of(of, CopyKind.FORMAL, Dispatch(title_breaks=(7,))))
    assert title.text == "云溪区某局关于\n情况的报告"
    assert title.words == "云溪区某局关于情况的报告"


def test_line_breaks_of_an_older_title_that_would_part_a_word_are_not_used() -> None:
    of = report((PartKind.TITLE, ("云溪区某局关于情况的报告",)))
    (title,) = only_blocks(copy_of(of, CopyKind.FORMAL, Dispatch(title_breaks=(6,))))
    assert title.text == title.words


def test_consultation_and_review_copies_say_so_right_under_the_title() -> None:
    for kind in (CopyKind.CONSULT, CopyKind.REVIEW):
        copy = copy_of(full_report(), kind)
        at = kinds(copy).index(BlockKind.CAPTION)
        assert kinds(copy)[at - 1] is BlockKind.TITLE
        assert only_blocks(copy)[at].text == f"（{kind.label}）"
        assert copy.page_format.after(BlockKind.TITLE) == 0


def test_a_draft_has_room_for_remarks_a_header_and_counted_lines() -> None:
    dispatch = Dispatch(draft_number=3, watermark="内部草稿")
    draft = compose(full_report(), CopyKind.DRAFT, dispatch, FORMAT, Extras(date(2026, 1, 20)))
    assert draft.header == "草稿\u3000第3稿\u30002026年1月20日"
    assert (draft.watermark, draft.line_numbers) == ("内部草稿", True)
    assert draft.page_format.text_width < FORMAT.text_width
    assert draft.page_format.grid.chars == 22


def test_marks_stand_in_a_draft_alone_and_are_no_words_of_the_report() -> None:
    of = chapter("（一）规范程序。一是按时办理。")
    extras = Extras(marks={"p2": [Mark(0, "〔甲〕"), Mark(10, "〔乙〕"), Mark(99, "〔丙〕")]})
    draft = compose(of, CopyKind.DRAFT, Dispatch(), FORMAT, extras)
    (block,) = only_blocks(draft)
    assert block.text == "〔甲〕（一）规范程序。一是〔乙〕按时办理。〔丙〕"
    assert block.words == "（一）规范程序。一是按时办理。"
    (plain,) = only_blocks(compose(of, CopyKind.FORMAL, Dispatch(), FORMAT, extras))
    assert plain.text == block.words


def test_paragraphs_with_equally_many_tabs_become_a_table() -> None:
    copy = copy_of(chapter("如下表：", "年度\t件", "2025\t12", "文\t字", "完。"), CopyKind.FORMAL)
    text, table, end = copy.blocks
    assert isinstance(table, TableBlock)
    assert [row.cells for row in table.rows] == [("年度", "件"), ("2025", "12"), ("文", "字")]
    assert table.header_rows == 1
    assert isinstance(text, Block)
    assert isinstance(end, Block)


def test_one_line_with_a_tab_is_no_table() -> None:
    assert kinds(copy_of(chapter("甲\t乙", "丙\t丁\t戊"), CopyKind.FORMAL)) == [BlockKind.TEXT] * 2


def test_a_table_of_many_columns_lies_across_pages_of_its_own() -> None:
    row = "\t".join("甲" * 9)
    copy = copy_of(chapter("前。", row, row, "后。"), CopyKind.FORMAL)
    assert [section.landscape for section in copy.sections] == [False, True, False]


def test_a_page_laid_across_keeps_the_binding_edge_and_the_numbers_distance() -> None:
    turned = FORMAT.across()
    assert (turned.page.width, turned.page.height) == (FORMAT.page.height, FORMAT.page.width)
    assert (turned.page.top, turned.text_width) == (FORMAT.page.left, FORMAT.text_height)
    assert (
        turned.page.bottom - turned.footer.distance == FORMAT.page.bottom - FORMAT.footer.distance
    )


ATTACHED = report(
    (PartKind.CHAPTER, ("正文。",)),
    (PartKind.ATTACHMENT_NOTE, ("附件：1. 统计表", "2. 制度清单")),
    (PartKind.ISSUE_DATE, ("2026年1月20日",)),
    (PartKind.ATTACHMENT, ("附件1", "统计表", "年度\t件", "2025\t12")),
    (PartKind.ATTACHMENT, ("制度清单", "一、总则", "正文。")),
)


def test_each_attachment_begins_a_page_with_its_label_and_title() -> None:
    text, first, second = copy_of(ATTACHED, CopyKind.UPWARD, UPWARD).sections
    assert isinstance(text.content[-1], Block)
    assert text.content[-1].kind is BlockKind.NOTE
    assert [b.kind for b in first.content if isinstance(b, Block)] == [
        BlockKind.ATTACHMENT_LABEL,
        BlockKind.ATTACHMENT_TITLE,
    ]
    assert isinstance(first.content[-1], TableBlock)
    assert [b.kind for b in second.content if isinstance(b, Block)] == [
        BlockKind.ATTACHMENT_TITLE,
        BlockKind.HEADING_1,
        BlockKind.TEXT,
    ]


def test_listed_attachments_stand_under_each_other_and_so_do_their_turned_lines() -> None:
    first, second = (
        block
        for block in only_blocks(copy_of(ATTACHED, CopyKind.FORMAL))
        if block.kind is BlockKind.ATTACHMENT_NOTE
    )
    cell = FORMAT.cell(FaceRole.TEXT)
    assert first.indents is not None
    assert second.indents is not None
    assert first.indents.first == 2 * FORMAT.faces[FaceRole.TEXT].size
    assert second.indents.first == first.indents.first + 3 * cell
    assert first.indents.turned == second.indents.turned
    assert second.indents.turned == pytest.approx(second.indents.first + 1.5 * cell, abs=1)


def test_the_same_values_make_the_same_copy() -> None:
    for kind in CopyKind:
        assert copy_of(full_report(), kind, UPWARD) == copy_of(full_report(), kind, UPWARD)
