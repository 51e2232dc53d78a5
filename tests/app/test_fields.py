from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest

from rolwriter.app.guide.compose import compose, usable_patterns
from rolwriter.app.guide.field_figures import adopt_found, recognised
from rolwriter.app.guide.fields import (
    evidence_of,
    field_values,
    field_views,
    insert_sentence,
    set_field,
    topics_of,
)
from rolwriter.app.ledger.acts import take_figures
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.topics import Field, FieldKind
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, Paragraph, Part, PartKind, Report, Role

CATALOGUE = load_catalogue()
TOPIC = CATALOGUE.topics["services"]
RATE, MATTERS = CATALOGUE.fields["online-rate"], CATALOGUE.fields["service-matters"]
TEXT = "公布政务服务事项56项，网上可办率98%。"


def project(text: str) -> Project:
    heading = Paragraph("p3", "一、主要举措", 1)
    part = Part("c1", PartKind.CHAPTER, (heading, Paragraph("p4", text)), Role.WORK)
    return Project(Report((part,), 2025, "某局"), next_id=5)


def filled() -> Project:
    made = project("开头。结尾。")
    for number, (field, words) in enumerate(((MATTERS, "60"), (RATE, "约99%")), 10):
        change, _ = set_field(made, field, words, none=False, new_id=f"f{number}")
        assert change is not None
        made = change.apply(made)
    return made


def test_a_chapter_is_offered_the_topics_of_its_role() -> None:
    assert TOPIC in topics_of(CATALOGUE, (), Role.WORK)
    assert all(t.chapter.value == "duty" for t in topics_of(CATALOGUE, (), Role.DUTY))


def test_a_number_is_a_figure_of_the_ledger_that_names_its_field() -> None:
    figures = filled().ledger
    assert [(f.field, f.value, f.hedge, f.unit) for f in figures] == [
        ("service-matters", 60, "", "项"),
        ("online-rate", 99, "约", "%"),
    ]


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(RolwriterError):
        set_field(project(TEXT), MATTERS, "很多", none=False, new_id="f9")


def test_what_the_text_answers_is_filled_in_with_its_place_and_can_be_taken_over() -> None:
    made = project(TEXT)
    evidence = evidence_of(made, CATALOGUE)
    views = {v.field.id: v for v in field_views(made, TOPIC, evidence)}
    view = views["service-matters"]
    assert (view.words, view.adopted) == ("56", False)
    assert view.found is not None
    assert view.found.paragraph_id == "p4"
    change, taken = adopt_found(made, TOPIC, evidence[0], (f"f{n}" for n in count(20)))
    after = change.apply(made)
    assert taken == 2
    assert {f.field: f.value for f in after.ledger} == {"service-matters": 56, "online-rate": 98}
    links = after.report.parts[0].paragraphs[1].links
    assert [TEXT[k.start : k.end] for k in links] == ["56项", "98%"]


def test_last_years_value_stands_beside_the_field() -> None:
    made = replace(project("今年。"), previous=project(TEXT).report)
    views = {v.field.id: v for v in field_views(made, TOPIC, evidence_of(made, CATALOGUE))}
    assert views["service-matters"].last == "56项"


def test_a_sentence_goes_in_at_the_cursor_with_its_figures_linked() -> None:
    made = filled()
    pattern = usable_patterns(CATALOGUE, TOPIC, field_values(made), made.report)[0]
    composed = compose(CATALOGUE, pattern, field_values(made), made.report)
    change, paragraph, end = insert_sentence(made, "p4", 3, composed, "p30")
    after = change.apply(made).report.locate(paragraph)[1]
    assert after.text == f"开头。{composed.text}结尾。"
    assert after.text[:end].endswith(composed.text)
    assert [after.text[k.start : k.end] for k in after.links] == ["60项", "约99%"]
    assert change.inverse(made).apply(change.apply(made)).report == made.report


def test_under_a_heading_a_sentence_begins_its_own_paragraph() -> None:
    made = filled()
    pattern = usable_patterns(CATALOGUE, TOPIC, field_values(made), made.report)[0]
    composed = compose(CATALOGUE, pattern, field_values(made), made.report)
    change, paragraph, _ = insert_sentence(made, "p3", 2, composed, "p30")
    texts = [p.text for p in change.apply(made).report.paragraphs]
    assert texts == ["一、主要举措", composed.text, "开头。结尾。"]
    assert paragraph == "p30"


def test_nothing_happened_is_kept_apart_from_nothing_filled_in() -> None:
    change, _ = set_field(project(TEXT), MATTERS, "", none=True, new_id="f9")
    assert change is not None
    after = change.apply(project(TEXT))
    assert after.ledger[0].value is None
    assert field_values(after)["service-matters"] != Decimal(0)
    assert set_field(project(TEXT), MATTERS, "", none=False, new_id="f9") == (None, 0)


def test_words_choices_and_dates_are_answers_of_the_project() -> None:
    day = Field(id="day", label="日期", kind=FieldKind.DATE, hint="何时")
    change, _ = set_field(project(TEXT), day, "2025年12月4日", none=False, new_id="f9")
    assert change is not None
    assert change.apply(project(TEXT)).answers[0].text == "2025-12-04"
    with pytest.raises(RolwriterError):
        set_field(project(TEXT), day, "2025年2月30日", none=False, new_id="f9")


def test_words_carried_over_and_not_looked_at_answer_nothing_this_year() -> None:
    made = project(TEXT)
    part = made.report.parts[0]
    unread = tuple(replace(p, carry=Carry.UNREAD) for p in part.paragraphs)
    made = replace(made, report=replace(made.report, parts=(replace(part, paragraphs=unread),)))
    views = {v.field.id: v for v in field_views(made, TOPIC, evidence_of(made, CATALOGUE))}
    assert (views["service-matters"].words, views["service-matters"].last) == ("", "56项")
    change, _ = adopt_found(made, TOPIC, evidence_of(made, CATALOGUE)[0], iter(()))
    assert change.apply(made).ledger == ()


def test_a_figure_linked_where_the_text_answers_a_field_answers_it() -> None:
    """Figures taken from the text by the turn of the year do not name their field."""
    made = taken(project(TEXT))
    known = recognised(made, evidence_of(made, CATALOGUE)[0])
    assert {f.field: f.value for f in known.ledger} == {"service-matters": 56, "online-rate": 98}
    assert known.report is made.report
    assert recognised(known, evidence_of(known, CATALOGUE)[0]) is known


def test_filling_a_field_changes_the_number_that_is_linked_already() -> None:
    made = taken(project(TEXT))
    known = recognised(made, evidence_of(made, CATALOGUE)[0])
    change, places = set_field(known, MATTERS, "60", none=False, new_id="f30")
    assert change is not None
    after = change.apply(made)
    assert after.report.parts[0].paragraphs[1].text == TEXT.replace("56", "60")
    assert places == 1
    assert [(f.field, f.value) for f in after.ledger] == [
        ("service-matters", 60),
        ("online-rate", 98),
    ]
    assert change.inverse(made).apply(after) == made


def taken(made: Project) -> Project:
    """The project with all numbers of its text in the ledger."""
    return take_figures(made)[0].apply(made)
