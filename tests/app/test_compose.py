from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.app.guide.compose import (
    NOT_HAPPENED,
    Amount,
    Composed,
    Value,
    compose,
    missing_for,
    usable_patterns,
    values_of,
)
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.topics import FieldKind, Pattern, Topic
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.report import Report
from rolwriter.text.figures import figures_in

CATALOGUE = load_catalogue()
REPORT = Report(year=2026, authority="澄川区机关事务服务中心")
PATTERNS = {p.id: p for topic in CATALOGUE.topics.values() for p in topic.pattern}


def amount(value: str, hedge: str = "") -> Amount:
    return Amount(Decimal(value), hedge)


def composed(pattern: str, **values: Value) -> Composed:
    return compose(CATALOGUE, PATTERNS[pattern], _dashed(values), REPORT)


def missing(pattern: str, **values: Value) -> tuple[str, ...]:
    return missing_for(CATALOGUE, PATTERNS[pattern], _dashed(values), REPORT)


def _dashed(values: dict[str, Value]) -> dict[str, Value]:
    return {name.replace("_", "-"): value for name, value in values.items()}


def test_a_sentence_is_filled_and_its_figures_are_marked() -> None:
    sentence = composed(
        "collective-decisions-1", party_meetings=amount("28"), major_items=amount("41")
    )
    assert sentence.text == (
        "严格执行民主集中制，2026年召开党组会议28次，集体研究决定“三重一大”事项41项。"
    )
    marked = [(f.field, f.span.of(sentence.text)) for f in sentence.figures]
    assert marked == [("party-meetings", "28次"), ("major-items", "41项")]
    assert sentence.left_out == ()


def test_a_hedge_and_a_large_number_are_written_officially() -> None:
    sentence = composed(
        "affairs-3", cars_managed=amount("48"), trips=amount("25000", "约"), fuel_saved=amount("1")
    )
    assert sentence.text == "规范公务用车管理，统一管理车辆48辆，保障公务出行约2.5万次。"
    assert sentence.left_out == ("fuel-saved",)


def test_a_clause_whose_value_is_missing_is_left_out() -> None:
    assert composed("litigation-1", litigation_cases=amount("3")).text == (
        "支持人民法院依法受理和审理行政案件，2026年行政诉讼案件3件。"
    )


@pytest.mark.parametrize("none", [NOT_HAPPENED, Amount(Decimal(0))])
def test_what_did_not_happen_is_said_and_not_left_out(none: Value) -> None:
    sentence = composed("litigation-1", litigation_cases=amount("3"), litigation_lost=none)
    assert "3件，无败诉案件。" in sentence.text
    assert sentence.left_out == ()


def test_a_rate_of_zero_is_a_value() -> None:
    sentence = composed("litigation-1", litigation_cases=amount("3"), loss_rate=amount("0"))
    assert sentence.text.endswith("3件，败诉率0%。")


def test_nothing_at_all_has_a_sentence_of_its_own() -> None:
    topic = CATALOGUE.topics["normative-documents"]
    values: dict[str, Value] = {"documents-made": NOT_HAPPENED}
    usable = usable_patterns(CATALOGUE, topic, values, REPORT)
    assert [compose(CATALOGUE, p, values, REPORT).text for p in usable] == [
        "2026年未制定行政规范性文件。"
    ]


def test_the_sentence_for_nothing_is_refused_when_something_happened() -> None:
    assert missing("reconsideration-3", reconsideration_cases=amount("1")) == (
        "行政复议案件（应为本年度未发生）",
    )


def test_a_missing_value_makes_a_pattern_unusable_and_is_named() -> None:
    assert missing("collective-decisions-1") == ("党组（党委）会议",)
    with pytest.raises(RolwriterError, match="还缺：党组（党委）会议"):
        composed("collective-decisions-1")


def test_a_list_begins_with_the_first_member_that_is_there() -> None:
    both = composed(
        "judicial-advice-1",
        court_advice=amount("1"),
        prosecutor_advice=amount("2"),
        advice_answered=amount("3"),
    )
    one = composed("judicial-advice-1", prosecutor_advice=amount("2"), advice_answered=amount("2"))
    assert "收到司法建议1份、检察建议2份，" in both.text
    assert "收到检察建议2份，" in one.text
    assert missing("judicial-advice-1", advice_answered=amount("2")) == ("司法建议或检察建议",)


