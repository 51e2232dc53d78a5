from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rolwriter.app.review.review import Review, Reviewer, followed, keys_of, without
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.rules import load_rules
from rolwriter.checks.families import make_checker
from rolwriter.model.finding import Finding, Location, Severity
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report

FIRST, SECOND = Paragraph("p2", "会议(三次)。"), Paragraph("p3", "开会35次。")
REPORT = Report((Part("c1", PartKind.CHAPTER, (FIRST, SECOND)),), 2025)


def found(paragraph: Paragraph, words: str, rule: str = "R") -> Finding:
    start = paragraph.text.find(words)
    place = Location(paragraph.id, start, start + len(words))
    return Finding(rule, Severity.WARNING, place, words, "说明")


class Judge:
    """Finds every bracket and remembers whom it was asked about."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, _part: Part, paragraph: Paragraph, _year: int | None) -> Iterable[Finding]:
        self.asked.append(paragraph.text)
        return [found(paragraph, "(")] if "(" in paragraph.text else []


def with_text(report: Report, row: int, text: str) -> Report:
    part = report.parts[0]
    paragraphs = list(part.paragraphs)
    paragraphs[row] = replace(paragraphs[row], text=text)
    return replace(report, parts=(replace(part, paragraphs=tuple(paragraphs)),))


def test_only_the_paragraph_that_changed_is_judged_again() -> None:
    judge = Judge()
    review = Review(REPORT, {"p2": (found(FIRST, "("),)}, {})
    after = followed(review, with_text(REPORT, 1, "开会(35)次。"), judge)
    assert judge.asked == ["开会(35)次。"]
    assert [f.location.paragraph_id for f in after.findings] == ["p2", "p3"]


def test_what_was_mended_is_gone_at_once() -> None:
    review = Review(REPORT, {"p2": (found(FIRST, "("),)}, {})
    assert followed(review, with_text(REPORT, 0, "会议三次。"), Judge()).findings == ()


def test_what_a_report_rule_said_moves_along_with_its_words() -> None:
    review = Review(REPORT, {}, {"p3": (found(SECOND, "35次"),)})
    after = followed(review, with_text(REPORT, 1, "全年共开会35次。"), Judge())
    assert [f.location for f in after.findings] == [Location("p3", 5, 8)]


def test_what_a_report_rule_said_goes_when_its_words_are_gone() -> None:
    review = Review(REPORT, {}, {"p3": (found(SECOND, "35次"),)})
    assert followed(review, with_text(REPORT, 1, "开会36次。"), Judge()).findings == ()


def test_findings_of_a_paragraph_that_was_removed_are_not_listed() -> None:
    review = Review(REPORT, {"p2": (found(FIRST, "("),)}, {"p2": (found(FIRST, "会议"),)})
    part = replace(REPORT.parts[0], paragraphs=(SECOND,))
    assert followed(review, replace(REPORT, parts=(part,)), Judge()).findings == ()


def test_findings_are_listed_in_the_order_of_the_text() -> None:
    whole = Finding("W", Severity.HINT, Location(), "", "全文")
    words = {"p3": (found(SECOND, "35次"),), "p2": (found(FIRST, "("),)}
    review = Review(REPORT, words, {"p2": (found(FIRST, "会议"),), "": (whole,)})
    assert [f.text for f in review.findings] == ["", "会议", "(", "35次"]


def test_rules_switched_off_are_left_out() -> None:
    findings = [found(FIRST, "(", "A"), found(FIRST, "会议", "B")]
    assert [f.rule_id for f in without(findings, ("A",))] == ["B"]


def test_two_findings_on_equal_words_of_one_paragraph_have_names_of_their_own() -> None:
    one = found(FIRST, "(")
    keys = keys_of([one, replace(one, location=Location("p2", 5, 6))])
    assert len(set(keys)) == 2


def test_a_text_that_is_no_report_is_judged_by_the_language_rules_alone() -> None:
    texts = ("2023年,办件(三次)。", "作出布署。")
    loose = Part("u", PartKind.UNPLACED, tuple(Paragraph(f"p{n}", t) for n, t in enumerate(texts)))
    reviewer = Reviewer(lambda: make_checker(load_catalogue()))
    review = reviewer.look(Project(Report((loose,), 2025)))
    entries = load_rules()
    assert {f.rule_id for f in review.findings} >= {"P04", "W05"}
    assert all(entries[f.rule_id].language for f in review.findings)
    assert not review.whole
