from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rolwriter.app.ledger.acts import link_words, set_figure, take_figures, unlink, uses_of
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.text.spans import Span

TEXTS = ("党组会33次，约2.5万人次。", "再说党组会33次。")
PROJECT = Project(
    Report(
        (
            Part(
                "c1",
                PartKind.CHAPTER,
                tuple(Paragraph(f"p{n}", text) for n, text in enumerate(TEXTS, 2)),
                Role.WORK,
            ),
        )
    ),
    ledger=(Figure("f9", "党组会", "次", Decimal(33)),),
    next_id=10,
)


def linked() -> Project:
    project = link_words(PROJECT, "p2", Span(3, 6), "f9").apply(PROJECT)
    return link_words(project, "p3", Span(5, 8), "f9").apply(project)


def texts(project: Project) -> tuple[str, ...]:
    return tuple(p.text for p in project.report.paragraphs)


def test_a_new_value_is_written_in_every_place_in_one_act_that_can_be_taken_back() -> None:
    project = linked()
    change, places = set_figure(project, replace(project.ledger[0], value=Decimal(141)))
    after = change.apply(project)
    assert places == 2
    assert texts(after) == ("党组会141次，约2.5万人次。", "再说党组会141次。")
    assert [use.text for use in uses_of(after, "f9")] == ["141次", "141次"]
    restored = change.inverse(project).apply(after)
    assert (restored.report, restored.ledger) == (project.report, project.ledger)


def test_a_figure_without_a_value_leaves_the_text_alone() -> None:
    project = linked()
    change, places = set_figure(project, replace(project.ledger[0], value=None))
    assert (places, texts(change.apply(project))) == (0, TEXTS)


def test_a_new_figure_is_added_to_the_ledger() -> None:
    change, _ = set_figure(PROJECT, Figure("f12", "培训", "次", Decimal(2)))
    after = change.apply(PROJECT)
    assert [f.id for f in after.ledger] == ["f9", "f12"]
    assert after.next_id == 13


def test_a_link_can_be_taken_off_again() -> None:
    project = linked()
    assert uses_of(unlink(project, "p2", 4).apply(project), "f9")[0].paragraph_id == "p3"


def test_a_link_over_another_takes_its_place() -> None:
    project = linked()
    after = link_words(project, "p2", Span(2, 6), "f10").apply(project)
    assert [link.figure for link in after.report.locate("p2")[1].links] == ["f10"]


def test_the_figures_of_a_text_are_taken_into_the_ledger_and_linked_once() -> None:
    change, taken = take_figures(linked())
    after = change.apply(linked())
    assert taken == 1
    assert after.ledger[-1].value == Decimal(25000)
    assert uses_of(after, after.ledger[-1].id)[0].text == "约2.5万人次"
    assert take_figures(after)[1] == 0
