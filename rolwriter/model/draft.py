"""What recognition makes of a source: a report and the questions it leaves."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.model.report import Report, Role
from rolwriter.model.source import Note, SourceParagraph


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question for the clerk on one part or paragraph; the guess stands until answered."""

    target: str
    """Id of the part or paragraph in the draft's report."""
    question: str
    choices: tuple[Role, ...] = ()
    """The roles that come into question, likeliest first; empty: not about a role."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A recognised report; the clerk confirms it before it becomes the project's."""

    report: Report
    next_id: int
    """The first id number the report does not use."""
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[Note, ...] = ()
    apart: tuple[SourceParagraph, ...] = ()
