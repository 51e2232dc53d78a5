"""Decisions on what the public copy hides: made of findings, as changes to be taken back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rolwriter.model.change import SetMasks
from rolwriter.model.finding import Finding, Fix
from rolwriter.model.mask import Mask
from rolwriter.model.project import Project

_SURE_NAME = 3
"""Characters from which a name is masked wherever it stands, with or without its title."""
_HAN_END = re.compile("[\u4e00-\u9fff]*$")


def public_fix(finding: Finding) -> Fix | None:
    """What the public copy could show instead; None where nothing can be masked."""
    return next((fix for fix in finding.fixes if fix.public), None)


def mask_of(finding: Finding, public: str) -> Mask:
    """The decision to show ``public`` for the finding's words, wherever these stand.

    张建国律师 → 张某某律师 is kept as 张建国 → 张某某, so that the name is hidden where
    it stands without the title; a name of two characters may be another word's part
    and keeps its title.
    """
    words = finding.text
    same = 0
    while same < min(len(words), len(public)) and words[-1 - same] == public[-1 - same]:
        same += 1
    ending = _HAN_END.search(words[len(words) - same :])
    kept = len(ending.group()) if ending else 0
    if kept and len(words) - kept >= _SURE_NAME:
        words, public = words[:-kept], public[:-kept]
    return Mask(words, public, finding.rule_id)


def mask(project: Project, finding: Finding, public: str) -> SetMasks:
    """Hide the finding's words in the public copy; an earlier decision on them is replaced."""
    return _with(project, [mask_of(finding, public)])


def mask_all(project: Project, findings: Iterable[Finding]) -> tuple[SetMasks | None, int]:
    """Hide each finding's words as its first public fix has them; also how many there are."""
    wanted = [mask_of(f, fix.text) for f in findings if (fix := public_fix(f)) is not None]
    return (_with(project, wanted), len(wanted)) if wanted else (None, 0)


def _with(project: Project, new: Sequence[Mask]) -> SetMasks:
    by_words = {mask.words: mask for mask in (*project.masks, *new)}
    return SetMasks(tuple(by_words.values()))
