"""The one hook for what nobody expected: first the words are saved, then it is told.

Errors of slots, of threads, of what Python cannot raise, and Qt's own messages all end
here. The hooks touch no Qt object, because they run on any thread and in the middle of
anything, even of drawing; the window's thread looks for what they left (`crash.FaultTeller`).
"""

from __future__ import annotations

import contextlib
import logging
import re
import sys
import threading
from collections.abc import Callable, Generator
from queue import SimpleQueue
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from rolwriter.app.diagnosis import fault_words
from rolwriter.model.errors import RolwriterError

_LOG = logging.getLogger(__name__)
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
            self.caught(error)

    def _on_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            self.caught(caught.exc_value)

    def _on_unraisable(self, caught: sys.UnraisableHookArgs) -> None:
        if caught.exc_value is not None:
            self.caught(caught.exc_value)

    @contextlib.contextmanager
    def caught_within(self) -> Generator[None]:
        """What is raised inside is taken like an error of a slot."""
        try:
            yield
        except Exception as error:
            self.caught(error)

    def caught(self, error: BaseException) -> None:
        """Log it, and keep it until it was told."""
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
