"""Running the rules: paragraphs from a cache, the whole report once, everything by place."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.rules import RuleEntry
from rolwriter.checks.phrase_search import WordFlags
from rolwriter.checks.rule import Hit, ParagraphRule, ReportRule, Scene
from rolwriter.model.finding import Finding, Location
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role, split_edges

_CACHE_LIMIT = 2_000
"""Texts remembered: several times a report's paragraphs. Each key makes another, so that
the oldest go."""
_LOOSE = Scene(PartKind.UNPLACED)
"""Where a text stands that is no report."""
_log = logging.getLogger("rolwriter.checks")

_Key = tuple[str, Scene]
_Hits = tuple[tuple[str, Hit], ...]


class Checker:
    """The rules at work on one project after another; it may be used from one thread.

    A paragraph that was judged before costs a look-up: after a keystroke only the
    paragraph that changed is read again.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        entries: dict[str, RuleEntry],
        paragraph_rules: Sequence[ParagraphRule],
        report_rules: Sequence[ReportRule],
    ) -> None:
        self._catalogue = catalogue
        self._entries = entries
        self._looks = [(1 << n, rule.id, rule.look) for n, rule in enumerate(paragraph_rules)]
        self._always, self._needed = _calls(paragraph_rules)
        self._report_rules = report_rules
        self._seen = dict[_Key, _Hits]()
        self._failed = set[str]()

    @property
    def failed(self) -> frozenset[str]:
        """Rules that broke on some text and found nothing there; the others went on."""
        return frozenset(self._failed)

    def check(self, project: Project, silent: Collection[str] = ()) -> list[Finding]:
        """All findings in the order of the text; ``silent`` names rules switched off."""
        found = [f for f in self._paragraphs(project) if f.rule_id not in silent]
        found += [f for f in self.report_findings(project) if f.rule_id not in silent]
        order = {p.id: row for row, p in enumerate(project.report.paragraphs, 1)}
        return sorted(
            found,
            key=lambda f: (order.get(f.location.paragraph_id, 0), f.location, f.rule_id),
        )

    def check_text(self, lines: Iterable[str], silent: Collection[str] = ()) -> list[Finding]:
        """The language rules on loose lines; a location's id is the line's number from 1."""
        found = list[Finding]()
        for row, line in enumerate(lines, 1):
            lead, text, _ = split_edges(line)
            for finding in self._language(f"{row}", text):
                if finding.rule_id not in silent:
                    place = finding.location
                    moved = Location(f"{row}", place.start + len(lead), place.end + len(lead))
                    found.append(replace(finding, location=moved))
        return found

    def check_language(
        self, paragraphs: Iterable[Paragraph], silent: Collection[str] = ()
    ) -> list[Finding]:
        """The language rules alone, for a text that is no report."""
        return [
            finding
            for paragraph in paragraphs
            if paragraph.text
            for finding in self.language_findings(paragraph)
            if finding.rule_id not in silent
        ]

    def language_findings(self, paragraph: Paragraph) -> list[Finding]:
        """What the language rules say of one paragraph of any text."""
        return self._language(paragraph.id, paragraph.text)

    def paragraph_findings(
        self, part: Part, paragraph: Paragraph, year: int | None
    ) -> list[Finding]:
        """What the paragraph rules say of one paragraph."""
        scene = Scene(part.kind, paragraph.level, year)
        return [
            self._finding(rule_id, hit, paragraph.id, paragraph.text)
            for rule_id, hit in self._hits(paragraph.text, scene)
        ]

    def report_findings(self, project: Project) -> list[Finding]:
        """What the report rules say; to be run off the UI thread."""
        texts = {p.id: p.text for p in project.report.paragraphs}
        found = list[Finding]()
        for rule in self._report_rules:
            entry = self._entries[rule.id]
            try:
                hits = list(rule.look(project, self._catalogue))
            except Exception as fault:
                self._note(rule.id, fault)
                continue
            for hit in hits:
                place = hit.location
                words = texts.get(place.paragraph_id, "")[place.start : place.end]
                found.append(
                    Finding(
                        rule.id, entry.severity, place, words, hit.message, entry.basis, hit.fixes
                    )
                )
        return found

    def _paragraphs(self, project: Project) -> Iterator[Finding]:
        report = project.report
        for part in report.parts:
            for paragraph in part.paragraphs:
                if paragraph.text:
                    yield from self.paragraph_findings(part, paragraph, report.year)

    def _language(self, paragraph_id: str, text: str) -> list[Finding]:
        return [
            self._finding(rule_id, hit, paragraph_id, text)
            for rule_id, hit in self._hits(text, _LOOSE)
            if self._entries[rule_id].language
        ]

    def _hits(self, text: str, scene: Scene) -> _Hits:
        key = (text, scene)
        hits = self._seen.get(key)
        if hits is None:
            if len(self._seen) >= _CACHE_LIMIT:
                del self._seen[next(iter(self._seen))]
            hits = self._seen[key] = self._judged(text, scene)
        return hits

    def _judged(self, text: str, scene: Scene) -> _Hits:
        """What the paragraph rules find, a rule at a time; one loop, for it runs very often."""
        called = self._always | self._needed.in_text(text)
        found = list[tuple[str, Hit]]()
        for bit, rule_id, look in self._looks:
            if not called & bit:
                continue
            try:
                hits = [*look(text, scene)]
            except Exception as fault:
                self._note(rule_id, fault)
                continue
            if hits:
                found += [(rule_id, hit) for hit in hits]
        return tuple(sorted(found, key=lambda pair: (pair[1].start, pair[1].end))) if found else ()

    def _note(self, rule_id: str, fault: Exception) -> None:
        """Remember once that a rule broke; it found nothing on that text."""
        if rule_id not in self._failed:
            self._failed.add(rule_id)
            # never the message, which may hold the report's words
            _log.warning("rule %s broke: %s", rule_id, type(fault).__name__)

    def _finding(self, rule_id: str, hit: Hit, paragraph_id: str, text: str) -> Finding:
        entry = self._entries[rule_id]
        return Finding(
            rule_id,
            entry.severity,
            Location(paragraph_id, hit.start, hit.end),
            text[hit.start : hit.end],
            hit.message,
            entry.basis,
            hit.fixes,
        )


def _calls(rules: Sequence[ParagraphRule]) -> tuple[int, WordFlags]:
    """The rules every text calls for, and those that a word calls; a bit for each in order."""
    always = 0
    words = dict[str, int]()
    for number, rule in enumerate(rules):
        for word in rule.needs:
            words[word] = words.get(word, 0) | 1 << number
        if not rule.needs:
            always |= 1 << number
    return always, WordFlags(words)


def is_report(report: Report) -> bool:
    """Whether a text is a report on the year: it has a title or two of the law's chapters."""
    roles = {chapter.role for chapter in report.chapters} - {None, Role.THEME}
    return bool(report.chapters) and (bool(report.title) or len(roles) > 1)
