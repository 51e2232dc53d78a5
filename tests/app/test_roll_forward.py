from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rolwriter.app.carry.acts import answer_promise, confirm, leave_out, move_year
from rolwriter.app.carry.listing import carry_json, carry_lines
from rolwriter.app.carry.roll_forward import roll_forward
from rolwriter.app.carry.survey import YearState, carry_report
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer, PromiseKind
from rolwriter.model.report import Carry, Paragraph, Part, PartKind, Report, Role

LAST = Report(
    (
        Part("c1", PartKind.TITLE, (Paragraph("p2", "关于2024年法治政府建设情况的报告"),)),
        Part(
            "c3",
            PartKind.CHAPTER,
            (
                Paragraph("p4", "一、2024年主要举措和成效", 1),
                Paragraph("p5", "2024年召开会议33次，学习党的二十届三中全会精神。"),
                Paragraph("p6", ""),
            ),
            Role.WORK,
        ),
        Part(
            "c7",
            PartKind.CHAPTER,
            (
                Paragraph("p8", "二、存在的不足和原因", 1),
                Paragraph("p9", "一是队伍不健全。人员兼任。二是方式单一。"),
            ),
            Role.SHORTCOMING,
        ),
        Part(
            "c10",
            PartKind.CHAPTER,
            (Paragraph("p11", "三、2025年工作安排", 1), Paragraph("p12", "健全工作机制。")),
            Role.PLAN,
        ),
    ),
    2024,
    "某局",
)
PROJECT = Project(LAST, next_id=13)
CATALOGUE = load_catalogue().phrases


@pytest.fixture
def rolled() -> Project:
    return roll_forward(PROJECT, 2025).project


def apply(project: Project, *changes: object) -> Project:
    for change in changes:
        project = change.apply(project)  # type: ignore[attr-defined]
    return project


def test_title_and_headings_move_and_every_move_is_listed() -> None:
    moves = [(m.before, m.after) for m in roll_forward(PROJECT, 2025).moves]
    assert moves == [
        ("关于2024年法治政府建设情况的报告", "关于2025年法治政府建设情况的报告"),
        ("一、2024年主要举措和成效", "一、2025年主要举措和成效"),
        ("三、2025年工作安排", "三、2026年工作安排"),
    ]


@pytest.mark.parametrize(
    ("heading", "moved"),
    [
        ("（一）落实2021—2025年规划", None),
        ("（一）落实2024年至2025年计划", None),
        ("一、二〇二四年工作成效", "一、二〇二五年工作成效"),
        ("四、２０２５年工作安排", "四、２０２６年工作安排"),
    ],
)
def test_a_heading_moves_its_years_in_any_digits_but_no_period(
    heading: str, moved: str | None
) -> None:
    part = Part("c3", PartKind.CHAPTER, (Paragraph("p4", heading, 1),), Role.WORK)
    rolled = roll_forward(Project(Report((part,), 2024, "某局"), next_id=5), 2025)
    assert [move.after for move in rolled.moves] == ([moved] if moved else [])


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("落实2021—2025年规划", {2021: YearState.NAMED, 2025: YearState.NAMED}),
        ("二〇二四年开会", {2024: YearState.PROPOSED}),
        ("２０２４年开会", {2024: YearState.PROPOSED}),
    ],
)
def test_years_in_any_digits_are_listed_and_a_period_is_not_proposed(
    text: str, states: dict[int, YearState]
) -> None:
    part = Part("c3", PartKind.CHAPTER, (Paragraph("p4", text),), Role.WORK)
    rolled = roll_forward(Project(Report((part,), 2024, "某局"), next_id=5), 2025).project
    assert {y.year: y.state for y in carry_report(rolled, CATALOGUE).years} == states


def test_running_text_keeps_every_word(rolled: Project) -> None:
    assert rolled.report.locate("p5")[1].text == LAST.locate("p5")[1].text


def test_every_paragraph_with_words_waits_to_be_read(rolled: Project) -> None:
    states = {p.id: p.carry for p in rolled.report.paragraphs}
    assert states.pop("p6") is Carry.NEW
    assert set(states.values()) == {Carry.UNREAD}


def test_last_years_report_stays_as_it_was(rolled: Project) -> None:
    assert rolled.previous == LAST


def test_a_figure_goes_into_the_ledger_as_last_years_with_this_years_empty(
    rolled: Project,
) -> None:
    (figure,) = rolled.ledger
    assert figure == Figure(
        figure.id, "会议", "次", None, "", Decimal(33), "33次", previous_paragraph="p5"
    )


