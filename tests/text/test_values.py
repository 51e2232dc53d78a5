from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.values import Written, written_value


@pytest.mark.parametrize(
    ("text", "unit", "value", "hedge"),
    [
        ("33", "次", "33", ""),
        (" 33 ", "次", "33", ""),
        ("33次", "次", "33", ""),
        ("33 次", "次", "33", ""),
        ("三十三", "次", "33", ""),
        ("三十三次", "次", "33", ""),
        ("两万五千", "次", "25000", ""),
        ("１，２３４", "件", "1234", ""),
        ("1,234,567", "件", "1234567", ""),
        ("12 345", "件", "12345", ""),
        ("约2.5万", "次", "25000", "约"),
        ("约２．５万次", "次", "25000", "约"),
        ("10余", "次", "10", "余"),
        ("10余次", "次", "10", "余"),
        ("二十多万", "元", "200000", "多"),
        ("33次左右", "次", "33", "左右"),
        ("33左右", "次", "33", "左右"),
        ("1.2亿", "元", "120000000", ""),
        ("79.5%", "%", "79.5", ""),
        ("79.5％", "%", "79.5", ""),
        ("79.5", "%", "79.5", ""),
        ("5.2万元", "万元", "5.2", ""),
        ("5.2万元", "元", "52000", ""),
        ("0", "件", "0", ""),
        ("0.1", "件", "0.1", ""),
        ("-3.2", "%", "-3.2", ""),
        ("12345678901234567890", "元", "12345678901234567890", ""),
    ],
)
def test_a_number_is_read_as_it_was_written(text: str, unit: str, value: str, hedge: str) -> None:
    assert written_value(text, unit) == Written(Decimal(value), hedge)


def test_a_value_written_in_ten_thousands_has_plain_digits() -> None:
    assert str(written_value("2.5万", "次").value) == "25000"


@pytest.mark.parametrize("text", ["本年度未发生", " 未发生 ", "本年未发生"])
def test_nothing_happened_is_not_zero(text: str) -> None:
    assert written_value(text, "件") == Written(none=True)


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("33件", "次", "单位是“件”"),
        ("33件", "", "没有写单位"),
        ("无", "次", "没有发生还是没有统计"),
        ("—", "次", "没有发生还是没有统计"),
        ("33、34", "次", "不止一个数"),
        ("30-40", "次", "不止一个数"),
        ("2025.3.4", "次", "不止一个数"),
        ("12,34", "次", "不止一个数"),
        ("一百二", "次", "不是规范的数字"),
        ("三万五", "次", "不是规范的数字"),
        ("2.5万", "万元", "按这个单位"),
        ("很多", "次", "看不出“很多”是多少"),
        ("=SUM(A1)", "次", "看不出"),
        ("9" * 21, "次", "位数太多"),
        ("", "次", "看不出"),
    ],
)
def test_what_cannot_be_told_is_said_and_never_guessed(text: str, unit: str, words: str) -> None:
    written = written_value(text, unit)
    assert (written.value, written.none) == (None, False)
    assert words in written.problem


@given(st.text(max_size=40), st.sampled_from(["", "次", "%", "万元", "人次", "平方米"]))
def test_any_text_is_a_value_or_a_problem(text: str, unit: str) -> None:
    written = written_value(text, unit)
    assert (written.value is not None) + written.none + bool(written.problem) == 1


@given(
    st.from_regex(
        r"(约|近)?[0-9０-９一二三十百千万亿.,，余多次件% -]{1,12}(左右)?", fullmatch=True
    ),
    st.sampled_from(["", "次", "%", "万元"]),
)
def test_anything_like_a_number_is_a_value_or_a_problem(text: str, unit: str) -> None:
    written = written_value(text, unit)
    assert (written.value is not None) + written.none + bool(written.problem) == 1


@given(st.decimals(0, 10**12, allow_nan=False, places=3))
def test_a_number_in_plain_digits_comes_back_exactly(value: Decimal) -> None:
    assert written_value(f"{value:f}", "件").value == value
