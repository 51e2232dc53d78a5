"""What must be settled before a report is published: hidden in the public copy, or kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rolwriter.app.review.acts import leave, take_back
from rolwriter.app.review.checking import Checked
from rolwriter.app.review.masking import mask, mask_all, public_fix
from rolwriter.catalog.rules import load_rules
from rolwriter.checks.decided import Decision
from rolwriter.model.errors import RolwriterError
from rolwriter.model.finding import Finding
from rolwriter.model.mask import Mask
from rolwriter.model.project import Project

_NOTHING_DONE = "没有作任何处理，工程没有改动。"


@dataclass(frozen=True, slots=True)
class Private:
    """A finding of the review before publication, and what was decided on it."""

    finding: Finding
    decision: Decision | None = None


def private_findings(checked: Checked) -> list[Private]:
    """All findings of that review, decided or not, in the order of the text."""
    found = [Private(finding) for finding in checked.findings]
    found += [Private(finding, decision) for finding, decision in checked.settled]
    rules = load_rules()
    order = {p.id: row for row, p in enumerate(checked.project.report.paragraphs)}
    return sorted(
        (one for one in found if rules[one.finding.rule_id].family == "publication"),
        key=lambda one: (order[one.finding.location.paragraph_id], one.finding.location),
    )


def unfound(project: Project, found: Iterable[Private]) -> list[Mask]:
    """Masks of words that the review does not find any more; they go on hiding them."""
    used = [one.decision for one in found]
    return [one for one in project.masks if one not in used]


def hide(project: Project, found: Sequence[Private], words: str, public: str | None) -> Project:
    """Show ``public`` for those words in the public copy; None: what the rule proposes.

    RolwriterError when nothing of the kind was found, or ``public`` would not hide them.
    """
    finding = _found(found, words)[0].finding
    fix = public_fix(finding)
    if fix is None:
        raise RolwriterError(
            f"“{words}”不能遮盖：{finding.message}",
            _NOTHING_DONE,
            "请在正文中改；确需保留的用 --keep 并写明理由。",
        )
    shown = fix.text if public is None else public
    if words in shown:
        raise RolwriterError(
            f"写成“{shown}”没有遮住“{words}”。", _NOTHING_DONE, "请换一种写法，或省去 --as。"
        )
    project = _undecided(project, found, words)
    return mask(project, finding, shown).apply(project)


def hide_all(project: Project, found: Iterable[Private]) -> Project:
    """Hide what is not decided yet as the rules propose."""
    change, _ = mask_all(project, [one.finding for one in found if one.decision is None])
    return change.apply(project) if change else project


def keep(project: Project, found: Sequence[Private], words: str, reason: str) -> Project:
    """Keep those words, wherever the review found them, with the reason."""
    if not reason:
        raise RolwriterError(
            "保留要写明理由。", _NOTHING_DONE, "请加上 --reason，如 --reason 公开的办公电话。"
        )
    mine = _found(found, words)
    project = _undecided(project, found, words)
    for one in mine:
        project = leave(project, one.finding, reason).apply(project)
    return project


def reopen(project: Project, found: Sequence[Private], words: str) -> Project:
    """Take back what was decided on those words."""
    after = _undecided(project, found, words)
    if after == project:
        raise RolwriterError(
            f"对“{words}”还没有作过处理。", _NOTHING_DONE, "请不带其他参数运行，看已作的处理。"
        )
    return after


def _undecided(project: Project, found: Sequence[Private], words: str) -> Project:
    for one in found:
        if one.finding.text == words and one.decision is not None:
            project = take_back(project, one.decision).apply(project)
    # a mask whose words the report has lost is known by these alone
    return replace(project, masks=tuple(one for one in project.masks if one.words != words))


def _found(found: Sequence[Private], words: str) -> list[Private]:
    mine = [one for one in found if one.finding.text == words]
    if not mine:
        raise RolwriterError(
            f"公开前审查没有查出“{words}”。",
            _NOTHING_DONE,
            "请不带其他参数运行，照列出的文字写，一字不差。",
        )
    return mine
