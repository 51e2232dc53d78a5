from __future__ import annotations

import pytest

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.checks.stale import dated_phrases


def found(text: str, year: int) -> list[tuple[str, bool]]:
    return [(p.text, p.stale) for p in dated_phrases(text, year, load_catalogue().phrases)]


@pytest.mark.parametrize(
    ("text", "year", "phrase", "stale"),
    [
        ("学习党的二十届三中全会精神", 2024, "二十届三中全会", False),
        ("学习党的二十届三中全会精神", 2025, "二十届三中全会", True),
        ("结合“八五”普法", 2025, "“八五”普法", False),
        ("结合“八五”普法", 2026, "“八五”普法", True),
        ("结合八五普法", 2026, "八五普法", True),
        ("截至目前，全区共有", 2024, "截至目前", True),
        ("学习《合同法》", 2024, "《合同法》", True),
        ("学习《中华人民共和国合同法》", 2024, "《中华人民共和国合同法》", True),
        ("学习中央全面依法治国工作会议精神", 2024, "中央全面依法治国工作会议", False),
        ("学习中央全面依法治国工作会议精神", 2025, "中央全面依法治国工作会议", True),
        ("旅游局来函", 2025, "旅游局", True),
        ("区法制办审核", 2025, "法制办", True),
        ("落实《法治政府建设实施纲要（2021—2025年）》", 2026,
         "法治政府建设实施纲要（2021—2025年）", True),
    ],
)  # fmt: skip
def test_a_dated_phrase_is_found_and_judged_by_the_report_year(
    text: str, year: int, phrase: str, stale: bool
) -> None:
    assert found(text, year) == [(phrase, stale)]


@pytest.mark.parametrize(
    "text",
    [
        "学习2025年中央全面依法治国工作会议精神",
        "学习2025年11月召开的中央全面依法治国工作会议精神",
        "文化和旅游局、农业农村局、规划和自然资源局、数据局来函",
    ],
)
def test_what_names_its_year_or_is_the_name_of_today_is_left_in_peace(text: str) -> None:
    assert found(text, 2026) == []


def test_text_without_dated_phrases_is_left_in_peace() -> None:
    assert found("坚持依法行政，学习《民法典》，推进法治政府建设。", 2025) == []


def test_a_recalled_entry_says_that_it_was_not_checked() -> None:
    (phrase,) = dated_phrases("党的二十届三中全会", 2025, load_catalogue().phrases)
    assert "供参考" in phrase.note


def test_of_overlapping_phrases_the_longer_one_counts() -> None:
    assert [text for text, _ in found("今年以来", 2025)] == ["今年以来"]


def test_every_phrase_of_the_catalogue_finds_its_own_forms() -> None:
    catalogue = load_catalogue().phrases
    for phrase in catalogue.by_id.values():
        for form in phrase.forms:
            ids = [p.phrase_id for p in dated_phrases(form, 2010, catalogue)]
            assert ids == [phrase.id], form
