"""The lock on the open project, and the question when another has it."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from rolwriter.app.locks import Holder, ProjectLock, take
from rolwriter.ui.kit.messages import Choice, Messages

_WAYS = (
    Choice("只读打开"),
    Choice("另存副本…"),
    Choice("强制打开…", "drop"),
    Choice("取消", "back"),
)
_SURE = (Choice("强制打开", "drop"), Choice("取消", "back"))


class Access(Enum):
    """How a project is opened."""

    FULL = auto()
    READ_ONLY = auto()
    COPY = auto()
    NONE = auto()


class Locking:
    """Holds at most one lock: that of the project in the window."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        self.reason = ""
        """Why a project is open for reading only."""
        self._path: Path | None = None
        self._lock: ProjectLock | None = None
        self._next: tuple[Path, ProjectLock | None] | None = None

    def ask(self, path: Path) -> Access:
        """How to open this file; `settle` then lets go of the one before."""
        if path == self._path and self._lock is not None:
            return Access.FULL
        found = take(path)
        if not isinstance(found, Holder):
            self._next = (path, found)
            return Access.FULL
        return self._ask(path, found)

    def settle(self, path: Path | None) -> None:
        """This file is open now, or none: hold its lock and no other."""
        ready, self._next = self._next, None
        if path is not None and path == self._path:
            return
        self.release()
        self._path = path
        if ready is not None and ready[0] == path:
            self._lock = ready[1]
        elif path is not None:
            found = take(path)
            self._lock = None if isinstance(found, Holder) else found

    def release(self) -> None:
        """Let go."""
        if self._lock is not None:
            self._lock.release()
        self._path = self._lock = None

    def _ask(self, path: Path, holder: Holder) -> Access:
        since = f"，{holder.time[:16]}" if holder.time else "（旁边有锁文件，但读不出是谁）"
        self.reason = f"{holder.words}正在写“{path.name}”。"
        answer = self._messages.ask(
            f"“{path.name}”已经打开：{holder.words}{since}。",
            "只读打开：可以看、可以导出，不能修改。另存副本：另存为自己的文件再写。\n"
            "如果那个窗口其实已经关了，可以强制打开；两边都保存时，后保存的一方会收到提问，"
            "不会悄悄盖掉对方。",
            _WAYS,
        )
        if answer == 2 and self._sure(path):
            found = take(path, force=True)
            self._next = (path, None if isinstance(found, Holder) else found)
            return Access.FULL
        return (Access.READ_ONLY, Access.COPY, Access.NONE, Access.NONE)[answer]

    def _sure(self, path: Path) -> bool:
        question = f"确定要强制打开“{path.name}”吗？"
        return self._messages.ask(question, "请先确认没有别人正在写这份报告。", _SURE) == 0
