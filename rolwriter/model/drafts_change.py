"""A 稿次: the project as it stood at one moment, kept inside the project."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rolwriter.model.change import Change
from rolwriter.model.project import KeptDraft, Project


@dataclass(frozen=True, slots=True)
class SetDrafts:
    """Replace the list of drafts (one kept, one removed); the text is not touched."""

    drafts: tuple[KeptDraft, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new list."""
        return replace(project, drafts=self.drafts)

    def inverse(self, project: Project) -> Change:
        """The list it had."""
        return SetDrafts(project.drafts)
