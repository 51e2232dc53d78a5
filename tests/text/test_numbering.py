from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.numbering import heading_end, level_of, numbering_of


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("一、主要举措和成效", 1),
        ("十二、工作安排", 1),
        ("一，主要举措", 1),
        ("一．主要举措", 1),
        ("一.主要举措", 1),
        ("一 、主要举措", 1),
        ("第一部分 主要举措", 1),
        ("第二部分：存在不足", 1),
        ("第三章 年度报告", 1),
        ("（一）加强学习", 2),
        ("(一)加强学习", 2),
        ("（一)加强学习", 2),
        ("（ 一 ）加强学习", 2),
        ("（十一）、加强学习", 2),
        ("1. （一）加强学习", 2),
        ("3、（二）加强学习", 2),
        ("1.加强学习", 3),
        ("1．加强学习", 3),
        ("1、加强学习", 3),
        ("12. 加强学习", 3),
        ("（1）加强学习", 4),
        ("(2)加强学习", 4),
    ],
)
def test_a_number_tells_the_level(text: str, level: int) -> None:
    assert level_of(text) == level


@pytest.mark.parametrize(
    "text",
    [
        "",
        "一、",
        "（一）",
        "一是加强学习。",
        "1.5万人参加培训",
        "2024年召开局务会28次。",
        "一、二、三级公路全部建成",
        "第一部法律颁布",
        "第一责任人职责",
        "12.4国家宪法日活动",
    ],
)
def test_running_text_has_no_level(text: str) -> None:
    assert level_of(text) == 0


def test_a_first_sentence_before_running_text_is_a_run_in_heading() -> None:
    text = "（一）加强学习。组织学习六次。"
    numbering = numbering_of(text)
    assert numbering is not None
    assert text[: numbering.heading_end] == "（一）加强学习。"
    assert numbering.is_run_in(text)


def test_a_chain_after_a_colon_or_a_blank_ends_the_heading() -> None:
    assert heading_end("（一）加强学习：一是组织学习。", 2) == len("（一）加强学习：")
    assert heading_end("（一）加强学习 一是组织学习。", 2) == len("（一）加强学习 ")


def test_a_heading_that_ends_with_a_full_stop_is_no_run_in() -> None:
    text = "（一）加强学习。"
    numbering = numbering_of(text)
    assert numbering is not None
    assert not numbering.is_run_in(text)
    assert numbering.heading_end == len(text)


def test_a_numbered_sentence_too_long_for_a_heading_is_text() -> None:
    assert level_of("1. " + "学" * 58 + "。再学。") == 0
    assert level_of("1. " + "学" * 100) == 0


def test_a_question_or_a_list_item_is_no_run_in_heading() -> None:
    assert level_of("1. 加强学习；加强宣传。") == 0


def test_a_line_of_running_text_has_no_heading() -> None:
    assert heading_end("加强学习。组织学习。", 0) == 0


def test_a_level_set_by_hand_takes_the_first_sentence_or_the_line() -> None:
    assert heading_end("加强学习。组织学习。", 2) == 5
    assert heading_end("加强学习", 2) == 4


@given(st.text(alphabet="一二十、，.．（）()1 2第部分章。是：字", max_size=200))
def test_the_ends_stand_in_order_within_the_text(text: str) -> None:
    numbering = numbering_of(text)
    if numbering is not None:
        assert 0 < numbering.marker_end <= numbering.heading_end <= len(text)
        assert heading_end(text, numbering.level) <= len(text)
