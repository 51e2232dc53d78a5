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
    ],
)
def test_only_four_digits_that_name_a_year_are_one(text: str, years: list[int]) -> None:
    assert [token.year for token in years_in(text)] == years


def test_a_year_in_the_name_of_a_document_is_marked() -> None:
    tokens = years_in("2024年落实《纲要（2021—2025年）》")
    assert [(t.year, t.in_title) for t in tokens] == [(2024, False), (2021, True), (2025, True)]


def test_a_year_is_replaced_in_its_own_place_only() -> None:
    text = "2024年和2024年度"
    assert with_year(text, years_in(text)[1], 2025) == "2024年和2025年度"
