"""The open file was changed outside: the clerk says which text goes where."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from rolwriter.app.comparison import compare_with_file
from rolwriter.app.documents import ChangedOutsideError
from rolwriter.model.project import Project
from rolwriter.ui.kit.difference_dialog import DifferenceDialog
from rolwriter.ui.kit.messages import Choice, Messages

_WAYS = (
    Choice("另存为…"),
    Choice("覆盖", "drop"),
    Choice("对比…"),
    Choice("取消", "back"),
)
_BOTH_STAY = (
    "选“另存为”，两份都在。选“覆盖”，磁盘上的那一份换成您窗口里的内容，"
    "原来的留作同一文件夹里的备份（.bak）。不清楚改了什么，先选“对比”。"
)


class Decision(Enum):
    """Where the window's text goes."""

    ELSEWHERE = auto()
    OVER = auto()
    NOWHERE = auto()


def decide(
    error: ChangedOutsideError, project: Project, messages: Messages, window: QWidget
) -> Decision:
    """Ask, after as many looks at the two texts as are wanted."""
    while True:
        answer = messages.ask(error.what, f"{error.consequence}\n\n{_BOTH_STAY}", _WAYS)
        if answer != 2:
            return (Decision.ELSEWHERE, Decision.OVER, Decision.NOWHERE, Decision.NOWHERE)[answer]
        comparison = compare_with_file(error.path, project)
        DifferenceDialog(comparison, "磁盘上的文件", "窗口里的内容", window).exec()
