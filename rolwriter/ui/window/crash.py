"""Telling of what nobody expected: first the words are saved, then it is told, each fault once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Choice
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.window.diagnosis_dialog import diagnosis, window_versions
from rolwriter.ui.window.faults import Faults

_LOOK = 200
"""Milliseconds between two looks for a fault; an empty one costs microseconds."""


class FaultTeller(QObject):
    """Looks for faults on the window's thread: saves, then tells each of them once."""

    def __init__(self, faults: Faults, window: MainWindow) -> None:
        super().__init__(window)
        self._faults = faults
        self._window = window
        self._told = set[str]()
        self._telling = False
        faults.save = window.recovery.save_now
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def tell_of_crashes(self, found: Sequence[Path]) -> None:
        """Name what an earlier run of the program left behind when it was cut off."""
        if not found:
            return
        choices = (Choice("复制诊断信息"), Choice("知道了", "back"))
        answer = self._window.messages.inform(
            "上次程序意外中断了。",
            "没有保存的内容，接下来会问您是否恢复。程序留下了一份记录，"
            f"里面只有程序位置，没有报告文字，可以发给维护人员：\n{found[-1]}",
            choices,
        )
        if answer == 0:
            QGuiApplication.clipboard().setText(diagnosis())

    def _look(self) -> None:
        if self._faults.waiting.empty():
            return
        saved = self._window.recovery.save_now()
        while not self._telling and not self._faults.waiting.empty():
            words = self._faults.waiting.get()
            if isinstance(words, RolwriterError):
                self._window.messages.tell(words)
                continue
            if words in self._told:
                self._window.status.notice("程序内部又出了同样的错误，已记入日志。")
                continue
            self._told.add(words)
            self._telling = True  # the message's own event loop looks too
            try:
                self._tell(words, saved=saved)
            finally:
                self._telling = False

    def _tell(self, words: str, *, saved: bool) -> None:
        copied = "恢复副本已写好，下次启动时可以找回。" if saved else ""
        choices = (Choice("复制诊断信息"), Choice("继续", "back"))
        answer = self._window.messages.inform(
            "程序内部出错，刚才的操作可能没有完成。",
            f"已写的文字仍在窗口中。{copied}建议马上用“另存为”另存一份，再关闭程序重新打开。\n"
            "诊断信息只有版本和程序位置，不含报告文字，可以发给维护人员；"
            "以后也可在“帮助 → 诊断信息”里复制。",
            choices,
        )
        if answer == 0:
            QGuiApplication.clipboard().setText(f"{window_versions()}\n{words}")
