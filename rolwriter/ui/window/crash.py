"""The one hook for what nobody expected: first the words are saved, then it is told.

Errors of slots, of threads, of what Python cannot raise, and Qt's own messages all end
here. The hooks touch no Qt object, because they run on any thread and in the middle of
anything, even of drawing; the window's thread looks for what they left.
"""

from __future__ import annotations

import contextlib
import logging
import re
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from rolwriter.app.diagnosis import fault_words
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Choice
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.window.diagnosis_dialog import diagnosis, window_versions

_LOG = logging.getLogger(__name__)
_LOOK = 200
"""Milliseconds between two looks for a fault; an empty one costs microseconds."""
_PATIENCE = 2.0
"""Seconds that a last save may take while Qt ends the process."""
_WHERE = re.compile(r"Q\w+(?:::~?\w+)+")
"""How Qt's messages begin: with the function that speaks."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Faults:
    """What the hooks caught: written to the log at once, kept until it was told."""

    def __init__(self) -> None:
        self.waiting: SimpleQueue[str | RolwriterError] = SimpleQueue()
        self.save: Callable[[], object] | None = None
        """The last save before Qt ends the process."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(self._on_qt)

    def close(self) -> None:
        """Hand the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._caught(error)

    def _on_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            self._caught(caught.exc_value)

    def _on_unraisable(self, caught: sys.UnraisableHookArgs) -> None:
        if caught.exc_value is not None:
            self._caught(caught.exc_value)

    def _caught(self, error: BaseException) -> None:
        if isinstance(error, RolwriterError):  # the clerk's matter, wherever it came up
            self.waiting.put(error)
            return
        with contextlib.suppress(Exception):  # a fault in telling of a fault ends here
            words = fault_words(error)
            _LOG.error("unexpected: %s", words)
            self.waiting.put(words)

    def _on_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        with contextlib.suppress(Exception):
            where = _WHERE.match(message or "")
            _LOG.log(_LEVELS[kind], "Qt %s: %s", context.category, where[0] if where else "?")
            if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison] no console
                print(message, file=sys.stderr)
            if kind is QtMsgType.QtFatalMsg and self.save is not None:
                # aside, for whoever failed may hold what the save needs
                saving = threading.Thread(target=self.save, daemon=True)
                saving.start()
                saving.join(_PATIENCE)


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
