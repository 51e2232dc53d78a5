"""What a clerk decides on findings, as changes that can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
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


def mend(report: Report, finding: Finding, fix: Fix) -> SetParagraphs | None:
    """Put the fix's words in the place of the finding's; None when those stand there no more."""
    changes, _ = _mended(report, [(finding, fix)])
    return changes[0] if changes else None


def mend_all(report: Report, findings: Iterable[Finding]) -> tuple[Change | None, int]:
    """The first safe fix of each finding as one act, and how many there are.

    Of two that overlap the first one of the text is mended; a re-check shows the other.
    """
    wanted = [(f, fix) for f in findings if (fix := safe_fix(f)) is not None]
    changes, count = _mended(report, wanted)
    if not changes:
        return None, 0
    return (changes[0] if len(changes) == 1 else Together(tuple(changes))), count


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


def _mended(
    report: Report, wanted: Iterable[tuple[Finding, Fix]]
) -> tuple[list[SetParagraphs], int]:
    by_paragraph = dict[str, list[tuple[Finding, Fix]]]()
    for finding, fix in sorted(wanted, key=lambda pair: pair[0].location):
        held = by_paragraph.setdefault(finding.location.paragraph_id, [])
        if not held or held[-1][0].location.end <= finding.location.start:
            held.append((finding, fix))
    changes, count = list[SetParagraphs](), 0
    for part in report.parts:
        paragraphs = list(part.paragraphs)
        before = count
        for row, paragraph in enumerate(paragraphs):
            # from the last to the first, one at a time: places before stay true, and
            # links between two mended places are kept
            for finding, fix in reversed(by_paragraph.get(paragraph.id, [])):
                place, now = finding.location, paragraphs[row]
                if now.text[place.start : place.end] != finding.text:
                    continue
                text = now.text[: place.start] + fix.text + now.text[place.end :]
                paragraphs[row] = _with_words(now, text.strip())
                count += 1
        if count > before:
            changes.append(SetParagraphs(part.id, tuple(paragraphs)))
    return changes, count


def _with_words(paragraph: Paragraph, text: str) -> Paragraph:
    """A mark set right is not a reading: what nobody has looked at stays marked so."""
    after = edited(paragraph, text)
    return replace(after, carry=Carry.UNREAD) if paragraph.carry is Carry.UNREAD else after
