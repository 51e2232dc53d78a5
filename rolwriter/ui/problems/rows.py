"""The findings as the list shows them: each with its place, its rule and what was decided."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rolwriter.app.carry.listing import Places
from rolwriter.app.output.layout import PagePlaces
from rolwriter.app.review.acts import earlier
from rolwriter.app.review.listing import WHOLE, place_words
from rolwriter.app.review.review import keys_of, without
from rolwriter.catalog.rules import RuleEntry
from rolwriter.checks.decided import Decision, split_decided
from rolwriter.model.finding import Finding
from rolwriter.model.ignore import Ignore
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.ui.kit.names import chapter_name

_HEAD = "报头"
_TRAY = "未归类"


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One line of the list."""

    key: str
    """Outlives a re-check, so that the list keeps its place."""
    finding: Finding
    entry: RuleEntry
    place: str
    chapter: str
    decision: Decision | None = None
    """What the clerk decided: left this year with a reason, or masked in the public copy."""
    earlier: Ignore | None = None
    """What was decided in another year; offered again."""

    @property
    def private(self) -> bool:
        """Whether it is about what the public may read: masked or kept, not mended."""
        return self.entry.family == "publication"


def problem_rows(
    project: Project,
    findings: Sequence[Finding],
    silent: Collection[str],
    entries: Mapping[str, RuleEntry],
    pages: PagePlaces | None = None,
) -> list[ProblemRow]:
    """A row a finding, in the order of the text; rules switched off have none."""
    heard = [f for f in without(findings, silent) if f.rule_id in entries]
    _, settled = split_decided(heard, project)
    decided = {id(finding): decision for finding, decision in settled}
    places, chapters = Places(project, pages), _chapters(project)
    return [
        ProblemRow(
            key,
            finding,
            entries[finding.rule_id],
            place_words(places, finding),
            chapters.get(finding.location.paragraph_id, WHOLE),
            decided.get(id(finding)),
            earlier(project, finding),
        )
        for key, finding in zip(keys_of(heard), heard, strict=True)
    ]


def _chapters(project: Project) -> dict[str, str]:
    names = dict[str, str]()
    for part in project.report.parts:
        if part.is_running_text:
            name = chapter_name(part)
        else:
            name = _TRAY if part.kind is PartKind.UNPLACED else _HEAD
        names.update((paragraph.id, name) for paragraph in part.paragraphs)
    return names
