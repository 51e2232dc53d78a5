"""Whatever is typed: no rule fails, each points inside the text, and none takes its time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.rules import load_rules
from rolwriter.checks.families import paragraph_rules
from rolwriter.checks.phrase_search import without_quotes
from rolwriter.checks.rule import ParagraphRule, Scene
from rolwriter.model.project import Project
from tests.checks.judging import checker, found_in, report_of

RULES = paragraph_rules(load_catalogue())
SCENE = Scene(level=1, year=2024)
MARKS = '《》〈〉“”（）()、，。；：%-—～余多约万亿千年月日届倍第条等法1aX.@ \u3000\U0001f600"\u0301'
WORDS = """
一、 （一） 1． 一是 二是 〔2024〕 [2024] 12号 1508 百分点 2024年 24年 …… ，, 条例 法律
行政处罚法 四个意识 中华人民共和国 政治意识 看齐意识 布署 履行 进一步 截至目前 今年 请批示
特此报告 环保局 ×× 待核实 // 约3
"""
PIECES = [*MARKS, *WORDS.split()]
EXAMPLES = [entry.wrong for entry in load_rules().values()]
SEQUENCES = """
（》 《a》 《行政处法法》 中, 中,. 1- 1. 政治意识、看齐意识， 履行履行 、、 第1条 2024年0 进一步
环保局 约3 布署 12、 的70%占
"""
NASTY = [*"1（《“今请", '"', " 1中", "一是", "四个意识", *SEQUENCES.split()]
PARAGRAPH = (
    "一是持续强化制度建设。2024年修订《云溪区司法局合同管理办法》《机关食堂管理制度》等制度12项，"
    "审查合同86份、"
    "“三重一大”事项41项，办结率为98.6%，同比提高3.2个百分点。"
    "二是依法公开信息（含部门预算、决算）132条，"
) * 4


def looked(rule: ParagraphRule, text: str) -> float:
    """The least time, in seconds of this process, of three looks at a text."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        hits = list(rule.look(text, SCENE))
        best = min(best, time.process_time() - start)
        assert all(0 <= hit.start < hit.end <= len(text) for hit in hits), rule.id
    return best


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40))
def test_any_text_goes_through_every_rule(pieces: list[str]) -> None:
    text = "".join(pieces)
    for rule in RULES:
        for hit in rule.look(text, SCENE):
            assert 0 <= hit.start < hit.end <= len(text), rule.id
    for finding in found_in(text):
        lines = text.split("\n")
        place = finding.location
        assert lines[int(place.paragraph_id) - 1][place.start : place.end] == finding.text


@given(st.lists(st.sampled_from([*PIECES, *EXAMPLES]), max_size=12))
def test_no_rule_is_kept_from_a_text_it_has_something_to_say_of(pieces: list[str]) -> None:
    text = "".join(pieces)
    bare = without_quotes(text)
    for rule in RULES:
        if rule.needs and not any(word in text or word in bare for word in rule.needs):
            assert list(rule.look(text, SCENE)) == [], rule.id


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=12))
def test_any_report_goes_through_every_rule(lines: list[str]) -> None:
    texts = {p.id: p.text for p in report_of(lines).paragraphs}
    for finding in checker().check(Project(report_of(lines))):
        place = finding.location
        assert texts[place.paragraph_id][place.start : place.end] == finding.text


@pytest.mark.long
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_takes_long_over_a_paragraph(rule: ParagraphRule) -> None:
    assert looked(rule, PARAGRAPH[:500]) < 0.002


@pytest.mark.long
@pytest.mark.parametrize("piece", NASTY)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    """Four times the text may cost four times as much; a square would be sixteen."""
    for rule in RULES:
        short, long = piece * (4_000 // len(piece)), piece * (16_000 // len(piece))
        assert looked(rule, long) < 8 * looked(rule, short) + 0.005, (rule.id, piece)
