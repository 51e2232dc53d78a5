"""What the checks say of the open project, kept true between one full check and the next.

A full check runs on the immutable project, off the window's thread. Between two of
them an edit re-judges only the paragraphs it touched; what a rule on the whole report
said of them moves along with its words, or goes when they are gone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.rules import RuleEntry, load_rules
from rolwriter.checks.engine import Checker, is_report
from rolwriter.model.extent import Extent
from rolwriter.model.finding import Finding, Location
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, Report

Judge = Callable[[Part, Paragraph, int | None], Iterable[Finding]]


@dataclass(frozen=True)
class Review:
    """The findings on one state of a report."""

    report: Report
    words: Mapping[str, tuple[Finding, ...]]
    """What the paragraph rules say, by the paragraph's id."""
    whole: Mapping[str, tuple[Finding, ...]]
    """What the rules on the whole report say, likewise; "" holds what has no place."""
    failed: frozenset[str] = frozenset()
    """Rules that broke on this report; the others were run."""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All of them in the order of the text; those without a place come first."""
        order = {p.id: row for row, p in enumerate(self.report.paragraphs, 1)}
        order[""] = 0
        there = [key for key in {**self.words, **self.whole} if key in order]
        return tuple(f for key in sorted(there, key=order.__getitem__) for f in self.at(key))

    def at(self, paragraph_id: str) -> list[Finding]:
        """The findings in one paragraph, in their order."""
        found = (*self.whole.get(paragraph_id, ()), *self.words.get(paragraph_id, ()))
        return sorted(found, key=lambda finding: finding.location)


class Reviewer:
    """Holds the rules; `look` may run on any thread, `follow` belongs to the window's own.

    The two have a checker each, because a checker's memory belongs to one thread.
    Both are made by the first `look`, so that a start pays for neither.
    """

    def __init__(self, make_checker: Callable[[], Checker]) -> None:
        self._make = make_checker
        self._checker: Checker | None = None
        self._near: Checker | None = None
        self._lock = Lock()

    def look(self, project: Project) -> Review:
        """Run every rule; paragraphs judged before cost a look-up."""
        with self._lock:
            if self._checker is None:
                self._checker, self._near = self._make(), self._make()
            checker = self._checker
            year = project.report.year
            whole = is_report(project.report)
            judge = _judge(checker, whole=whole)
            words = {
                p.id: tuple(judge(part, p, year))
                for part in project.report.parts
                for p in part.paragraphs
                if p.text
            }
            return Review(
                project.report,
                {key: found for key, found in words.items() if found},
                _by_paragraph(checker.report_findings(project) if whole else ()),
                checker.failed,
            )

    def begin_again(self) -> None:
        """The rules may read another catalogue: make the checkers anew at the next look."""
        with self._lock:
            self._checker = self._near = None

    def follow(self, review: Review, report: Report) -> Review:
        """The review after an edit: only paragraphs that are not the same are judged."""
        if self._near is None or review.report is report:
            return review
        return followed(review, report, _judge(self._near, whole=is_report(report)))


def _judge(checker: Checker, *, whole: bool) -> Judge:
    """How a paragraph is judged: as one of a report, or of a text that is none."""
    if whole:
        return checker.paragraph_findings
    return lambda _part, paragraph, _year: checker.language_findings(paragraph)


def followed(review: Review, report: Report, judge: Judge) -> Review:
    """The review carried over to a later state of the report."""
    words, whole = dict(review.words), dict(review.whole)
    for part, paragraph in touched(review.report, report):
        key = paragraph.id
        said = tuple(judge(part, paragraph, report.year)) if paragraph.text else ()
        moved = (_moved(finding, paragraph.text) for finding in whole.get(key, ()))
        for held, found in ((words, said), (whole, tuple(f for f in moved if f))):
            if found:
                held[key] = found
            else:
                held.pop(key, None)
    return Review(report, words, whole, review.failed)


def touched(before: Report, report: Report) -> Iterator[tuple[Part, Paragraph]]:
    """The paragraphs that are new or not as they were, each with its part."""
    parts = {part.id: part for part in before.parts}
    for part in report.parts:
        was = parts.get(part.id)
        if was is part:
            continue
        held = {p.id: p for p in was.paragraphs} if was else {}
        yield from ((part, p) for p in part.paragraphs if held.get(p.id) is not p)


def _by_paragraph(findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    held = dict[str, list[Finding]]()
    for finding in findings:
        held.setdefault(finding.location.paragraph_id, []).append(finding)
    return {key: tuple(found) for key, found in held.items()}


def _moved(finding: Finding, text: str) -> Finding | None:
    """The finding where its words now stand: the place nearest to the old one."""
    place, words = finding.location, finding.text
    if text[place.start : place.end] == words:
        return finding
    after, back = text.find(words, place.start), text.rfind(words, 0, place.end)
    starts = [start for start in (after, back) if start >= 0]
    if not starts or not words:
        return None
    start = min(starts, key=lambda s: abs(s - place.start))
    return replace(finding, location=Location(place.paragraph_id, start, start + len(words)))


def without(findings: Iterable[Finding], silent: Collection[str]) -> list[Finding]:
    """The findings of rules that are not switched off."""
    return [finding for finding in findings if finding.rule_id not in silent]


def keys_of(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding that outlives a re-check: rule, paragraph, words, which of them."""
    seen = Counter[tuple[str, str, str]]()
    keys = list[str]()
    for finding in findings:
        key = (finding.rule_id, finding.location.paragraph_id, finding.text)
        keys.append("|".join((*key, f"{seen[key]}")))
        seen[key] += 1
    return keys


def rules() -> dict[str, RuleEntry]:
    """The catalogue of the rules by code."""
    return load_rules()


def all_rules_checker(catalogue: Catalogue, extent: Extent) -> Checker:
    """A checker with every rule; loads the word lists, so not for the window's thread."""
    from rolwriter.checks.families import make_checker

    return make_checker(catalogue, extent)
