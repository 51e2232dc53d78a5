"""What a clerk decides on findings, as changes that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rolwriter.checks.decided import Decision
from rolwriter.model.change import (
    Change,
    SetIgnores,
    SetMasks,
    SetParagraphs,
    SetSilentRules,
    Together,
)
from rolwriter.model.finding import Finding, Fix
from rolwriter.model.ignore import Ignore
from rolwriter.model.mask import Mask
from rolwriter.model.project import Project
from rolwriter.model.rebind import edited
from rolwriter.model.report import Carry, Paragraph, Report

Made = tuple[Finding, Fix]
"""A finding and the fix that was made of it."""


def mend(report: Report, finding: Finding, fix: Fix) -> Change | None:
    """Put the fix's words in the place of the finding's; None when those stand there no more."""
    return _mended(report, [(finding, fix)])[0]


def mend_all(report: Report, findings: Iterable[Finding]) -> tuple[Change | None, list[Made]]:
    """The first safe fix of each finding as one act, and those that it makes.

    Of two that overlap the first one of the text is mended; a re-check shows the other.
    """
    return _mended(report, [(f, fix) for f in findings if (fix := safe_fix(f)) is not None])


def safe_fix(finding: Finding) -> Fix | None:
    """The fix that may be made in bulk."""
    return next((fix for fix in finding.fixes if fix.safe), None)


def leave(project: Project, finding: Finding, reason: str) -> SetIgnores:
    """Leave the finding standing for this year; a decision of an earlier year is renewed."""
    new = Ignore(
        finding.rule_id,
        finding.location.paragraph_id,
        finding.text,
        reason,
        project.report.year,
    )
    others = (i for i in project.ignores if not _same(i, finding))
    return SetIgnores((*others, new))


def take_back(project: Project, decision: Decision) -> SetIgnores | SetMasks:
    """Let the finding speak again."""
    if isinstance(decision, Mask):
        return SetMasks(tuple(m for m in project.masks if m != decision))
    return SetIgnores(tuple(i for i in project.ignores if i != decision))


def silence(project: Project, rule_id: str) -> SetSilentRules:
    """Switch a rule off in this project."""
    return SetSilentRules((*(r for r in project.silent_rules if r != rule_id), rule_id))


def earlier(project: Project, finding: Finding) -> Ignore | None:
    """What was decided on it in another year, to be offered again."""
    year = project.report.year
    return next((i for i in project.ignores if _same(i, finding) and i.year != year), None)


def _same(ignore: Ignore, finding: Finding) -> bool:
    mine = (finding.rule_id, finding.location.paragraph_id, finding.text)
    return (ignore.rule_id, ignore.paragraph_id, ignore.text) == mine


def _mended(report: Report, wanted: Iterable[Made]) -> tuple[Change | None, list[Made]]:
    by_paragraph = dict[str, list[Made]]()
    for finding, fix in sorted(wanted, key=lambda pair: pair[0].location):
        held = by_paragraph.setdefault(finding.location.paragraph_id, [])
        if not held or held[-1][0].location.end <= finding.location.start:
            held.append((finding, fix))
    changes, made = list[SetParagraphs](), list[Made]()
    for part in report.parts:
        after = [_with_fixes(p, by_paragraph.get(p.id, ())) for p in part.paragraphs]
        if any(done for _, done in after):
            changes.append(SetParagraphs(part.id, tuple(p for p, _ in after)))
            made += [pair for _, done in after for pair in done]
    if not changes:
        return None, []
    return (changes[0] if len(changes) == 1 else Together(tuple(changes))), made


def _with_fixes(paragraph: Paragraph, fixes: Sequence[Made]) -> tuple[Paragraph, list[Made]]:
    """The paragraph mended, and what of it could be: the words may stand there no more."""
    made = list[Made]()
    # from the last to the first, one at a time: places before stay true, and links
    # between two mended places are kept
    for finding, fix in reversed(fixes):
        start, end = finding.location.start, finding.location.end
        if paragraph.text[start:end] == finding.text:
            text = paragraph.text[:start] + fix.text + paragraph.text[end:]
            paragraph = _with_words(paragraph, text.strip())
            made.insert(0, (finding, fix))
    return paragraph, made


def _with_words(paragraph: Paragraph, text: str) -> Paragraph:
    """A mark set right is not a reading: what nobody has looked at stays marked so."""
    after = edited(paragraph, text)
    return replace(after, carry=Carry.UNREAD) if paragraph.carry is Carry.UNREAD else after
