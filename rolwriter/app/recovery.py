"""What is offered after a crash: the copies left over, each compared with its file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from rolwriter.app.comparison import Comparison, compare_lines, compare_with_file
from rolwriter.app.folders import state_folder
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.storage import project_file, recovery
from rolwriter.storage.recovery import Journal, LeftOver, Origin

__all__ = ["Comparison", "Journal", "LeftOver", "Origin", "compare", "left_overs", "new_journal"]


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
    if not left.origin.file:
        return Comparison(tuple(compare_lines([], left.project.report.lines)), file_there=False)
    return compare_with_file(Path(left.origin.file), left.project)


def _stored(path: Path) -> Project | None:
    try:
        return project_file.load(path)
    except RolwriterError:
        return None
