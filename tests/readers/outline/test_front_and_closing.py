from __future__ import annotations

import pytest

from rolwriter.model.report import PartKind
from tests.readers.outline.given import TITLE, draft_of, shape

_BODY = "一、工作成效\n成效。\n二、工作安排\n安排。"


def _kinds(text: str) -> list[PartKind]:
    return [part.kind for part in draft_of(text).report.parts]


def test_a_title_stands_on_up_to_three_lines() -> None:
    draft = draft_of(f"某某区某某局关于\n2024年推进法治政府\n建设情况的报告\n{_BODY}")
    assert draft.report.title == "某某区某某局关于2024年推进法治政府建设情况的报告"
    assert draft.report.authority == "某某区某某局"


def test_two_issuers_above_the_title_belong_to_it() -> None:
    draft = draft_of(
        f"中共某某区委教育工作委员会\n某某区教育委员会\n关于2024年法治政府建设情况的报告\n{_BODY}"
    )
    assert draft.report.authority == "中共某某区委教育工作委员会 某某区教育委员会"
    assert len(draft.report.parts[0].paragraphs) == 3


def test_a_web_page_s_own_title_and_box_stay_unplaced_before_the_second_title() -> None:
    draft = draft_of(
        f"首页 > 政务公开\n{TITLE}\n索引号：123\n发布日期：2025-02-05\n字号：【大 中 小】\n"
        f"某某局\n关于2024年法治政府建设情况的报告\n{_BODY}\n扫一扫在手机打开当前页"
    )
    assert shape(draft)[0].startswith(f"unplaced=首页 > 政务公开|{TITLE}|索引号：123")
    assert shape(draft)[1] == "title=某某局|关于2024年法治政府建设情况的报告"
    assert shape(draft)[-1] == "unplaced=扫一扫在手机打开当前页"
    assert draft.report.title == TITLE


def test_a_box_between_title_and_text_stays_unplaced() -> None:
    assert _kinds(f"{TITLE}\n来源：某某局\n字体：大 中 小\n2024年，依法履职。\n{_BODY}")[:3] == [
        PartKind.TITLE,
        PartKind.UNPLACED,
        PartKind.PREAMBLE,
    ]


@pytest.mark.parametrize(
    "number",
    [
        "某机管〔2025〕1号",
        "某机管[2025]12号",
        "某府办发（2025）3 号",
        "某机管〔2025〕1号　签发人：某某",
    ],
)
def test_a_document_number_is_found_above_or_below_the_title(number: str) -> None:
    kinds = [PartKind.DOCUMENT_NUMBER, PartKind.TITLE]
    assert _kinds(f"{number}\n{TITLE}\n{_BODY}")[:2] == kinds
    assert _kinds(f"{TITLE}\n{number}\n{_BODY}")[:2] == kinds[::-1]


@pytest.mark.parametrize(
    "line", ["区委、区政府：", "区委、区政府，市机关事务管理局:", "各位代表："]
)
def test_the_addressee_stands_before_the_preamble(line: str) -> None:
    kinds = _kinds(f"{TITLE}\n{line}\n2024年，依法履职，现将有关情况报告如下：\n{_BODY}")
    assert kinds[:3] == [PartKind.TITLE, PartKind.ADDRESSEE, PartKind.PREAMBLE]


def test_a_preamble_that_ends_with_a_colon_is_no_addressee() -> None:
    assert _kinds(f"{TITLE}\n现将有关情况报告如下：\n{_BODY}")[1] is PartKind.PREAMBLE


def test_an_organ_or_a_date_right_below_the_title_signs_it() -> None:
    assert _kinds(f"关于2024年法治政府建设情况的报告\n某某管理局\n（2025年1月20日）\n{_BODY}")[
        :3
    ] == [
        PartKind.TITLE,
        PartKind.SIGNATURE,
        PartKind.ISSUE_DATE,
    ]


def test_signature_and_date_come_in_either_order_with_blanks_around() -> None:
    assert shape(draft_of(f"{TITLE}\n{_BODY}\n　　　　某某局\n　　　2025年1月20日　　\n "))[
        -2:
    ] == [
        "signature=某某局",
        "issue_date=2025年1月20日",
    ]
    assert shape(draft_of(f"{TITLE}\n{_BODY}\n\n2025年1月20日\n某某局（盖章）"))[-2:] == [
        "issue_date=2025年1月20日",
        "signature=某某局（盖章）",
    ]


def test_joint_signers_are_one_signature() -> None:
    signed = f"{TITLE}\n{_BODY}\n某某教育工作委员会\n某某教育委员会\n二〇二五年一月二十日"
    assert shape(draft_of(signed))[-2] == "signature=某某教育工作委员会|某某教育委员会"


def test_a_signature_without_a_date_is_found_by_the_organ_s_name() -> None:
    assert _kinds(f"{TITLE}\n{_BODY}\n某某局")[-1] is PartKind.SIGNATURE


