from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.catalog.outline import load_outline
from rolwriter.model.report import Role
from rolwriter.readers.outline import classify


class Variant(NamedTuple):
    heading: str
    year: int | None
    role: Role
    asked: bool


def _variants() -> list[Variant]:
    """Headings as organs write them: domain.md §4, published reports' forms, and our own."""
    table = Path(__file__).with_name("headings.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return [
        Variant(heading, None if year == "-" else int(year), Role(role), asked == "ask")
        for heading, year, role, asked in rows
    ]


VARIANTS = _variants()


def test_at_least_95_of_100_heading_variants_get_the_right_role() -> None:
    assert len(VARIANTS) >= 120
    wrong = [v for v in VARIANTS if classify(v.heading, v.year).role is not v.role]
    assert len(wrong) <= 0.05 * len(VARIANTS), wrong


def test_a_wrong_role_is_never_given_as_certain() -> None:
    verdicts = [(v, classify(v.heading, v.year)) for v in VARIANTS]
    assert [v for v, verdict in verdicts if verdict.certain and verdict.role is not v.role] == []


def test_every_doubtful_heading_is_asked() -> None:
    doubtful = [v for v in VARIANTS if v.asked]
    assert len(doubtful) >= 30
    assert [v for v in doubtful if classify(v.heading, v.year).certain] == []


def test_plain_headings_are_not_asked_about() -> None:
    plain = [v for v in VARIANTS if not v.asked]
    asked = [v for v in plain if not classify(v.heading, v.year).certain]
    assert len(asked) <= 0.02 * len(plain), asked


def test_the_guess_is_the_first_choice_and_the_right_role_is_among_them() -> None:
    for variant in VARIANTS:
        verdict = classify(variant.heading, variant.year)
        if not verdict.certain:
            assert verdict.choices[0] is verdict.role
            assert variant.role in verdict.choices
            assert len(set(verdict.choices)) == len(verdict.choices) > 1


@pytest.mark.parametrize(
    ("heading", "choices"),
    [
        ("存在问题及下一步打算", (Role.SHORTCOMING, Role.PLAN)),
        ("主要举措成效和存在的不足", (Role.SHORTCOMING, Role.WORK)),
        ("2024年工作总结和2025年工作安排", (Role.PLAN, Role.WORK)),
    ],
)
def test_a_heading_for_two_chapters_offers_both(heading: str, choices: tuple[Role, ...]) -> None:
    verdict = classify(heading, 2024)
    assert verdict.several
    assert verdict.choices[:2] == choices


@pytest.mark.parametrize(
    ("heading", "role"),
    [("2025年工作举措及成效", Role.WORK), ("2025年存在的不足和原因", Role.SHORTCOMING)],
)
def test_a_year_that_speaks_against_the_role_is_asked(heading: str, role: Role) -> None:
    assert classify(heading, 2025).certain
    verdict = classify(heading, 2024)
    assert verdict.role is role
    assert verdict.clash


def test_the_same_words_are_plan_or_work_by_the_year_of_the_title() -> None:
    assert classify("2025年推进法治政府建设的主要举措", 2024).role is Role.PLAN
    assert classify("2025年推进法治政府建设的主要举措", 2025).role is Role.WORK


@given(st.text(max_size=120), st.none() | st.integers(2000, 2099))
def test_any_heading_gets_a_role(heading: str, year: int | None) -> None:
    verdict = classify(heading, year)
    assert verdict.certain or verdict.choices[0] is verdict.role


_WORDS = st.sampled_from(
    [*load_outline().vocabulary.fillers, "2024年", "2025年", "存在", "不足", "成效", "安排", "，"]
)


@pytest.mark.timeout(60)
@given(st.lists(_WORDS, max_size=60).map("".join))
def test_headings_of_repeated_words_do_not_run_away(heading: str) -> None:
    verdict = classify(heading, 2024)
    assert verdict.certain or len(verdict.choices) > 1