def test_words_are_taken_as_typed_but_for_the_mark_at_their_end() -> None:
    sentence = composed("shortcomings-1", shortcoming="力量薄弱。", cause="编制偏紧；\n渠道不多。")
    assert sentence.text == "力量薄弱。主要原因是编制偏紧；渠道不多。"
    assert sentence.figures == ()


def test_a_report_without_year_or_organ_cannot_fill_their_slots() -> None:
    pattern = PATTERNS["opening-1"]
    assert missing_for(CATALOGUE, pattern, {}, Report()) == ("发文机关", "报告年度")
    assert missing_for(CATALOGUE, pattern, {}, REPORT) == ()


def test_the_next_year_is_the_one_after_the_report() -> None:
    assert composed("next-steps-2", step_aim="补短板", step_deeds="建制度").text.startswith(
        "2027年，"
    )


def test_the_pattern_that_tells_most_comes_first() -> None:
    topic = CATALOGUE.topics["collective-decisions"]
    values: dict[str, Value] = {
        "party-meetings": amount("28"),
        "office-meetings": amount("20"),
        "major-items": amount("41"),
    }
    first = usable_patterns(CATALOGUE, topic, values, REPORT)[0]
    assert compose(CATALOGUE, first, values, REPORT).left_out == ()
    assert first.id != "collective-decisions-1"


def test_values_come_from_the_ledger() -> None:
    ledger = [
        Figure("f1", "党组会", "次", Decimal(28), field="party-meetings"),
        Figure("f2", "复议", "件", state=FigureState.NONE, field="reconsideration-cases"),
        Figure("f3", "未填", "件", field="litigation-cases"),
        Figure("f4", "自设", "件", Decimal(2)),
    ]
    assert values_of(ledger) == {
        "party-meetings": Amount(Decimal(28)),
        "reconsideration-cases": NOT_HAPPENED,
    }


def _full(topic: Topic, pattern: Pattern) -> dict[str, Value]:
    """A value for every field, nothing for those the pattern wants nothing of."""
    values = dict[str, Value]()
    for field in topic.field:
        match field.kind:
            case FieldKind.NUMBER:
                values[field.id] = amount(field.example)
            case FieldKind.DATE:
                values[field.id] = date(2027, 2, 20)
            case FieldKind.TEXT:
                values[field.id] = field.example
            case FieldKind.CHOICE:
                values[field.id] = field.choices[0]
    return values | dict.fromkeys(pattern.none, NOT_HAPPENED)


@pytest.mark.parametrize("topic", CATALOGUE.topics.values(), ids=lambda topic: topic.id)
def test_every_pattern_gives_a_clean_sentence_with_all_values_and_with_the_fewest(
    topic: Topic,
) -> None:
    for pattern in topic.pattern:
        full = _full(topic, pattern)
        needed = {n: v for n, v in full.items() if n in {*pattern.sentence.needed, *pattern.none}}
        lists = missing_for(CATALOGUE, pattern, needed, REPORT)
        for values in (full, full if lists else needed):
            sentence = compose(CATALOGUE, pattern, values, REPORT)
            assert sentence.text.endswith(("。", "："))
            for wrong in (
                "，，",
                "，。",
                "、，",
                "，、",
                "。。",
                "、。",
                "{",
                "}",
                "[",
                "]",
                "|",
                "None",
            ):
                assert wrong not in sentence.text, (pattern.id, sentence.text)
            for figure in sentence.figures:
                token = next(t for t in figures_in(sentence.text) if t.span.end == figure.span.end)
                value = values[figure.field]
                assert isinstance(value, Amount)
                assert (token.span, token.value) == (figure.span, value.value)


@given(
    st.dictionaries(
        st.sampled_from(sorted(field.id for field in CATALOGUE.topics["litigation"].field)),
        st.one_of(
            st.just(NOT_HAPPENED),
            st.builds(Amount, st.decimals(0, 10**6, places=1), st.sampled_from(["", "约", "余"])),
        ),
    )
)
def test_whatever_is_filled_in_is_told_or_named_as_left_out(values: dict[str, Value]) -> None:
    topic = CATALOGUE.topics["litigation"]
    for pattern in usable_patterns(CATALOGUE, topic, values, REPORT):
        sentence = compose(CATALOGUE, pattern, values, REPORT)
        told = {figure.field for figure in sentence.figures}
        unsaid = set(values) - told - set(sentence.left_out)
        nothing = {n for n in unsaid if n in {*pattern.none, *pattern.sentence.none_names}}
        assert unsaid == nothing
