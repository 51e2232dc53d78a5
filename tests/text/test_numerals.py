"""Chinese numerals, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.numerals import LIMIT, han_number, parse_han_number


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (7, "七"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (111, "一百一十一"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (10_000, "一万"),
        (10_010, "一万零一十"),
        (12_345, "一万二千三百四十五"),
        (100_000, "十万"),
        (100_100, "十万零一百"),
        (10_001_000, "一千万一千"),
        (99_999_999, "九千九百九十九万九千九百九十九"),
    ],
)
def test_a_number_in_words(number: int, written: str) -> None:
    assert han_number(number) == written
    assert parse_han_number(written) == number


@given(st.integers(0, LIMIT - 1))
def test_every_number_comes_back(number: int) -> None:
    assert parse_han_number(han_number(number)) == number


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_a_number_out_of_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        han_number(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [("二〇二四", 2024), ("二○二五", 2025), ("一十二", 12), ("两百", 200), ("〇", 0), ("三零", 30)],
)
def test_other_ways_of_writing_are_understood(text: str, number: int) -> None:
    assert parse_han_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "甲", "12", "百", "十百", "一百二百", "万", "零万", "一万万", "二二十", "一百零", "第一"],
)
def test_what_is_no_numeral_is_none(text: str) -> None:
    assert parse_han_number(text) is None


@given(st.text("零〇一二三九十百千万两", max_size=8))
def test_any_mix_of_signs_is_a_number_or_none(text: str) -> None:
    number = parse_han_number(text)
    assert number is None or 0 <= number < LIMIT
