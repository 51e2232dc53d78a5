"""Checking any readable file or project, and mending what can be mended safely."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from rolwriter.app.documents import load_source, open_project, project_from, recognise_source
from rolwriter.app.review.acts import mend_all
from rolwriter.checks.decided import Decision, split_decided
from rolwriter.checks.engine import Checker, is_report
from rolwriter.model.finding import Finding, Fix
from rolwriter.model.project import Project
from rolwriter.model.source import Note
from rolwriter.storage import project_file

_ROUNDS = 5
"""Mending may show what was hidden before; after so many rounds the rest is left."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A text and what was found in it, in the order of the text."""

    project: Project
    findings: tuple[Finding, ...]
    settled: tuple[tuple[Finding, Decision], ...] = ()
    """What the clerk has decided on; these are not among the others."""
    notes: tuple[Note, ...] = ()
    """What the reader met that is not in the text."""
    failed: frozenset[str] = frozenset()
    """Rules that broke on this text; the others were run."""


@dataclass(frozen=True, slots=True)
class Mending:
    """A finding that was mended, and how."""

    finding: Finding
    fix: Fix


Wanted = Callable[[Finding], bool]


def check_file(path: Path, checker: Checker, silent: Collection[str] = ()) -> Checked:
    """Read a project or any readable file and check it; RolwriterError when it cannot be read.

    ``silent`` names rules that are switched off beside those of the project.
    """
    source = load_source(path)
    if project_file.is_project(source.data):
        return check_project(open_project(path), checker, silent)
    imported = recognise_source(source)
    checked = check_project(project_from(imported), checker, silent)
    return replace(checked, notes=imported.draft.notes)


def check_project(project: Project, checker: Checker, silent: Collection[str] = ()) -> Checked:
    """All rules on a report; the language rules alone on a text that is none."""
    silent = {*project.silent_rules, *silent}
    if is_report(project.report):
        found = checker.check(project, silent)
    else:
        found = checker.check_language(project.report.paragraphs, silent)
    standing, settled = split_decided(found, project)
    return Checked(project, tuple(standing), tuple(settled), failed=checker.failed)


def mend(checked: Checked, wanted: Wanted, checker: Checker) -> tuple[Project, list[Mending]]:
    """The project with every safe fix made to the findings wanted, and the list of them.

    Where two overlap the first is made; the text is then looked at again.
    """
    done = list[Mending]()
    for _ in range(_ROUNDS):
        project = checked.project
        change, made = mend_all(project.report, filter(wanted, checked.findings))
        if change is None:
            break
        done += [Mending(finding, fix) for finding, fix in made]
        checked = check_project(change.apply(project), checker)
    return checked.project, done
