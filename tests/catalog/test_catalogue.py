from __future__ import annotations

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.checklist import Chapter, Level
from rolwriter.catalog.gather import Gathered
from rolwriter.catalog.paths import resource
from rolwriter.catalog.topics import FieldKind
from rolwriter.catalog.validate import check_expressions
from rolwriter.text.figures import figures_in

CATALOGUE = load_catalogue()
ROWS = [
    *(f"H{n}" for n in range(1, 5)),
    *(f"W{n}" for n in range(1, 37)),
    *(f"D{n}" for n in range(1, 7)),
    "G1", "P1", "O1", "O2",
]  # fmt: skip
"""The fifty rows of the checklist for a department."""


def test_all_fifty_rows_are_there_in_order() -> None:
    assert [item for item in CATALOGUE.items if not item.startswith("Z")] == ROWS


def test_what_law_demands_is_must_and_its_absence_must_be_said() -> None:
    must = [item.id for item in CATALOGUE.items.values() if item.level is Level.MUST]
    assert must == ["H1", "W8", "W21", "W22", "D1", "G1", "P1", "O2"]
    zero = [item.id for item in CATALOGUE.items.values() if item.zero_must_be_said]
    assert zero == ["W8", "W21", "W22"]


def test_every_item_can_be_filled_in_or_is_a_part_of_the_document() -> None:
    answered = {item for field in CATALOGUE.fields.values() for item in field.items}
    assert [item.id for item in CATALOGUE.items.values() if item.id not in answered] == ["H1", "H4"]
    assert CATALOGUE.items["H1"].parts


def test_an_item_whose_absence_must_be_said_has_a_sentence_that_says_it() -> None:
    for item in CATALOGUE.items.values():
        if item.zero_must_be_said:
            topics = [t for t in CATALOGUE.topics.values() if item.id in t.items]
            assert any(pattern.none for topic in topics for pattern in topic.pattern), item.id
            assert any(field.none_signs for field in CATALOGUE.fields_of(item.id)), item.id


def test_thresholds_are_those_the_law_names() -> None:
    found = {
        (threshold.field, str(threshold.at_least or threshold.by))
        for item in CATALOGUE.items.values()
        for threshold in item.thresholds
    }
    assert found == {
        ("law-lectures", "2"),
        ("enforcement-training-hours", "60"),
        ("submitted-on", "03-01"),
        ("published-on", "04-01"),
    }


def test_an_article_is_shown_only_where_it_was_read() -> None:
    words = CATALOGUE.basis_words
    h1 = [words(basis) for basis in CATALOGUE.items["H1"].basis]
    assert h1 == [
        "《法治政府建设与责任落实督察工作规定》第二十五条（报告的内容）",
        "《党政机关公文处理工作条例》（条号未核对）（标题的组成）",
    ]
    assert words(CATALOGUE.items["W34"].basis[0]).startswith("工作惯例")
    for item in CATALOGUE.items.values():
        assert all(basis.verified or not basis.article for basis in item.basis)


def test_every_topic_of_a_chapter_has_sentences_and_every_unit_is_one_a_text_is_read_by() -> None:
    for topic in CATALOGUE.topics.values():
        assert topic.pattern or topic.chapter is Chapter.HEAD, topic.id
        for field in topic.field:
            for unit in field.units:
                (token,) = figures_in(f"共12{unit}")
                assert token.unit == unit, (field.id, unit)


def test_topics_stand_in_the_order_of_the_chapters() -> None:
    chapters = [topic.chapter for topic in CATALOGUE.topics.values()]
    assert chapters == sorted(chapters, key=list(Chapter).index)


def test_numbers_have_names_by_which_a_text_is_recognised() -> None:
    for field in CATALOGUE.fields.values():
        assert field.matches or field.kind is not FieldKind.NUMBER, field.id


def test_every_expression_of_the_program_is_one() -> None:
    gathered = Gathered()
    gathered.add(resource("catalog"))
    check_expressions(gathered, resource("catalog"))


def test_an_organ_without_enforcement_is_not_asked_about_it() -> None:
    without = {item.id for item in CATALOGUE.items_for()}
    assert without == set(ROWS) - {"W16", "W17", "W18", "W19", "W20"}
    with_power = {item.id for item in CATALOGUE.items_for(["enforcement"])}
    assert with_power == set(ROWS)
    assert not {"penalties", "legislation"} & {topic.id for topic in CATALOGUE.topics_for()}


def test_a_government_is_asked_more_and_some_of_it_more_firmly() -> None:
    items = {item.id: item.level for item in CATALOGUE.items_for(["government", "enforcement"])}
    assert {"Z1", "Z2"} <= set(items)
    assert items["W7"] is Level.USUAL
    assert CATALOGUE.items["W7"].level is Level.OPTIONAL


def test_a_township_is_asked_for_the_list_of_its_own_duties() -> None:
    items = {item.id: item.level for item in CATALOGUE.items_for(["township"])}
    assert items["Z3"] is Level.USUAL
    assert not {"Z1", "Z2"} & set(items)


def test_topics_of_a_trade_are_offered_only_to_it() -> None:
    assert "affairs" not in {topic.id for topic in CATALOGUE.topics_for()}
    assert "affairs" in {topic.id for topic in CATALOGUE.topics_for(["office-affairs"])}


def test_an_item_falls_away_with_what_it_hangs_on() -> None:
    assert "W23" in {item.id for item in CATALOGUE.items_for()}
    without = CATALOGUE.items_for(not_happened={"litigation-cases"})
    assert "W23" not in {item.id for item in without}


def test_a_profile_nobody_knows_is_passed_over() -> None:
    assert CATALOGUE.items_for(["gone"]) == CATALOGUE.items_for()
