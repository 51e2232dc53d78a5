"""稿次: drafts kept before every act on the whole project, and when the clerk wants one."""

from __future__ import annotations

from datetime import datetime

from rolwriter.app.comparison import Comparison, compare_projects
from rolwriter.model.change import Change, SetProject, Together
from rolwriter.model.drafts_change import SetDrafts
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import KeptDraft, Project
from rolwriter.storage.atomic import digest_of
from rolwriter.storage.drafts import pack_draft, unpack_draft

_NAME = 12
"""Digits of the content's hash that name a draft: equal drafts are one."""


def keep(project: Project, label: str, *, automatic: bool = False) -> SetDrafts | None:
    """The change that keeps the project as it stands; None when the newest draft equals it."""
    data = pack_draft(project)
    identity = digest_of(data)[:_NAME]
    if project.drafts and project.drafts[-1].id == identity:
        return None
    now = datetime.now().isoformat(" ", "minutes")
    others = tuple(draft for draft in project.drafts if draft.id != identity)
    return SetDrafts((*others, KeptDraft(identity, now, label, data, automatic)))


def with_draft(project: Project, change: Change, label: str) -> Change:
    """The change, and before it a draft of what it is made to, as one act."""
    kept = keep(project, f"{label}之前", automatic=True)
    return change if kept is None else Together((kept, change))


def restore(project: Project, draft: KeptDraft) -> Change:
    """The change back to the draft; the sources and drafts of today stay.

    RolwriterError when the draft is damaged.
    """
    return SetProject(unpack_draft(draft.data, project))


def remove(project: Project, draft: KeptDraft) -> SetDrafts:
    """The change that gives the draft up."""
    return SetDrafts(tuple(kept for kept in project.drafts if kept.id != draft.id))


def compare_draft(project: Project, draft: KeptDraft) -> Comparison:
    """What makes the draft the project as it stands."""
    try:
        return compare_projects(unpack_draft(draft.data, project), project)
    except RolwriterError as error:
        return Comparison((), trouble=error.what)
