from __future__ import annotations

from dataclasses import replace

from rolwriter.app.beside import beside
from rolwriter.app.carry.acts import answer_promise, confirm
from rolwriter.app.carry.entries import CarryEntry, EntryKind, carry_entries, waiting
from rolwriter.app.carry.listing import carry_lines
from rolwriter.app.carry.roll_forward import roll_forward
from rolwriter.app.carry.survey import carry_report
from rolwriter.app.documents import Import
from rolwriter.app.imports.second_source import contribution, offers
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.draft import Draft
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.promise import Answer
from rolwriter.model.report import Carry, Paragraph, Part, PartKind, Report, Role
from rolwriter.text.difference import Step

TEXT = "截至目前，召开会议3次，其中专题会议3次。2024年共办件12件。"
LAST = Report(
    (
        Part(
            "c1",
            PartKind.CHAPTER,
            (Paragraph("p2", "一、2024年举措和成效", 1), Paragraph("p3", TEXT)),
            Role.WORK,
        ),
        Part(
            "c4",
            PartKind.CHAPTER,
            (Paragraph("p5", "二、2025年安排", 1), Paragraph("p6", "健全工作机制。")),
            Role.PLAN,
        ),
    ),
    2024,
    "某局",
)
ROLLED = roll_forward(Project(LAST, next_id=7), 2025).project
CATALOGUE = load_catalogue().phrases


def entries(project: Project) -> list[CarryEntry]:
    return carry_entries(project, carry_report(project, CATALOGUE))


def words(project: Project, entry: CarryEntry) -> str:
    return entry.span.of(project.report.locate(entry.paragraph_id)[1].text)


def test_every_entry_names_the_exact_characters() -> None:
    found = entries(ROLLED)
    assert [words(ROLLED, e) for e in found if e.kind is EntryKind.FIGURE] == ["3次", "3次", "12件"]
    assert [words(ROLLED, e) for e in found if e.kind is EntryKind.YEAR] == ["2025", "2024", "2026"]
    assert [words(ROLLED, e) for e in found if e.kind is EntryKind.PHRASE] == ["截至目前"]


def test_equal_figures_of_one_paragraph_have_places_of_their_own() -> None:
    spans = [e.span for e in entries(ROLLED) if e.text == "3次"]
    assert len(set(spans)) == len(spans) == 2


def test_keys_are_unique_and_outlive_a_change_elsewhere() -> None:
    before = [e.key for e in entries(ROLLED)]
    assert len(set(before)) == len(before)
    (change,) = confirm(ROLLED.report, {"p2"})
    after = [e.key for e in entries(change.apply(ROLLED))]
    assert [key for key in before if key in after] == after


def test_a_year_already_moved_is_shown_but_does_not_wait() -> None:
    moved = [e for e in entries(ROLLED) if e.kind is EntryKind.YEAR and not e.waits]
    assert [e.note for e in moved] == ["原为2024年，已改为2025年", "原为2025年，已改为2026年"]
    assert waiting(entries(ROLLED)) == len(entries(ROLLED)) - len(moved)


def test_an_answered_promise_leaves_the_list() -> None:
    (promise,) = ROLLED.promises
    answered = answer_promise(ROLLED, promise.id, Answer.DONE, "p3").apply(ROLLED)
    assert not [e for e in entries(answered) if e.kind is EntryKind.PROMISE]


def test_a_paragraph_stands_beside_the_one_it_comes_from() -> None:
    view = beside(ROLLED, ROLLED.report.locate("p3")[1], CATALOGUE)
    assert view.last is not None
    assert view.unchanged
    assert not view.by_likeness
    assert [place.to for place in view.years] == [2025]
    assert [figure.previous_text for figure in view.figures] == ["3次", "3次", "12件"]


def test_a_typed_paragraph_finds_last_years_by_its_words() -> None:
    typed = Paragraph("p90", TEXT.replace("12件", "15件"))
    view = beside(ROLLED, typed, CATALOGUE)
    assert view.by_likeness
    assert [run.text for run in view.runs if run.step is Step.ADDED] == ["15"]
    assert view.years == ()


def second(role: Role) -> Import:
    part = Part("c1", PartKind.CHAPTER, (Paragraph("p2", "一、头", 1), Paragraph("p3", "文")), role)
    title = Part("c4", PartKind.TITLE, (Paragraph("p5", "标题"),))
    return Import(Draft(Report((title, part)), 6), SourceFile("科室.docx", b"x"), "docx")


def test_a_second_file_offers_the_text_of_the_same_kind_of_chapter_first() -> None:
    assert [o.likely for o in offers(second(Role.WORK), Role.WORK)] == [False, False, True]
    assert [o.likely for o in offers(second(Role.PLAN), Role.WORK)] == [False, False, True]


def test_what_came_from_a_second_file_waits_without_a_last_year_too() -> None:
    plain = replace(ROLLED, previous=None, promises=(), ledger=(), report=LAST)
    project = contribution(plain, "c1", second(Role.WORK), {"p3"}).apply(plain)
    report = carry_report(project, CATALOGUE)
    assert [p.text for p in report.unread] == ["文"]
    assert report.unread[0].carry is Carry.UNREAD
    assert not report.settled
    assert carry_lines(project, report)[0] == "沿用未核的段落：1段"
