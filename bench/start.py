"""The start of the command line and of the window, as multiples of a bare Python's.

Run from the checkout: python bench/start.py
Each figure is the best of several whole processes, taken in turn in one run.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7
FIRST_PAINT = """
import sys
from PySide6.QtCore import QTimer
from rolwriter.ui.application import make_application
application = make_application()
from rolwriter.ui.main_window import MainWindow
window = MainWindow()
window.show()
QTimer.singleShot(0, application.quit)
sys.exit(application.exec())
"""
PLAIN_QT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv)
window = QMainWindow()
window.show()
QTimer.singleShot(0, application.quit)
sys.exit(application.exec())
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """What is timed; the first is the measure of the others."""
    project = str(folder / "p.rolw")
    new = ["main.py", "new", "-o", project, "--year", "2025", "--authority", "某局", "--force"]
    return {
        "bare python": ["-c", "pass"],
        "rolwriter --version": ["main.py", "--version"],
        "rolwriter new": new,
        "rolwriter dump": ["main.py", "dump", project],
        "rolwriter text FILE": ["main.py", "text", "resources/sample/report.txt"],
        "bare Qt window": ["-c", PLAIN_QT],
        "window": ["-c", FIRST_PAINT],
    }


def seconds(words: list[str], environment: dict[str, str]) -> float:
    """How long one process takes from its start to its end."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, check=True, capture_output=True
    )
    return time.perf_counter() - begun


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": name,
            "XDG_DATA_HOME": name,
        }
        timed = commands(folder)
        best = dict.fromkeys(timed, float("inf"))
        for _ in range(RUNS):
            for label, words in timed.items():
                best[label] = min(best[label], seconds(words, environment))
    bare, window = best["bare python"], best["window"]
    for label, figure in best.items():
        print(f"{label:<22} {figure / bare:5.1f} × bare python  {figure / window:5.2f} × window")


if __name__ == "__main__":
    main()
