"""A window that cannot be built: told in a box of its own, for no window is there to tell it."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from rolwriter.app.diagnosis import fault_words
from rolwriter.model.errors import RolwriterError
from rolwriter.ui.kit.messages import Choice, Messages
from rolwriter.ui.window.diagnosis_dialog import window_versions

USERS_MATTER, FAULT = 2, 3
"""The exit codes that the command line uses, too."""


def tell_of_failed_start(error: Exception) -> int:
    """Say that no window opens and that nothing was touched; the answer is the exit code.

    Nothing could be typed yet. Recovery copies of an earlier run stay where they are and
    are offered by the next start that succeeds.
    """
    messages = Messages(None)
    if isinstance(error, RolwriterError):
        messages.tell(error)
        return USERS_MATTER
    choices = (Choice("复制诊断信息"), Choice("退出", "back"))
    answer = messages.inform(
        "程序内部出错，窗口没有打开。",
        "已保存的文件和上次留下的恢复副本都没有动，下次启动成功时会照常问您是否恢复。"
        "请重新启动程序；还是打不开时，请重新安装。\n"
        "诊断信息只有版本和程序位置，不含报告文字，可以发给维护人员。",
        choices,
    )
    if answer == 0:
        QGuiApplication.clipboard().setText(f"{window_versions()}\n{fault_words(error)}")
    return FAULT