def test_signature_and_date_on_one_line_are_a_signature() -> None:
    draft = draft_of(f"关于2024年法治政府建设情况的报告\n{_BODY}\n某某管理局　2025年1月20日")
    assert shape(draft)[-1] == "signature=某某管理局　2025年1月20日"
    assert draft.report.authority == "某某管理局"


def test_the_organ_is_taken_from_the_signature_when_the_title_names_a_region() -> None:
    draft = draft_of(f"2024年某某区法治政府建设情况报告\n{_BODY}\n某某区人民政府\n2025年1月20日")
    assert draft.report.authority == "某某区人民政府"


def test_attachments_and_their_list_are_told_from_what_else_follows_the_date() -> None:
    text = (
        f"{TITLE}\n{_BODY}\n附件：1.统计表\n　　　2.清单\n某某局\n2025年1月20日\n"
        "（联系人：某某，联系电话：0000）\n附件1\n填表说明\n一、范围\n附件2\n统计表\n甲\t乙"
    )
    assert shape(draft_of(text))[-6:] == [
        "attachment_note=附件：1.统计表|2.清单",
        "signature=某某局",
        "issue_date=2025年1月20日",
        "unplaced=（联系人：某某，联系电话：0000）",
        "attachment=附件1|填表说明|一、范围",
        "attachment=附件2|统计表|甲\t乙",
    ]


def test_a_date_inside_the_text_closes_nothing() -> None:
    draft = draft_of(f"{TITLE}\n一、工作成效\n2024年5月1日\n成效。\n二、工作安排\n安排。")
    assert [c.role for c in draft.report.chapters] == ["work", "plan"]


def test_a_body_line_on_web_matters_is_no_furniture() -> None:
    draft = draft_of(f"{TITLE}\n{_BODY}\n（一）推进无障碍环境建设\n主办法治讲座6次。")
    assert (
        shape(draft)[-1]
        == "chapter:plan=二、工作安排|安排。|（一）推进无障碍环境建设|主办法治讲座6次。"
    )


def test_a_table_of_contents_makes_no_chapters() -> None:
    draft = draft_of(f"{TITLE}\n目　录\n一、工作成效……………1\n二、工作安排\t3\n{_BODY}")
    assert shape(draft)[1] == "unplaced=目　录|一、工作成效……………1|二、工作安排\t3"
    assert len(draft.report.chapters) == 2


def test_a_title_of_unusual_wording_is_kept_and_asked() -> None:
    draft = draft_of("某某局\n2024年推进依法治理工作情况\n一、工作成效\n1\n二、存在不足\n2")
    assert draft.report.title == "某某局2024年推进依法治理工作情况"
    assert (draft.report.year, draft.report.authority) == (2024, "某某局")
    assert [d.target for d in draft.doubts] == [draft.report.parts[0].id]


def test_the_file_s_title_style_marks_a_title_of_any_wording() -> None:
    draft = draft_of(f"依法治理二〇二四年\n{_BODY}", outlines={0: 0})
    assert draft.report.parts[0].kind is PartKind.TITLE
    assert draft.report.year == 2024


def test_a_title_in_a_heading_style_is_no_chapter() -> None:
    draft = draft_of(f"某某局2024年推进依法治理工作情况\n{_BODY}", outlines={0: 1, 1: 1, 3: 1})
    assert draft.report.parts[0].kind is PartKind.TITLE
    assert [c.role for c in draft.report.chapters] == ["work", "plan"]


@pytest.mark.parametrize(
    "text",
    [
        "一、2023年工作成效\n1\n二、存在不足\n2",
        "一、工作成效\n1\n二、2024年工作安排\n2",
        "现将2023年度法治政府建设工作情况报告如下:\n一、工作成效\n1\n二、存在不足\n2",
        "2023年，依法履职。\n一、工作成效\n1\n二、存在不足\n2",
    ],
)
def test_without_a_title_the_year_is_read_from_the_text_and_asked(text: str) -> None:
    draft = draft_of(text)
    assert draft.report.year == 2023
    assert any("2023年度" in doubt.question for doubt in draft.doubts)


def test_a_year_nobody_names_is_asked() -> None:
    draft = draft_of("关于法治政府建设情况的报告\n一、工作成效\n1")
    assert draft.report.year is None
    assert any("年度" in doubt.question for doubt in draft.doubts)


def test_a_report_without_chapters_keeps_its_text_for_the_clerk_to_place() -> None:
    draft = draft_of(
        f"{TITLE}\n区委：\n2024年，现将情况报告如下：\n做了很多。\n某某局\n2025年1月1日"
    )
    assert shape(draft)[2:4] == ["preamble=2024年，现将情况报告如下：", "unplaced=做了很多。"]
    assert len(draft.doubts) == 1
