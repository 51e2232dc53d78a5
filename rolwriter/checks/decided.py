"""What the clerk has decided on findings: left with a reason, or masked in the public copy."""

from __future__ import annotations

from collections.abc import Iterable

from rolwriter.model.finding import Finding
from rolwriter.model.ignore import Ignore
from rolwriter.model.mask import Mask
from rolwriter.model.project import Project

Decision = Ignore | Mask


def split_decided(
    findings: Iterable[Finding], project: Project
) -> tuple[list[Finding], list[tuple[Finding, Decision]]]:
    """(the findings that stand, those the clerk has settled with the decision).

    A reason given in another year silences nothing; it is offered again by the one
    who shows the finding. A mask goes on hiding its words: that is the safe side.
    """
    year = project.report.year
    left = {(i.rule_id, i.paragraph_id, i.text): i for i in project.ignores if i.year == year}
    standing, settled = list[Finding](), list[tuple[Finding, Decision]]()
    for finding in findings:
        key = (finding.rule_id, finding.location.paragraph_id, finding.text)
        decision = left.get(key) or _mask_over(finding, project.masks)
        if decision is None:
            standing.append(finding)
        else:
            settled.append((finding, decision))
    return standing, settled


def _mask_over(finding: Finding, masks: Iterable[Mask]) -> Mask | None:
    if not any(fix.public for fix in finding.fixes):
        return None
    return next(
        (m for m in masks if m.rule_id == finding.rule_id and m.words in finding.text), None
    )
