from __future__ import annotations

from decimal import Decimal

import pytest

from rolwriter.app.collect.forms import preview
from rolwriter.app.ledger.merge import MergeReport, merge, settle
from rolwriter.model.form import FormRow
from rolwriter.model.ledger import Figure, FigureState, Offer
from rolwriter.model.project import Project
from rolwriter.model.report import FigureLink, Paragraph, Part, PartKind, Report, Role
from tests.app.forms import figure, form, project, reported, row


def merged(of: Project, *answers: tuple[str, str | FormRow]) -> tuple[Project, MergeReport]:
    """The project after forms of these suppliers, each with one row or the first figure's value."""
    files = [
        (
            f"{number}.xlsx",
            form(answer if isinstance(answer, FormRow) else row(answer), supplier=supplier),
        )
        for number, (supplier, answer) in enumerate(answers)
    ]
    change, report = merge(of, preview(of, files))
    return (of if change is None else change.apply(of)), report


def only(of: Project) -> Figure:
    (found,) = of.ledger
    return found


def test_a_new_value_is_taken_over() -> None:
    after, report = merged(project(figure()), ("综合科", row("约2.5万", evidence="纪要")))
    assert only(after) == figure(
        value=Decimal(25000), hedge="约", evidence="纪要", state=FigureState.REPORTED
    )
    assert report == MergeReport(1, 0, 0, 0, 0)


def test_nothing_happened_is_a_state_without_a_value() -> None:
    after, _ = merged(project(figure()), ("综合科", "未发生"))
    assert (only(after).state, only(after).value) == (FigureState.NONE, None)


def test_unreadable_empty_and_unknown_rows_change_nothing() -> None:
    before = project(reported("33"))
    for filled in (row("很多"), row(), row("9", figure_id="", name="别的")):
        assert merged(before, ("综合科", filled))[0] is before


def test_a_value_sent_again_by_its_own_supplier_replaces_the_first() -> None:
    after, report = merged(project(reported("33", evidence="旧")), ("综合科", "34"))
    assert (only(after).value, only(after).evidence) == (Decimal(34), "")
    assert report.changed == 1


def test_the_same_value_again_adds_its_evidence_and_keeps_the_state() -> None:
    before = project(figure(value=Decimal(33), evidence="纪要", state=FigureState.VERIFIED))
    after, report = merged(before, ("综合科", row("33", evidence="台账")))
    assert (only(after).evidence, only(after).state) == ("纪要；台账", FigureState.VERIFIED)
    assert report.same == 1


def test_two_values_for_one_figure_are_both_kept() -> None:
    after, report = merged(project(figure()), ("甲科", "33"), ("乙科", "34"))
    assert only(after).offers == (Offer("甲科", Decimal(33)), Offer("乙科", Decimal(34)))
    assert (only(after).state, only(after).value) == (FigureState.DOUBTFUL, None)
    assert report.conflicts == 1


def test_a_contradicted_value_stays_beside_the_new_one() -> None:
    before = project(figure(value=Decimal(33), state=FigureState.VERIFIED))
    after, _ = merged(before, ("综合科", "34"))
    assert only(after).value == 33
    assert {offer.value for offer in only(after).offers} == {33, 34}
    assert only(after).state is FigureState.DOUBTFUL


def test_nothing_happened_against_a_number_is_a_conflict_too() -> None:
    after, _ = merged(project(figure()), ("甲科", "33"), ("乙科", "未发生"))
    assert [offer.value for offer in only(after).offers] == [33, None]


def test_two_values_of_one_supplier_are_a_conflict_too() -> None:
    after, _ = merged(project(figure()), ("甲科", "33"), ("甲科", "34"))
    assert len(only(after).offers) == 2


def test_a_conflict_goes_when_one_of_the_two_agrees() -> None:
    doubtful, _ = merged(project(figure()), ("甲科", "33"), ("乙科", "34"))
    after, _ = merged(doubtful, ("乙科", "33"))
    assert (only(after).value, only(after).offers) == (33, ())
    assert only(after).state is FigureState.REPORTED


def test_a_third_value_joins_the_conflict() -> None:
    doubtful, _ = merged(project(figure()), ("甲科", "33"), ("乙科", "34"))
    after, _ = merged(doubtful, ("丙科", "35"))
    assert [offer.value for offer in only(after).offers] == [33, 34, 35]


def test_merging_the_same_files_twice_changes_nothing_more() -> None:
    once, _ = merged(project(figure()), ("甲科", "33"), ("乙科", "34"))
    twice, _ = merged(once, ("甲科", "33"), ("乙科", "34"))
    assert twice.ledger == once.ledger


def test_settling_takes_one_offer_and_drops_the_others() -> None:
    doubtful, _ = merged(project(figure()), ("甲科", "33"), ("乙科", row("约34", evidence="表")))
    offer = only(doubtful).offers[1]
    after = settle(doubtful, "f1", offer)[0].apply(doubtful)
    assert only(after) == figure(
        value=Decimal(34), hedge="约", evidence="表", state=FigureState.REPORTED
    )


def test_settling_on_nothing_happened_leaves_no_value() -> None:
    doubtful, _ = merged(project(figure()), ("甲科", "33"), ("乙科", "未发生"))
    after = settle(doubtful, "f1", only(doubtful).offers[1])[0].apply(doubtful)
    assert (only(after).state, only(after).value) == (FigureState.NONE, None)


@pytest.mark.parametrize("figure_id", ["f1", "f9"])
def test_settling_what_is_not_there_is_an_error(figure_id: str) -> None:
    with pytest.raises(KeyError):
        settle(project(figure()), figure_id, Offer("甲科", Decimal(1)))


def test_the_text_that_is_linked_moves_along_and_one_undo_takes_all_back() -> None:
    paragraph = Paragraph("p5", "召开党组会33次。", links=(FigureLink(5, 8, "f1"),))
    report = Report((Part("c1", PartKind.CHAPTER, (paragraph,), Role.WORK),), 2025)
    before = Project(report, ledger=(figure(), figure(2, "乙")), next_id=10)
    change, done = merge(
        before, preview(before, [("甲.xlsx", form(row("41"), row("2", figure_id="f2", name="乙")))])
    )
    assert change is not None
    after = change.apply(before)
    assert [p.text for p in after.report.paragraphs] == ["召开党组会41次。"]
    assert (done.new, done.rewritten) == (2, 1)
    assert change.inverse(before).apply(after) == before
