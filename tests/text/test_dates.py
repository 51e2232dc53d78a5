from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.dates import find_dates, find_years, issue_date


@pytest.mark.parametrize(
    "text",
    [
        "2025年3月1日",
        "2025年03月01日",
        "2025 年 3 月 1 日",
        "２０２５年３月１日",
        "二〇二五年三月一日",
        "二○二五年三月一日",
        "二零二五年三月一日",
        "二〇二五年 三月 一日",
        "（2025年3月1日）",
        "　　　2025年3月1日　",
    ],
)
def test_a_date_of_issue_is_read_in_every_notation(text: str) -> None:
    found = issue_date(text)
    assert found is not None
    assert found.value == date(2025, 3, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二五年十月十日", date(2025, 10, 10)),
        ("二〇二五年十二月二十一日", date(2025, 12, 21)),
        ("二〇二五年十一月三十日", date(2025, 11, 30)),
        ("二〇二五年二月二十日", date(2025, 2, 20)),
        ("2024年12月31日", date(2024, 12, 31)),
    ],
)
def test_han_numbers_of_months_and_days_are_read(text: str, day: date) -> None:
    found = issue_date(text)
    assert found is not None
    assert found.value == day


@pytest.mark.parametrize(
    "text", ["2025年 月 日", "2025年3月", "2025年3月  日", "2025年×月×日", "2025年2月30日"]
)
def test_an_open_or_impossible_day_is_a_date_without_a_value(text: str) -> None:
    found = issue_date(text)
    assert found is not None
    assert found.value is None


@pytest.mark.parametrize("text", ["", "2025年3月1日印发", "截至2025年3月1日", "2025年", "3月1日"])
def test_a_line_with_other_words_is_no_date_of_issue(text: str) -> None:
    assert issue_date(text) is None


def test_the_span_cuts_the_date_out_of_the_line() -> None:
    line = "  （2025年3月1日） "
    found = issue_date(line)
    assert found is not None
    assert line[found.start : found.end] == "2025年3月1日"


def test_dates_inside_running_text_are_found_with_their_spans() -> None:
    text = "2024年5月6日至二〇二四年七月八日"
    assert [text[d.start : d.end] for d in find_dates(text)] == [
        "2024年5月6日",
        "二〇二四年七月八日",
    ]


def test_years_are_found_with_or_without_the_word_for_fiscal_year() -> None:
    text = "2024年度和二〇二五年、2026 年度"
    assert [(y.value, text[y.start : y.end]) for y in find_years(text)] == [
        (2024, "2024年度"),
        (2025, "二〇二五年"),
        (2026, "2026 年度"),
    ]


def test_a_longer_number_holds_no_year() -> None:
    assert find_years("12024年") == []


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_of_the_century_is_read(day: date) -> None:
    found = issue_date(f"{day.year}年{day.month}月{day.day}日")
    assert found is not None
    assert found.value == day


@given(st.text(alphabet="20一二〇年月日 ×3", max_size=300))
def test_any_text_is_searched_without_an_error(text: str) -> None:
    for span in find_dates(text):
        assert 0 <= span.start < span.end <= len(text)
    for year in find_years(text):
        assert text[year.start : year.end].rstrip("度 ").endswith("年")
