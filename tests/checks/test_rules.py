"""The catalogue, the code and the tests know the same rules, and each rule does as it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.rules import RuleEntry, load_rules
from rolwriter.checks.families import paragraph_rules, report_rules
from rolwriter.model.extent import Extent
from rolwriter.model.finding import Finding
from tests.checks.judging import LANGUAGE, found_in, found_in_report
from tests.checks.report_cases import CASES as REPORT_CASES


def table(name: str) -> list[tuple[str, ...]]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines[1:]]


CASES = table("cases.tsv")
ENTRIES = [entry for entry in load_rules().values() if entry.family in LANGUAGE]


def judged(entry: RuleEntry, text: str) -> list[Finding]:
    """A report when the rule needs one, loose lines otherwise."""
    return found_in(text) if entry.language else found_in_report(text)


def test_catalogue_and_code_know_the_same_rules() -> None:
    in_code = [rule.id for rule in (*paragraph_rules(load_catalogue()), *report_rules(Extent()))]
    assert sorted(in_code) == sorted(load_rules())


def test_every_rule_has_a_case_where_it_speaks_and_one_where_it_is_silent() -> None:
    speaking = [rule for rule, found, _ in CASES if found != "-"]
    silent = [rule for rule, found, _ in CASES if found == "-"]
    every = set(load_rules())
    assert {*speaking, *REPORT_CASES} == every
    assert {*silent, *REPORT_CASES} == every


@pytest.mark.parametrize(("rule", "words", "text"), CASES)
def test_a_rule_points_at_the_wrong_words_and_at_no_others(
    rule: str, words: str, text: str
) -> None:
    found = judged(load_rules()[rule], text.replace("｜", "\n"))
    met = [finding.text for finding in found if finding.rule_id == rule]
    assert met == ([] if words == "-" else [words])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entrys_own_examples_are_told_apart(entry: RuleEntry) -> None:
    assert {finding.rule_id for finding in judged(entry, entry.wrong)} == {entry.id}
    assert judged(entry, entry.right) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_a_rule_is_explained_in_plain_chinese(entry: RuleEntry) -> None:
    assert entry.title
    assert entry.explanation.endswith("。")
    assert entry.basis
    assert all(f.message.endswith("。") for f in judged(entry, entry.wrong))
