"""The open file was changed outside: the clerk says which text goes where."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from rolwriter.app.comparison import compare_with_file
from rolwriter.app.documents import ChangedOutsideError, LostRaceError
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
    "无论选“另存为”还是“覆盖”，两份都在：覆盖时，磁盘上的那一份先另存为"
    "同一文件夹里的“名称（冲突 主机 时间）”。不清楚改了什么，先选“对比”。"
)
_OPEN = "窗口里现在打开的是您的那一份。"
_LOOK = (Choice("对比…"), Choice("知道了", "back"))


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


def tell_lost(error: LostRaceError, project: Project, messages: Messages, window: QWidget) -> None:
    """Another's save came in the same moment: where each text is, with a look at both."""
    while messages.inform(error.what, f"{error.consequence}{_OPEN}{error.remedy}", _LOOK) == 0:
        comparison = compare_with_file(error.path, project)
        DifferenceDialog(comparison, "别人的一份", "您的一份", window).exec()
