"""Changes of a project as values, each with its inverse, so that every act can be undone.

A change names what it touches by id and carries whole new values, never positions
in a list that may have moved. `Session.apply` is the only place that runs them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from rolwriter.model.ignore import Ignore
from rolwriter.model.ledger import Figure
from rolwriter.model.mask import Mask
from rolwriter.model.pairing import Pairing
from rolwriter.model.project import Project
from rolwriter.model.promise import Promise
from rolwriter.model.report import Paragraph, Part, Report, Role


class Change(Protocol):
    """One act on a project; both methods raise KeyError for an id that is not there."""

    def apply(self, project: Project) -> Project:
        """The project after the act."""
        ...

    def inverse(self, project: Project) -> Change:
        """The act that takes this one back, given the project before it."""
        ...


def _with_parts(project: Project, parts: tuple[Part, ...]) -> Project:
    return replace(project, report=replace(project.report, parts=parts))


def _with_part(project: Project, new: Part) -> Project:
    project.report.part(new.id)
    return _with_parts(
        project, tuple(new if part.id == new.id else part for part in project.report.parts)
    )


@dataclass(frozen=True, slots=True)
class SetParagraphs:
    """Give a part these paragraphs (typing, deleting, splitting, changing levels)."""

    part_id: str
    paragraphs: tuple[Paragraph, ...]

    def apply(self, project: Project) -> Project:
        """The project with the part's new paragraphs; ids they use are marked as used."""
        part = project.report.part(self.part_id)
        after = _with_part(project, replace(part, paragraphs=self.paragraphs))
        return replace(after, next_id=max(project.next_id, _beyond(self.paragraphs)))

    def inverse(self, project: Project) -> Change:
        """Give the part the paragraphs it had."""
        return SetParagraphs(self.part_id, project.report.part(self.part_id).paragraphs)


@dataclass(frozen=True, slots=True)
class SetRole:
    """Say which question of the law a chapter answers."""

    part_id: str
    role: Role

    def apply(self, project: Project) -> Project:
        """The project with the chapter's new role."""
        return _with_part(project, replace(project.report.part(self.part_id), role=self.role))

    def inverse(self, project: Project) -> Change:
        """The role it had."""
        return SetRole(self.part_id, project.report.part(self.part_id).role or Role.THEME)


@dataclass(frozen=True, slots=True)
class SetYear:
    """Set the year reported on; the text is not touched."""

    year: int | None

    def apply(self, project: Project) -> Project:
        """The project with the new year."""
        return replace(project, report=replace(project.report, year=self.year))

    def inverse(self, project: Project) -> Change:
        """The year it had."""
        return SetYear(project.report.year)


@dataclass(frozen=True, slots=True)
class SetAuthority:
    """Set the issuing organ; the text is not touched."""

    authority: str

    def apply(self, project: Project) -> Project:
        """The project with the new organ."""
        return replace(project, report=replace(project.report, authority=self.authority))

    def inverse(self, project: Project) -> Change:
        """The organ it had."""
        return SetAuthority(project.report.authority)


@dataclass(frozen=True, slots=True)
class SetParts:
    """Give the report these parts (adding, removing, moving, splitting chapters)."""

    parts: tuple[Part, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new run of parts; ids they use are marked as used."""
        beyond = max([project.next_id, *(_beyond_part(part) for part in self.parts)])
        return replace(_with_parts(project, self.parts), next_id=beyond)

    def inverse(self, project: Project) -> Change:
        """The parts it had."""
        return SetParts(project.report.parts)


@dataclass(frozen=True, slots=True)
class SetReport:
    """Replace the whole report (an import, a roll-forward, a return to a snapshot)."""

    report: Report
    next_id: int

    def apply(self, project: Project) -> Project:
        """The project with the new report."""
        return replace(project, report=self.report, next_id=max(project.next_id, self.next_id))

    def inverse(self, project: Project) -> Change:
        """The report it had."""
        return SetReport(project.report, project.next_id)


@dataclass(frozen=True, slots=True)
class SetPromises:
    """Replace the list of last year's promises (an answer given, a place set)."""

    promises: tuple[Promise, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new list."""
        return replace(project, promises=self.promises)

    def inverse(self, project: Project) -> Change:
        """The list it had."""
        return SetPromises(project.promises)


@dataclass(frozen=True, slots=True)
class SetIgnores:
    """Replace the list of findings left standing; the text is not touched."""

    ignores: tuple[Ignore, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new list."""
        return replace(project, ignores=self.ignores)

    def inverse(self, project: Project) -> Change:
        """The list it had."""
        return SetIgnores(project.ignores)


@dataclass(frozen=True, slots=True)
class SetMasks:
    """Replace the list of words the public copy does not show; the text is not touched."""

    masks: tuple[Mask, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new list."""
        return replace(project, masks=self.masks)

    def inverse(self, project: Project) -> Change:
        """The list it had."""
        return SetMasks(project.masks)


@dataclass(frozen=True, slots=True)
class SetSilentRules:
    """Say which rules are switched off in this project."""

    rules: tuple[str, ...]

    def apply(self, project: Project) -> Project:
        """The project with these rules silent and all others at work."""
        return replace(project, silent_rules=self.rules)

    def inverse(self, project: Project) -> Change:
        """The rules that were silent."""
        return SetSilentRules(project.silent_rules)


@dataclass(frozen=True, slots=True)
class SetPairings:
    """Replace what the clerk said of shortcomings and the measures that answer them."""

    pairings: tuple[Pairing, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new list."""
        return replace(project, pairings=self.pairings)

    def inverse(self, project: Project) -> Change:
        """The list it had."""
        return SetPairings(project.pairings)


@dataclass(frozen=True, slots=True)
class SetLedger:
    """Replace the ledger; the text is not touched."""

    ledger: tuple[Figure, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new ledger; ids it uses are marked as used."""
        beyond = 1 + max((id_number(figure.id) for figure in self.ledger), default=0)
        return replace(project, ledger=self.ledger, next_id=max(project.next_id, beyond))

    def inverse(self, project: Project) -> Change:
        """The ledger it had."""
        return SetLedger(project.ledger)


@dataclass(frozen=True, slots=True)
class Together:
    """Several changes as one act, made in their order and taken back in the opposite one."""

    changes: tuple[Change, ...]

    def apply(self, project: Project) -> Project:
        """The project after all of them."""
        for change in self.changes:
            project = change.apply(project)
        return project

    def inverse(self, project: Project) -> Change:
        """Their inverses, last first."""
        inverses = list[Change]()
        for change in self.changes:
            inverses.append(change.inverse(project))
            project = change.apply(project)
        return Together(tuple(reversed(inverses)))


@dataclass(frozen=True, slots=True)
class SetProject:
    """Replace everything at once (a roll-forward, the return from one)."""

    project: Project

    def apply(self, project: Project) -> Project:
        """The new project; ids stay used and drafts kept even when it comes from before."""
        beyond = max(project.next_id, self.project.next_id)
        return replace(self.project, next_id=beyond, drafts=project.drafts)

    def inverse(self, project: Project) -> Change:
        """Everything as it was."""
        return SetProject(project)


def id_number(item_id: str) -> int:
    """The number in an id such as ``p12``; 0 when it has none."""
    digits = item_id.lstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isdecimal() else 0


def _beyond(paragraphs: tuple[Paragraph, ...]) -> int:
    return 1 + max((id_number(p.id) for p in paragraphs), default=0)


def _beyond_part(part: Part) -> int:
    return max(1 + id_number(part.id), _beyond(part.paragraphs))
