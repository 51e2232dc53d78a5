"""All rules on the report together: their entries, any text, the two samples, the time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.app.documents import report_of_file
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.load import load_toml
from rolwriter.catalog.paths import resource
from rolwriter.catalog.rules import RulesFile
from rolwriter.checks.families import make_checker
from rolwriter.checks.report_families import PARAGRAPH_RULES, report_rules
from rolwriter.checks.rule import Scene
from rolwriter.model.extent import Extent
from rolwriter.model.finding import Severity
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from tests.checks.report_cases import CASES
from tests.checks.report_maker import found, report

REAL_SAMPLE = Path(__file__).parents[3] / "shared" / "sample" / "000_fdd4e2f90afc7b98.txt"
ENTRIES = {e.id: e for e in load_toml(resource("catalog", "rules_report.toml"), RulesFile).rule}
CODES = [rule.id for rule in (*PARAGRAPH_RULES, *report_rules(Extent()))]
SHOWN = sorted({rule.id for rule in PARAGRAPH_RULES} | {"F03", "F04", "S07", "S02", "C02"})
"""The rules whose entry shows the case in the text alone."""
PARTICLES = (
    "一、",
    "二、",
    "（一）",
    "一是",
    "2024年",
    "2023年，",
    "其中",
    "分别为",
    "共计",
    "占",
    "近四成",
    "翻一番",
    "同比增长",
    "由",
    "增加到",
    "33次",
    "约2.5万件",
    "79.5%",
    "5个百分点",
    "党组会",
    "、",
    "，",
    "。",
    "（",
    "）",
    "《民法典》",
    "张建国律师",
    "13812345678",
    "秘密★1年",
    "不足",
    "原因",
    "我局",
    "第一责任人",
    "工作安排",
    "〔2024〕12号",
    "渝A12345",
    "a@b.cn",
    "家住",
    "３",
    "0件",
)
WORDS = st.lists(st.sampled_from([*PARTICLES, "\n"]) | st.text(max_size=6), max_size=60).map(
    "".join
)


def findings(whole: Report, previous: Report | None = None) -> list[tuple[str, str]]:
    """(rule, words) for every finding of these families."""
    given_project = Project(report=whole, previous=previous)
    return [(code, words) for code in CODES for words in found(code, given_project)]


def test_every_rule_has_one_code_and_one_entry() -> None:
    assert sorted(CODES) == sorted(ENTRIES)


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_is_found_and_the_right_one_is_not(code: str) -> None:
    assert found(code, ENTRIES[code].wrong)
    assert found(code, ENTRIES[code].right) == []


@given(WORDS, WORDS)
def test_any_text_goes_through_every_rule(text: str, last: str) -> None:
    whole = report(text)
    texts = {p.id: p.text for p in whole.paragraphs}
    project = Project(report=whole, previous=report(last, year=2023, prefix="q"))
    for part in whole.parts:
        for p in part.paragraphs:
            for rule in PARAGRAPH_RULES:
                for hit in rule.look(p.text, Scene(part.kind, p.level, whole.year)):
                    assert 0 <= hit.start < hit.end <= len(p.text)
    for report_rule in report_rules(Extent()):
        for found_there in report_rule.look(project, load_catalogue()):
            place = found_there.location
            length = len(texts[place.paragraph_id]) if place.paragraph_id else 0
            assert 0 <= place.start <= place.end <= length


PIECES = (
    "其中1件、",
    "占50%，",
    "增长5%。",
    "（1件",
    "张律师",
    "1",
    "家住",
    "由1件增加到2件，",
    "a@",
    "一是不足。",
)


@pytest.mark.long
@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        best = 9.0
        for _ in range(3):
            begun = time.perf_counter()
            for rule in PARAGRAPH_RULES:
                list(rule.look(f"{text}{begun}", Scene()))
            best = min(best, time.perf_counter() - begun)
        return best

    assert seconds(1600) < 12 * seconds(400) + 0.05


def test_the_sample_report_of_the_program_gives_nothing() -> None:
    assert findings(report_of_file(resource("sample", "report.txt"))) == []


@pytest.mark.skipif(not REAL_SAMPLE.exists(), reason="the real sample is not part of the project")
def test_the_real_sample_gives_a_lawyer_a_doubtful_part_and_the_missing_signature() -> None:
    codes = [code for code, _ in findings(report_of_file(REAL_SAMPLE))]
    assert sorted(codes) == ["F09", "S06", "S13"]


def spoken(code: str, given: Project) -> list[tuple[str, Severity]]:
    """(words, severity) of what the whole checker says under one code."""
    findings = make_checker(load_catalogue()).check(given)
    return [(f.text, f.severity) for f in findings if f.rule_id == code]


def test_every_rule_on_the_report_has_a_case() -> None:
    assert sorted(CASES) == sorted(ENTRIES)


@pytest.mark.parametrize("code", CASES)
def test_a_rule_speaks_of_what_is_wrong_and_of_nothing_else(code: str) -> None:
    case = CASES[code]
    assert case.wrong != case.right
    assert spoken(code, case.wrong) == [(case.words, ENTRIES[code].severity)]
    assert spoken(code, case.right) == []
