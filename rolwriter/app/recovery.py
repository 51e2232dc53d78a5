"""What is offered after a crash: the copies left over, each compared with its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

from rolwriter.app.folders import state_folder
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.storage import project_file, recovery
from rolwriter.storage.recovery import Journal, LeftOver, Origin
from rolwriter.text.difference import Run, Step, difference

__all__ = ["Comparison", "Journal", "LeftOver", "Origin", "compare", "left_overs", "new_journal"]

_BY_WORD = 4000
"""Characters up to which two differing stretches are compared word by word."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A copy against the file it belongs to."""

    runs: tuple[Run, ...]
    """What makes the file's text the copy's."""
    file_there: bool = True
    trouble: str = ""
    """Why the file cannot be compared with, when it is there."""

    @property
    def added(self) -> int:
        """Characters that only the copy has, blanks not counted."""
        return self._count(Step.ADDED)

    @property
    def removed(self) -> int:
        """Characters that only the file has."""
        return self._count(Step.REMOVED)

    def _count(self, step: Step) -> int:
        return sum(len("".join(run.text.split())) for run in self.runs if run.step is step)


def recovery_folder() -> Path:
    """Where the copies are: on this machine, never beside the project."""
    return state_folder() / "recovery"


def new_journal() -> Journal:
    """A journal for a window; nothing is written yet."""
    return Journal(recovery_folder())


def origin_of(path: Path | None, seal: str | None) -> Origin:
    """What a copy says of itself now."""
    now = datetime.now().isoformat(" ", "minutes")
    return Origin(str(path.resolve()) if path else "", seal, now)


def left_overs(damaged: list[Path], path: Path | None = None) -> Iterator[LeftOver]:
    """The copies left over, all or those of one file; what the file holds already is cleared.

    Where unreadable ones were moved to is added to ``damaged``.
    """
    wanted = str(path.resolve()) if path else None
    for left in recovery.left_overs(recovery_folder(), damaged):
        if wanted is not None and left.origin.file != wanted:
            left.journal.release()
        elif left.origin.file and _stored(Path(left.origin.file)) == left.project:
            left.journal.clear()
        else:
            yield left


def compare(left: LeftOver) -> Comparison:
    """How the copy differs from its file as it stands now."""
    path = Path(left.origin.file)
    new = left.project.report.lines
    if not left.origin.file or not path.exists():
        return Comparison(tuple(_differences([], new)), file_there=False)
    try:
        old = project_file.load(path).report.lines
    except RolwriterError as error:
        return Comparison(tuple(_differences([], new)), trouble=error.what)
    return Comparison(tuple(_differences(old, new)))


def _stored(path: Path) -> Project | None:
    try:
        return project_file.load(path)
    except RolwriterError:
        return None


def _differences(old: list[str], new: list[str]) -> Iterator[Run]:
    """By paragraph first, so that a long report costs little; by word within those that differ."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before = "".join(f"{line}\n" for line in old[i1:i2])
        after = "".join(f"{line}\n" for line in new[j1:j2])
        if tag == "equal":
            yield Run(Step.SAME, before)
        elif max(len(before), len(after)) <= _BY_WORD:
            yield from difference(before, after)
        else:
            yield Run(Step.REMOVED, before)
            yield Run(Step.ADDED, after)
