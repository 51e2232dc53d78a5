"""A hundred wrong sentences and their right ones: found, mended at once, the right ones left."""

from __future__ import annotations

import pytest

from rolwriter.model.finding import Finding
from tests.checks.judging import found_in
from tests.checks.test_rules import table

PAIRS = table("pairs.tsv")


def mended(text: str, finding: Finding) -> str:
    place = finding.location
    return text[: place.start] + finding.fixes[0].text + text[place.end :]


def is_mended(wrong: str, right: str) -> bool:
    """Whether the first fix of one finding alone makes the sentence right."""
    return any(f.fixes and mended(wrong, f) == right for f in found_in(wrong))


def test_nine_in_ten_wrong_sentences_are_found_with_the_right_fix_first() -> None:
    missed = [wrong for wrong, right in PAIRS if not is_mended(wrong, right)]
    assert len(PAIRS) >= 100
    assert len(missed) <= len(PAIRS) // 10, missed


@pytest.mark.parametrize(("wrong", "right"), PAIRS)
def test_a_wrong_sentence_is_found_and_the_right_one_left_alone(wrong: str, right: str) -> None:
    assert found_in(wrong)
    assert found_in(right) == []
