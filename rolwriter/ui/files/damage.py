"""What to open in the place of a file that is damaged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rolwriter.app.documents import DamagedError
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.ui.kit.messages import Choice, Messages


def instead_of(
    error: DamagedError, messages: Messages, open_project: Callable[[Path], Project]
) -> Project | None:
    """What the clerk chose: the whole parts, the backup, or nothing.

    Neither is tied to the damaged file: it stays as it is until the clerk says otherwise.
    """
    ways: list[tuple[Choice, Callable[[], Project]]] = []
    if error.whole is not None:
        whole = error.whole.project
        ways.append((Choice("打开完好的部分"), lambda: whole))
    if error.backup is not None:
        backup = error.backup
        ways.append((Choice("打开备份"), lambda: open_project(backup)))
    if not ways:
        messages.tell(error)
        return None
    choices = [*(choice for choice, _ in ways), Choice("取消", "back")]
    answer = messages.ask(
        error.what,
        f"{error.consequence}\n\n{error.remedy}\n打开后请另存为新文件。",
        choices,
    )
    if answer >= len(ways):
        return None
    try:
        return ways[answer][1]()
    except RolwriterError as failure:
        messages.tell(failure)
        return None
