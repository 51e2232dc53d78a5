"""What was left over from a crash is offered, compared, and nothing goes without a word."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rolwriter.app.comparison import Comparison
from rolwriter.app.recovery import LeftOver, compare, left_overs
from rolwriter.ui.files.files import Files
from rolwriter.ui.files.recovery import Recovery
from rolwriter.ui.kit.difference_dialog import DifferenceDialog
from rolwriter.ui.kit.messages import Choice, Messages

_ANSWERS = (
    Choice("恢复"),
    Choice("查看差别…"),
    Choice("不要这份", "drop"),
    Choice("以后再说", "back"),
)


class Answer(Enum):
    """What the clerk decided."""

    RESTORE = auto()
    DROP = auto()
    LATER = auto()


class RecoveryOffer:
    """Asks at the start, and when a file is opened that a copy belongs to."""

    def __init__(
        self, window: QWidget, messages: Messages, files: Files, recovery: Recovery
    ) -> None:
        self._window = window
        self._messages = messages
        self._files = files
        self._recovery = recovery

    def at_start(self) -> bool:
        """Offer all that is left over; whether one was restored."""
        return self._offer(None)

    def for_file(self, path: Path) -> bool:
        """Offer what is left over of that file; whether it was restored instead."""
        return self._offer(path)

    def _offer(self, path: Path | None) -> bool:
        damaged: list[Path] = []
        restored = False
        for left in left_overs(damaged, path):
            answer = Answer.LATER if restored else self._ask(left)
            if answer is Answer.RESTORE:
                self._restore(left)
                restored = True
            elif answer is Answer.DROP:
                left.journal.clear()
            else:
                left.journal.release()
        if damaged:
            self._messages.inform(
                f"有{len(damaged)}份恢复副本已损坏，读不出来。",
                f"没有删除，已移到：{damaged[0].parent}。报告文件本身没有改动。",
                (Choice("知道了", "back"),),
            )
        return restored

    def _ask(self, left: LeftOver) -> Answer:
        comparison = compare(left)
        while True:
            answer = self._messages.ask(
                "上次程序没有正常关闭，有一份没有保存的内容。", describe(left, comparison), _ANSWERS
            )
            if answer != 1:
                return (Answer.RESTORE, Answer.RESTORE, Answer.DROP, Answer.LATER)[answer]
            DifferenceDialog(comparison, "文件", "恢复副本", self._window).exec()

    def _restore(self, left: LeftOver) -> None:
        path = Path(left.origin.file) if left.origin.file else None
        self._recovery.adopt(
            left, lambda: self._files.show_unsaved(left.project, path, left.origin.seal)
        )


def describe(left: LeftOver, comparison: Comparison) -> str:
    """Which report it is, what is newer, and how much differs."""
    title = left.project.report.title or "没有标题的报告"
    lines = [f"{title}\n恢复副本写于{left.origin.written or '（时间不明）'}，"]
    path = Path(left.origin.file)
    if not left.origin.file:
        lines.append(f"它还没有存为文件，共{comparison.added:,}字。")
    elif not comparison.file_there:
        lines.append(f"原来的文件“{path}”现在找不到，副本共{comparison.added:,}字。")
    elif comparison.trouble:
        lines.append(f"原来的文件“{path}”现在读不出来，副本共{comparison.added:,}字。")
    else:
        lines.append(f"文件“{path.name}”保存于{_saved_at(path)}。")
        lines.append(_differs(comparison))
    return "".join(lines)


def _differs(comparison: Comparison) -> str:
    if not comparison.added and not comparison.removed:
        return f"正文相同，不同的是：{'、'.join(comparison.besides) or '其他内容'}。"
    return f"与文件相比，副本多{comparison.added:,}字，少{comparison.removed:,}字。"


def _saved_at(path: Path) -> str:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).isoformat(" ", "minutes")
    except OSError:
        return "（时间不明）"
