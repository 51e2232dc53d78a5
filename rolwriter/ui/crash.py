"""The one hook for bugs: the clerk is told, the text stays, the log holds none of it."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtGui import QGuiApplication

from rolwriter import __version__
from rolwriter.ui.main_window import MainWindow
from rolwriter.ui.messages import Choice

_LOG = logging.getLogger(__name__)


def watch_for_bugs(window: MainWindow) -> None:
    """From now on an error nobody expected is shown above that window."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = diagnosis(kind, trace)
        _LOG.error("%s", words)
        copied = "恢复副本已写好，下次启动时可以找回。" if window.recovery.save_now() else ""
        choices = (Choice("复制诊断信息"), Choice("继续", "back"))
        answer = window.messages.inform(
            "程序内部出错，刚才的操作可能没有完成。",
            f"已写的文字仍在窗口中。{copied}建议马上用“另存为”另存一份，再关闭程序重新打开。"
            "诊断信息只有程序位置，不含报告文字，可以发给维护人员。",
            choices,
        )
        if answer == 0:
            QGuiApplication.clipboard().setText(words)

    sys.excepthook = hook


def diagnosis(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where in the program it happened and on what: no message, which could hold text."""
    places = [
        f"  {frame.filename.rpartition('rolwriter')[2].lstrip('/')}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    versions = (
        f"rolwriter {__version__}, Python {platform.python_version()}, "
        f"PySide6 {pyside_version}, {platform.system()} {platform.release()}"
    )
    return "\n".join([versions, kind.__name__, *places])
