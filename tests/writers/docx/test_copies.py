"""What the kinds of copies add to a Word file: sections, tables, furniture, colophon."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.report import PartKind, Report
from rolwriter.readers.docx import read_docx
from rolwriter.writers.layout.compose import Extras
from rolwriter.writers.layout.copy import Section, TableBlock, TableRow
from rolwriter.writers.layout.marks import Mark
from tests.writers.docx.parts import find, members, style, the, tree
from tests.writers.docx.written import written
from tests.writers.reports import chapter, full_report, han, report

FORMAT = load_page_format()
DISPATCH = Dispatch(
    masthead="云溪区机关事务服务中心文件",
    signatories=("张三", "李四四", "王五"),
    urgency="特急",
    note="联系人：赵六",
    copies_to=("甲局", "乙局"),
    printer="中心办公室",
    print_date=date(2026, 1, 21),
    draft_number=2,
    watermark="内部草稿",
)
WIDE = "\t".join("甲" * 9)
REPORT = report(
    *((part.kind, tuple(p.text for p in part.paragraphs)) for part in full_report().parts),
    (PartKind.ATTACHMENT_NOTE, ("附件：1. 统计表", "2. 制度清单")),
    (PartKind.ATTACHMENT, ("附件1", "统计表", "年度\t件", "2025\t12")),
    (PartKind.ATTACHMENT, ("附件2", "制度清单", WIDE, WIDE)),
)
SHEET = Section(
    (TableBlock((1.0, 3.0), (TableRow(("拟稿", "")), TableRow(("核稿", ""), 4))),), numbered=False
)


def file_of(kind: CopyKind, of: Report = REPORT) -> bytes:
    extras = Extras(date(2026, 1, 20), {"p4": [Mark(2, "〔提醒〕")]}, (SHEET,))
    return written(of, kind, DISPATCH, extras)


@pytest.mark.parametrize("kind", list(CopyKind))
def test_a_validator_of_the_standard_finds_nothing_in_any_kind(
    kind: CopyKind, tmp_path: Path
) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(file_of(kind))
    result = OpenXmlValidator(FileFormat.MICROSOFT_365, security_validation=True).validate(path)
    assert result.errors == []
    assert result.is_valid


@pytest.mark.parametrize("kind", list(CopyKind))
def test_two_exports_of_any_kind_are_the_same_bytes(kind: CopyKind) -> None:
    assert file_of(kind) == file_of(kind)


def test_only_a_draft_has_counted_lines_a_header_and_a_watermark() -> None:
    draft = tree(file_of(CopyKind.DRAFT), "word/document.xml")
    assert find(draft, "//w:lnNumType/@w:restart")[0] == "newPage"
    header = tree(file_of(CopyKind.DRAFT), "word/header1.xml")
    assert "".join(t.text for t in find(header, "//w:t")) == "草稿\u3000第2稿\u30002026年1月20日"
    assert "内部草稿".encode() in members(file_of(CopyKind.DRAFT))["word/header1.xml"]
    for kind in set(CopyKind) - {CopyKind.DRAFT}:
        assert "word/header1.xml" not in members(file_of(kind))
        assert find(tree(file_of(kind), "word/document.xml"), "//w:lnNumType") == []


def test_the_number_stands_at_the_left_and_the_last_name_at_a_tab_over_a_red_rule() -> None:
    data = file_of(CopyKind.UPWARD)
    document = tree(data, "word/document.xml")
    (row,) = find(document, "//w:p[w:pPr/w:pStyle[starts-with(@w:val,'NumberRow')]]")
    assert "".join(t.text for t in find(row, ".//w:t")) == "云机管〔2026〕3号王五"
    assert len(find(row, ".//w:tab")) == 1
    rule = row.getnext()
    assert the(rule, "w:pPr/w:pStyle/@w:val") == "RedRule"
    red = style(data, "红色分隔线")
    assert the(red, "w:pPr/w:shd/@w:fill") == "FF0000"
    assert the(style(data, "发文字号和签发人"), "w:pPr/w:ind/@w:firstLineChars") == "100"


def test_each_attachment_begins_a_section_and_a_wide_table_lies_across() -> None:
    document = tree(file_of(CopyKind.FORMAL), "word/document.xml")
    sizes = find(document, "//w:pgSz")
    assert [size.get(f"{{{size.nsmap['w']}}}orient") for size in sizes] == [
        None,
        None,
        None,
        "landscape",
        None,
    ]


def test_a_table_has_its_head_on_each_page_and_fills_the_type_area() -> None:
    document = tree(file_of(CopyKind.FORMAL), "word/document.xml")
    first = find(document, "//w:tbl")[0]
    assert len(find(first, "w:tr[w:trPr/w:tblHeader]")) == 1
    assert sum(int(c) for c in find(first, "w:tblGrid/w:gridCol/@w:w")) == FORMAT.text_width


def test_pages_of_a_sheet_without_number_have_a_footer_of_their_own() -> None:
    data = file_of(CopyKind.REVIEW)
    last = the(tree(data, "word/document.xml"), "w:body/w:sectPr")
    assert find(last, "w:footerReference/@*[local-name()='id']") == ["blank", "blank"]
    assert find(tree(data, "word/footer3.xml"), "//w:t") == []


def colophon_section(of: Report) -> tuple[list[str], list[str]]:
    document = tree(written(of, CopyKind.UPWARD, DISPATCH), "word/document.xml")
    frames = find(document, "//w:p[w:pPr/w:framePr]/w:pPr/w:pStyle/@w:val")
    return frames, find(document, "//w:sectPr/w:type/@w:val")


def test_the_colophon_stands_in_a_frame_at_the_foot_of_the_last_even_page() -> None:
    frames, types = colophon_section(chapter(han(28 * 2)))
    assert frames == ["ThickRule", "CopiesTo", "ThinRule", "Printed", "ThickRule"]
    assert types == ["evenPage"]
    frames, types = colophon_section(chapter(han(28 * 18)))
    assert (len(frames), types) == (5, [])


def test_turned_lines_of_listed_attachments_stand_under_the_name() -> None:
    data = file_of(CopyKind.FORMAL)
    first, second = (style(data, f"附件说明 {number}") for number in (1, 2))
    assert the(first, "w:pPr/w:ind/@w:left") == the(second, "w:pPr/w:ind/@w:left")
    assert int(the(first, "w:pPr/w:ind/@w:hanging")) > int(the(second, "w:pPr/w:ind/@w:hanging"))


def test_marks_and_names_are_told_apart_by_character_styles() -> None:
    draft = tree(file_of(CopyKind.DRAFT), "word/document.xml")
    (mark,) = find(draft, "//w:r[w:rPr/w:rStyle/@w:val='MarkChar']/w:t")
    assert mark.text == "〔提醒〕"
    upward = tree(file_of(CopyKind.UPWARD), "word/document.xml")
    names = find(upward, "//w:r[w:rPr/w:rStyle/@w:val='SignatoryChar']/w:t")
    assert [name.text for name in names] == ["张三\u3000\u3000李四四", "王五"]


@pytest.mark.parametrize("kind", list(CopyKind))
def test_our_own_reader_finds_every_word_of_every_kind_again(kind: CopyKind) -> None:
    read = "".join(p.text for p in read_docx(file_of(kind)).paragraphs).replace("〔提醒〕", "")
    left_out = {"此处有一段未归类的文字"}
    if kind is CopyKind.PUBLIC:
        left_out.add("云机管〔2026〕3号")
    for paragraph in REPORT.paragraphs:
        assert (paragraph.text in read) or paragraph.text in left_out


def test_an_empty_copy_is_still_a_sound_file() -> None:
    for kind in CopyKind:
        data = written(Report(), kind, Dispatch(masthead="某局"))
        assert the(tree(data, "word/document.xml"), "w:body/w:sectPr") is not None


def test_a_table_behind_a_table_is_kept_apart_from_it() -> None:
    table = TableBlock((1.0,), (TableRow(("甲",)),))
    sheet = Section((table, table))
    data = written(Report(), CopyKind.REVIEW, Dispatch(), Extras(sheets=(sheet,)))
    body = the(tree(data, "word/document.xml"), "w:body")
    assert [child.tag.rpartition("}")[2] for child in body][-5:] == [
        "tbl",
        "p",
        "tbl",
        "p",
        "sectPr",
    ]
