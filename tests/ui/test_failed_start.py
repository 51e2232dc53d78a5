"""A fault while the window is being built: a box that says so, the places to copy, exit code 3."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rolwriter.app.log import log_folder

ANSWER = """
import sys
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from rolwriter.ui import application

def fail(*_words, **_named):
    raise ValueError("机密文字")

def answer():
    box = QApplication.activeModalWidget()
    if not isinstance(box, QMessageBox):
        QTimer.singleShot(50, answer)
        return
    print("TOLD", box.text(), box.informativeText())
    box.buttons()[0].click()
    QTimer.singleShot(50, leave)

def leave():
    print("COPIED", QGuiApplication.clipboard().text())
    QApplication.exit(3)

make = application.make_application
def make_and_answer():
    made = make()
    QTimer.singleShot(50, answer)
    return made
application.make_application = make_and_answer
"""
RUN = """
code = application.run_window([])
print("COPIED", QGuiApplication.clipboard().text())
sys.exit(code)
"""
BREAKS = {
    "a module that cannot be imported": "sys.modules['rolwriter.ui.main_window'] = None",
    "half of the window": "from rolwriter.ui.window import docks as m; m.Docks.__init__ = fail",
    "the end of the window": "from rolwriter.ui.window import view as m; "
    "m.View.restore_window = fail",
    "the report to begin with": "from rolwriter.ui import main_window as m; "
    "m.MainWindow.begin = fail",
}


@pytest.mark.parametrize("broken", BREAKS)
def test_a_window_that_cannot_be_built_is_told_in_a_box(broken: str, checkout: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", f"{ANSWER}\n{BREAKS[broken]}\n{RUN}"],
        cwd=checkout,
        env={
            **os.environ,
            "PYTHONIOENCODING": "utf-8",
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
    )
    assert ended.returncode == 3, ended.stderr
    assert "TOLD 程序内部出错" in ended.stdout
    copied = ended.stdout.partition("COPIED")[2]
    assert "rolwriter " in copied
    assert "Error" in copied
    assert "机密" not in ended.stdout
    assert "Traceback" not in ended.stderr
    logged = "".join(p.read_text("utf-8") for p in log_folder().glob("*.log*"))
    assert "unexpected" in logged
