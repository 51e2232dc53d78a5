from __future__ import annotations

import pytest

from rolwriter.text.years import with_year, years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("关于2024年法治政府建设情况的报告", [2024]),
        ("2024年度法治理论考试", [2024]),
        ("2021—2025年", [2021, 2025]),
        ("2021-2025年", [2021, 2025]),
        ("共计2024件", []),
        ("云府发〔2024〕12号", []),
        ("12024年", []),
        ("近10年来", []),
        ("二〇二四年度和二O二五年", [2024, 2025]),
        ("２０２４年", [2024]),
        ("2024 年，20 25年", [2024, 2025]),
        ("1998年成立", [1998]),
        ("第二十二年", []),
    ],
)
def test_only_four_digits_that_name_a_year_are_one(text: str, years: list[int]) -> None:
    assert [token.year for token in years_in(text)] == years


def test_a_year_in_the_name_of_a_document_is_marked() -> None:
    tokens = years_in("2024年落实《纲要（2021—2025年）》")
    assert [(t.year, t.in_title) for t in tokens] == [(2024, False), (2021, True), (2025, True)]


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("2021—2025年规划", [True, True]),
        ("2021年至2025年", [True, True]),
        ("二〇二一—二〇二五年", [True, True]),
        ("2024年、2025年", [False, False]),
        ("2024年1月至2025年1月", [False, False]),
        ("2024年，2021-2025年", [False, True, True]),
    ],
)
def test_the_two_ends_of_a_period_are_marked(text: str, ranges: list[bool]) -> None:
    assert [token.in_range for token in years_in(text)] == ranges


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("二〇二四年", "二〇二五年"),
        ("二O二四年", "二O二五年"),
        ("二零二零年", "二零二五年"),
        ("２０２４年", "２０２５年"),
        ("20 24年", "20 25年"),
    ],
)
def test_a_year_keeps_the_digits_it_was_written_in(text: str, moved: str) -> None:
    assert with_year(text, years_in(text)[0], 2025) == moved


def test_the_zero_of_a_year_in_han_is_the_usual_one_where_it_had_none() -> None:
    assert with_year("一九九八年", years_in("一九九八年")[0], 2000) == "二〇〇〇年"


def test_a_year_is_replaced_in_its_own_place_only() -> None:
    text = "2024年和2024年度"
    assert with_year(text, years_in(text)[1], 2025) == "2024年和2025年度"
