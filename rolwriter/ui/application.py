"""Opening the window: display first, then Qt, then Chinese, then the window itself."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rolwriter.app.guide.display import Trouble, display_trouble, import_trouble

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from rolwriter.ui.window.faults import Faults

_LOG = logging.getLogger(__name__)
USERS_MATTER = 2
_USAGE = """用法：rolwriter [文件]
  不带文件：打开窗口；带一个文件：打开报告工程（.rolw），或读取去年的报告。
  命令行功能请看：rolwriter --help"""


def run_window(words: Sequence[str]) -> int:
    """Open the window, with one file or none; the answer is the exit code."""
    trouble = _wrong_words(words)
    if trouble:
        print(f"{trouble}\n{_USAGE}", file=sys.stderr)
        return USERS_MATTER
    no_display = display_trouble()
    if no_display:
        return _refuse(no_display)
    try:
        application = make_application()
    except ImportError as error:
        return _refuse(import_trouble(error))
    from rolwriter.app.crash_file import watch_crashes
    from rolwriter.app.log import start_log
    from rolwriter.ui.window.faults import Faults

    start_log()
    crash_file = watch_crashes()
    code = _serve(application, Faults(), Path(words[0]) if words else None)
    if crash_file is not None:
        crash_file.close()
    return code


def _serve(application: QApplication, faults: Faults, file: Path | None) -> int:
    """Build the window and work until it is closed; what goes wrong in building is told."""
    try:
        from rolwriter.app.crash_file import new_crashes
        from rolwriter.ui.kit.collector import Collector
        from rolwriter.ui.main_window import MainWindow
        from rolwriter.ui.window.crash import FaultTeller
        from rolwriter.ui.window.diagnosis_dialog import window_versions

        _LOG.info("started: %s", window_versions())
        Collector(application)
        window = MainWindow()
        teller = FaultTeller(faults, window)
        window.show()
    except Exception as error:
        from rolwriter.ui.window.failed_start import tell_of_failed_start

        faults.caught(error)
        return tell_of_failed_start(error)
    with faults.caught_within():
        teller.tell_of_crashes(new_crashes())
        window.begin(file)
    return application.exec()


def make_application() -> QApplication:
    """The application in Chinese, with its name, icon and style."""
    from PySide6.QtWidgets import QApplication

    from rolwriter import __version__
    from rolwriter.ui.kit.chinese import speak_chinese
    from rolwriter.ui.kit.icons import application_icon
    from rolwriter.ui.kit.style import Style

    application = QApplication(sys.argv[:1])
    application.setApplicationName("rolwriter")
    application.setApplicationDisplayName("法治政府建设年度报告起草助手")
    application.setApplicationVersion(__version__)
    application.setStyle(Style())
    application.setWindowIcon(application_icon())
    speak_chinese(application)
    return application


def _wrong_words(words: Sequence[str]) -> str:
    options = [word for word in words if word.startswith("-")]
    if options:
        return f"不认识的选项：{' '.join(options)}。窗口没有打开。"
    return "一次只能打开一个文件。窗口没有打开。" if len(words) > 1 else ""


def _refuse(trouble: Trouble) -> int:
    print(trouble.chinese, trouble.english, sep="\n", file=sys.stderr)
    return USERS_MATTER
