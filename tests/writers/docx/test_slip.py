from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from rolwriter.model.slip import Slip, SlipTopic
from rolwriter.writers.docx.slip import write_slip
from tests.writers.docx.parts import find, members, the, tree
from tests.writers.docx.test_package import TRACES

SLIP = Slip(
    2025,
    "青禾县统计局",
    "法规科",
    (
        SlipTopic("decision", "依法决策", "写程序和数量。", ("去年讨论12项。", "论证2次。")),
        SlipTopic("law-teaching", "普法宣传"),
    ),
)


def lines(slip: Slip) -> list[tuple[str, str]]:
    """Style and text of each paragraph that has text."""
    document = tree(write_slip(slip), "word/document.xml")
    found = (
        (the(p, "w:pPr/w:pStyle/@w:val"), "".join(t.text for t in find(p, ".//w:t")))
        for p in find(document, "//w:p")
    )
    return [(style, text) for style, text in found if text]


def test_each_topic_has_title_hint_last_years_text_and_room() -> None:
    assert lines(SLIP)[-10:] == [
        ("SlipHint", "提示：写程序和数量。"),
        ("SlipLabel", "去年写的（供参考，不要直接照抄）："),
        ("SlipPrevious", "去年讨论12项。"),
        ("SlipPrevious", "论证2次。"),
        ("SlipLabel", "今年的内容请写在下面的方框里：〔供稿decision起〕"),
        ("SlipEnd", "〔供稿decision止〕"),
        ("SlipTopic", "二、普法宣传〔供稿law-teaching〕"),
        ("SlipLabel", "去年没有写这一项。"),
        ("SlipLabel", "今年的内容请写在下面的方框里：〔供稿law-teaching起〕"),
        ("SlipEnd", "〔供稿law-teaching止〕"),
    ]


def test_the_heading_names_year_and_supplier() -> None:
    assert lines(SLIP)[:2] == [
        ("SlipTitle", "2025年度法治政府建设情况报告供稿单"),
        ("SlipLine", "供稿科室：法规科"),
    ]


def test_each_answer_stands_between_its_codes_and_in_a_bookmark() -> None:
    document = tree(write_slip(SLIP), "word/document.xml")
    assert find(document, "//w:bookmarkStart/@w:name") == [
        "rolw_decision",
        "rolw_law_teaching",
    ]
    assert len(find(document, "//w:bookmarkEnd")) == 2


def test_an_id_too_long_for_a_bookmark_does_without() -> None:
    slip = Slip(2025, "", "", (SlipTopic("a" * 40, "甲"),))
    document = tree(write_slip(slip), "word/document.xml")
    assert find(document, "//w:bookmarkStart | //w:bookmarkEnd") == []


def test_no_part_holds_a_trace_of_who_made_it_where_or_when() -> None:
    for name, data in members(write_slip(SLIP)).items():
        assert TRACES.search(data) is None, name


def test_the_same_slip_is_the_same_bytes() -> None:
    assert write_slip(SLIP) == write_slip(SLIP)


def test_a_validator_of_the_standard_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "slip.docx"
    path.write_bytes(write_slip(SLIP))
    result = OpenXmlValidator(FileFormat.OFFICE_2019, security_validation=True).validate(path)
    assert result.errors == []


@given(st.text(st.characters()), st.text(st.characters()))
@settings(max_examples=40)
def test_any_text_at_all_makes_well_formed_parts(title: str, previous: str) -> None:
    slip = Slip(None, title, title, (SlipTopic("a", title, previous, (previous,)),))
    for data in members(write_slip(slip)).values():
        assert etree.fromstring(data) is not None
