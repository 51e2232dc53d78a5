"""What a second file may bring into a chapter, and the act that brings it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from rolwriter.app.collect.contribute import contribute
from rolwriter.app.documents import Import
from rolwriter.model.change import SetProject
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind, Role

_TEXT = (PartKind.CHAPTER, PartKind.UNPLACED)


@dataclass(frozen=True, slots=True)
class Offer:
    """A paragraph of the file, and whether it is likely to be wanted."""

    paragraph_id: str
    level: int
    text: str
    likely: bool


def offers(imported: Import, role: Role | None) -> list[Offer]:
    """The file's paragraphs with words, in their order.

    Likely are the text under a chapter of the same role; where the file has no such
    chapter, all the text that is in a chapter or fits nowhere.
    """
    parts = imported.draft.report.parts
    same = {part.id for part in parts if part.role is not None and part.role is role}
    wanted = same or {part.id for part in parts if part.kind in _TEXT}
    return [
        Offer(p.id, p.level, p.text, part.id in wanted and p is not part.heading)
        for part in parts
        for p in part.paragraphs
        if p.text
    ]


def contribution(
    project: Project, chapter_id: str, imported: Import, chosen: Collection[str]
) -> SetProject:
    """The change that puts the chosen paragraphs at the chapter's end, marked 沿用未核."""
    report = imported.draft.report
    return SetProject(contribute(project, chapter_id, report, chosen, imported.source))
