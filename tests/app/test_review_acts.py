from __future__ import annotations

from dataclasses import replace

from rolwriter.app.review.acts import earlier, leave, mend, mend_all, silence, take_back
from rolwriter.checks.decided import split_decided
from rolwriter.model.finding import Finding, Fix, Location, Severity
from rolwriter.model.ignore import Ignore
from rolwriter.model.project import Project
from rolwriter.model.report import (
    Carry,
    FigureLink,
    Paragraph,
    Part,
    PartKind,
    Report,
)

TEXT = "学习(三次)，开会33次(含扩大)。"
PARAGRAPH = Paragraph("p2", TEXT, carry=Carry.UNREAD, links=(FigureLink(9, 12, "d1"),))
PROJECT = Project(
    Report((Part("c1", PartKind.CHAPTER, (PARAGRAPH,)),), 2025),
    next_id=3,
)


def bracket(words: str, *, safe: bool = True) -> Finding:
    start = TEXT.index(words)
    fix = Fix("改为全角括号", f"（{words[1:-1]}）", safe)
    place = Location("p2", start, start + len(words))
    return Finding("P05", Severity.WARNING, place, words, "括号用全角。", fixes=(fix,))


BOTH = [bracket("(三次)"), bracket("(含扩大)")]


def texts(report: Report) -> list[str]:
    return [p.text for p in report.paragraphs]


def test_a_fix_replaces_exactly_the_words_of_the_finding() -> None:
    change = mend(PROJECT.report, BOTH[1], BOTH[1].fixes[0])
    assert change is not None
    after = change.apply(PROJECT)
    assert texts(after.report) == ["学习(三次)，开会33次（含扩大）。"]
    assert change.inverse(PROJECT).apply(after).report == PROJECT.report


def test_a_fix_is_refused_when_other_words_stand_there_now() -> None:
    moved = replace(BOTH[0], location=Location("p2", 0, 4))
    assert mend(PROJECT.report, moved, moved.fixes[0]) is None


def test_all_of_a_kind_are_mended_as_one_act_and_counted() -> None:
    change, made = mend_all(PROJECT.report, BOTH)
    assert change is not None
    assert [finding for finding, _ in made] == BOTH
    after = change.apply(PROJECT).report
    assert texts(after) == ["学习（三次），开会33次（含扩大）。"]


def test_a_link_between_two_mended_places_is_kept_and_the_paragraph_stays_unread() -> None:
    change, _ = mend_all(PROJECT.report, BOTH)
    assert change is not None
    paragraph = next(change.apply(PROJECT).report.paragraphs)
    (link,) = paragraph.links
    assert paragraph.text[link.start : link.end] == "33次"
    assert paragraph.carry is Carry.UNREAD


def test_fixes_that_could_change_the_meaning_are_never_made_in_bulk() -> None:
    assert mend_all(PROJECT.report, [bracket("(三次)", safe=False)]) == (None, [])


def test_of_two_overlapping_fixes_one_is_made() -> None:
    change, made = mend_all(PROJECT.report, [BOTH[0], BOTH[0]])
    assert change is not None
    assert len(made) == 1


def test_a_finding_left_with_a_reason_is_silent_this_year_and_can_be_taken_back() -> None:
    after = leave(PROJECT, BOTH[0], "引用原文").apply(PROJECT)
    standing, left = split_decided(BOTH, after)
    assert standing == [BOTH[1]]
    assert [d.reason for _, d in left if isinstance(d, Ignore)] == ["引用原文"]
    assert take_back(after, left[0][1]).apply(after).ignores == ()


def test_last_years_reason_is_offered_and_silences_nothing_until_renewed() -> None:
    ignore = Ignore("P05", "p2", "(三次)", "引用原文", 2024)
    project = replace(PROJECT, ignores=(ignore,))
    assert split_decided(BOTH, project)[0] == BOTH
    assert earlier(project, BOTH[0]) == ignore
    renewed = leave(project, BOTH[0], ignore.reason).apply(project)
    assert [i.year for i in renewed.ignores] == [2025]
    assert earlier(renewed, BOTH[0]) is None


def test_a_rule_is_switched_off_once() -> None:
    once = silence(PROJECT, "P05").apply(PROJECT)
    assert silence(once, "P05").apply(once).silent_rules == ("P05",)