def test_shortcomings_and_plan_become_promises_that_wait(rolled: Project) -> None:
    assert [(p.kind, p.text, p.answer) for p in rolled.promises] == [
        (PromiseKind.SHORTCOMING, "一是队伍不健全。人员兼任。", Answer.WAITING),
        (PromiseKind.SHORTCOMING, "二是方式单一。", Answer.WAITING),
        (PromiseKind.PLAN, "健全工作机制。", Answer.WAITING),
    ]


def test_the_list_names_years_phrases_figures_and_promises(rolled: Project) -> None:
    report = carry_report(rolled, CATALOGUE)
    assert [(y.paragraph_id, y.state, y.year, y.to) for y in report.years] == [
        ("p2", YearState.MOVED, 2024, 2025),
        ("p4", YearState.MOVED, 2024, 2025),
        ("p5", YearState.PROPOSED, 2024, 2025),
        ("p11", YearState.MOVED, 2025, 2026),
    ]
    assert [f.phrase.text for f in report.phrases] == ["二十届三中全会"]
    assert [f.previous_text for f in report.figures] == ["33次"]
    assert len(report.promises) == 3
    assert not report.settled


def test_an_accepted_year_is_not_proposed_again(rolled: Project) -> None:
    place = next(y for y in carry_report(rolled, CATALOGUE).years if y.state is YearState.PROPOSED)
    after = apply(rolled, *move_year(rolled.report, place))
    assert after.report.locate("p5")[1].text.startswith("2025年召开")
    assert after.report.locate("p5")[1].carry is Carry.UNREAD
    states = [y.state for y in carry_report(after, CATALOGUE).years if y.paragraph_id == "p5"]
    assert states == [YearState.MOVED]


def test_an_accepted_year_stays_in_the_digits_it_was_written_in() -> None:
    part = Part("c3", PartKind.CHAPTER, (Paragraph("p4", "二〇二四年开会，2024年考试"),), Role.WORK)
    rolled = roll_forward(Project(Report((part,), 2024, "某局"), next_id=5), 2025).project
    [first, _] = carry_report(rolled, CATALOGUE).years
    moved = apply(rolled, *move_year(rolled.report, first))
    assert moved.report.locate("p4")[1].text == "二〇二五年开会，2024年考试"


def test_when_all_is_read_and_answered_nothing_is_left(rolled: Project) -> None:
    everything = {p.id for p in rolled.report.paragraphs}
    project = apply(rolled, *confirm(rolled.report, everything))
    for promise in project.promises:
        project = apply(project, answer_promise(project, promise.id, Answer.DONE, "p5"))
    assert carry_report(project, CATALOGUE).settled


def test_a_paragraph_left_out_takes_its_open_matters_with_it(rolled: Project) -> None:
    project = apply(rolled, *leave_out(rolled.report, "p5"))
    report = carry_report(project, CATALOGUE)
    assert (report.figures, report.phrases) == ((), ())


def test_the_share_kept_is_told_by_chapter_and_in_all(rolled: Project) -> None:
    report = carry_report(rolled, CATALOGUE)
    assert [s.kept == s.total for s in report.shares] == [False, True, False]
    assert 0.9 < report.total.ratio < 1


def test_the_list_reads_as_lines_and_as_data(rolled: Project) -> None:
    report = carry_report(rolled, CATALOGUE)
    lines = "\n".join(carry_lines(rolled, report))
    assert "第1章第2段：2024年，建议改为2025年" in lines
    data = carry_json(rolled, report)
    assert data["figures"][0]["place"] == "第1章第2段"  # type: ignore[index]


def test_a_project_without_a_previous_report_has_nothing_to_settle() -> None:
    assert carry_report(PROJECT, CATALOGUE).settled


@pytest.mark.parametrize("year", [2024, 2023])
def test_a_year_that_is_not_later_is_refused(year: int) -> None:
    with pytest.raises(RolwriterError, match="晚于"):
        roll_forward(PROJECT, year)


def test_a_carried_figure_is_linked_to_the_ledger(rolled: Project) -> None:
    paragraph = rolled.report.locate("p5")[1]
    (link,) = paragraph.links
    assert paragraph.text[link.start : link.end] == "33次"
    assert link.figure == rolled.ledger[0].id


def test_the_next_turn_of_the_year_keeps_the_ledger_and_asks_for_new_values(
    rolled: Project,
) -> None:
    (figure,) = rolled.ledger
    filled = replace(rolled, ledger=(replace(figure, value=Decimal(41), supplier="办公室"),))
    (next_year,) = roll_forward(filled, 2026).project.ledger
    assert (next_year.id, next_year.previous, next_year.value, next_year.supplier) == (
        figure.id, Decimal(41), None, "办公室",
    )  # fmt: skip


def test_a_report_without_a_year_is_refused() -> None:
    with pytest.raises(RolwriterError, match="年度"):
        roll_forward(Project(), 2025)
