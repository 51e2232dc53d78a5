"""Changes of the checklist, of the fields' answers and of the profiles."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rolwriter.model.change import Change
from rolwriter.model.checklist import FieldAnswer, ItemRecord
from rolwriter.model.project import Project


@dataclass(frozen=True, slots=True)
class SetChecklist:
    """Replace what was said of the checklist's items."""

    records: tuple[ItemRecord, ...]

    def apply(self, project: Project) -> Project:
        """The project with these records."""
        return replace(project, checklist=self.records)

    def inverse(self, project: Project) -> Change:
        """The records it had."""
        return SetChecklist(project.checklist)


@dataclass(frozen=True, slots=True)
class SetAnswers:
    """Replace the answers to fields that are no numbers."""

    answers: tuple[FieldAnswer, ...]

    def apply(self, project: Project) -> Project:
        """The project with these answers."""
        return replace(project, answers=self.answers)

    def inverse(self, project: Project) -> Change:
        """The answers it had."""
        return SetAnswers(project.answers)


@dataclass(frozen=True, slots=True)
class SetProfiles:
    """Say what kind of organ reports."""

    profiles: tuple[str, ...]

    def apply(self, project: Project) -> Project:
        """The project with these profiles."""
        return replace(project, profiles=self.profiles)

    def inverse(self, project: Project) -> Change:
        """The profiles it had."""
        return SetProfiles(project.profiles)
