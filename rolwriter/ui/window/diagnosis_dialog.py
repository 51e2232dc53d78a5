"""帮助 → 诊断信息: versions, the end of the log and the last crash, to be copied; no user words."""

from __future__ import annotations

from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.crash_file import crash_words, crashes
from rolwriter.app.diagnosis import versions
from rolwriter.app.log import latest_lines, log_folder
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit

_LINES = 60
"""Of the log's end: some faults with their places."""


def window_versions() -> str:
    """The versions of all that the window stands on."""
    return versions(f"PySide6 {pyside_version}", f"Qt {qVersion()}")


def diagnosis() -> str:
    """All that can be told of this program on this machine."""
    logged = "\n".join(latest_lines(_LINES)) or "（没有记录）"
    crashed = [f"—— 意外中断的记录 {p.name} ——\n{_words_of(p)}" for p in crashes()[-1:]]
    return "\n".join([window_versions(), _screens(), *crashed, f"—— 日志 ——\n{logged}"])


class DiagnosisDialog(QDialog):
    """The text as it will be copied, so that it can be read before it is sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("诊断信息")
        told = PlainLabel(
            "程序出错时，请把下面的内容复制给维护人员。"
            "里面只有版本、系统和程序位置，没有报告文字、文件名和姓名。\n"
            f"日志在本机：{log_folder()}",
            self,
        )
        told.setWordWrap(True)
        self.text = QPlainTextEdit(diagnosis(), self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("诊断信息")
        told.setBuddy(self.text)
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton("复制诊断信息(&C)", role.ActionRole)
        folder = buttons.addButton("打开日志所在文件夹(&L)", role.ActionRole)
        close = buttons.addButton("关闭", role.RejectRole)
        copy.clicked.connect(self.copy)
        folder.clicked.connect(_open_folder)
        close.clicked.connect(self.reject)
        copy.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(told)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        fit(self, 720, 520)

    def copy(self) -> None:
        """All of it, on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())


def _screens() -> str:
    shown = [
        f"{s.size().width()}×{s.size().height()} {s.logicalDotsPerInch():.0f} dpi"
        for s in QGuiApplication.screens()
    ]
    style = QApplication.style().name()
    return f"{QGuiApplication.platformName()}, {style}, {'; '.join(shown)}"


def _words_of(path: Path) -> str:
    try:
        return crash_words(path)
    except OSError:
        return "（读不出来）"


def _open_folder() -> None:
    folder = log_folder()
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
