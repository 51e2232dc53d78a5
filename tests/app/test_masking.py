from __future__ import annotations

from dataclasses import replace

import pytest

from rolwriter.app.review.acts import take_back
from rolwriter.app.review.listing import decision_words
from rolwriter.app.review.masking import mask, mask_all, mask_of
from rolwriter.checks.decided import split_decided
from rolwriter.model.finding import Finding, Fix, Location, Severity
from rolwriter.model.mask import Mask, masked
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report

TEXT = "聘请张建国律师，电话13812345678。"
PROJECT = Project(
    Report((Part("c1", PartKind.CHAPTER, (Paragraph("p2", TEXT),)),), 2025), next_id=3
)


def private(rule_id: str, words: str, public: str) -> Finding:
    place = Location("p2", TEXT.find(words), TEXT.find(words) + len(words))
    fix = Fix("公开稿中遮盖", public, public=True)
    return Finding(rule_id, Severity.WARNING, place, words, "个人信息。", fixes=(fix,))


NAME = private("S06", "张建国律师", "张某某律师")
PHONE = private("Z02", "13812345678", "138****5678")


@pytest.mark.parametrize(
    ("words", "public", "kept"),
    [
        ("张建国律师", "张某某律师", ("张建国", "张某某")),
        ("欧阳建国同志", "欧阳某某同志", ("欧阳建国", "欧阳某某")),
        ("王明局长", "王某局长", ("王明局长", "王某局长")),
        ("13812345678", "138****5678", ("13812345678", "138****5678")),
        ("渝A12345", "渝A***45", ("渝A12345", "渝A***45")),
        ("张建国律师", "", ("张建国律师", "")),
    ],
)
def test_a_name_long_enough_is_masked_without_its_title(
    words: str, public: str, kept: tuple[str, str]
) -> None:
    assert mask_of(private("S06", words, public), public) == Mask(*kept, "S06")


def test_a_masked_finding_is_settled_and_the_report_keeps_its_words() -> None:
    after = mask(PROJECT, NAME, "张某某律师").apply(PROJECT)
    standing, settled = split_decided([NAME, PHONE], after)
    assert standing == [PHONE]
    assert [decision_words(*pair) for pair in settled] == ["公开稿中写作“张某某律师”"]
    assert after.report is PROJECT.report
    assert masked(after.report, after.masks).lines == ["聘请张某某律师，电话13812345678。"]


def test_a_mask_is_taken_back() -> None:
    after = mask(PROJECT, NAME, "张某某律师").apply(PROJECT)
    ((_, decision),) = split_decided([NAME], after)[1]
    assert take_back(after, decision).apply(after).masks == ()


def test_a_second_decision_on_the_same_words_replaces_the_first() -> None:
    first = mask(PROJECT, NAME, "张某某律师").apply(PROJECT)
    again = mask(first, NAME, "某律师").apply(first)
    assert again.masks == (Mask("张建国", "某", "S06"),)
    assert masked(again.report, again.masks).lines == ["聘请某律师，电话13812345678。"]


def test_all_of_a_kind_are_masked_in_one_act_and_counted() -> None:
    change, count = mask_all(PROJECT, [NAME, PHONE])
    assert change is not None
    assert count == 2
    assert split_decided([NAME, PHONE], change.apply(PROJECT))[0] == []
    assert mask_all(PROJECT, [replace(NAME, fixes=())]) == (None, 0)


def test_a_mask_settles_only_findings_of_its_own_rule() -> None:
    after = mask(PROJECT, NAME, "张某某律师").apply(PROJECT)
    other = replace(NAME, rule_id="W05")
    assert split_decided([other], after)[0] == [other]


def test_next_year_a_mask_goes_on_hiding() -> None:
    after = mask(PROJECT, NAME, "张某某律师").apply(PROJECT)
    later = replace(after, report=replace(after.report, year=2026))
    assert split_decided([NAME], later)[0] == []
