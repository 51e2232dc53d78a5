"""kill -9 at random moments: while saving, while keeping the recovery copy, while typing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from rolwriter.storage import project_file
from rolwriter.storage.recovery import left_overs

ROOT = Path(__file__).resolve().parents[2]
SAVING = """
import sys
from pathlib import Path
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage import project_file
path, seal = Path(sys.argv[1]), None
for number in range(1, 100000):
    seal = project_file.save(Project(Report(authority=str(number))), path, seal)
    print(number, flush=True)
"""
COPYING = """
import sys
from pathlib import Path
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage.recovery import Journal, Origin, left_overs
folder = Path(sys.argv[1])
journal, number = Journal(folder), 0
for left in left_overs(folder, []):
    journal, number = left.journal, int(left.project.report.authority)
print(number, flush=True)
while True:
    number += 1
    journal.write(Project(Report(authority=str(number))), Origin(), journal.life)
    print(number, flush=True)
"""
PACE = 5
"""Characters a second: one in 200 ms."""


def killed(code: str, argument: Path, delay: float, **environment: str) -> list[str]:
    """The lines a program had said when it was killed, so long after its first."""
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(argument)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    with child.stdout:
        first = child.stdout.readline()
        time.sleep(delay)
        child.kill()
        rest = child.stdout.read()
    child.wait()
    lines = (first + rest).splitlines(keepends=True)
    return [line for line in lines if line.endswith("\n")]


def kill_while_saving(tmp_path: Path, times: int) -> None:
    random = Random(times)
    for number in range(times):
        folder = tmp_path / f"save{number}"
        folder.mkdir()
        path = folder / "a.rolw"
        said = killed(SAVING, path, random.uniform(0.001, 0.1))
        stands = int(project_file.load(path).report.authority)
        assert stands in (int(said[-1]), int(said[-1]) + 1)


def cycle_copies(tmp_path: Path, times: int) -> None:
    """Each start takes over what the kill before left; nothing heaps up, nothing goes back."""
    random, last = Random(times), 0
    folder = tmp_path / "recovery"
    for _ in range(times):
        said = killed(COPYING, folder, random.uniform(0.001, 0.1))
        assert int(said[0]) >= last
        last = int(said[-1])
    damaged: list[Path] = []
    left = list(left_overs(folder, damaged))
    assert not damaged
    assert len(left) == 1
    left[0].journal.clear()
    assert list(folder.iterdir()) == []


def test_a_kill_while_saving_leaves_the_last_or_the_next(tmp_path: Path) -> None:
    kill_while_saving(tmp_path, 6)


def test_kills_and_starts_leave_one_copy_and_no_litter(tmp_path: Path) -> None:
    cycle_copies(tmp_path, 6)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_fifty_kills_while_saving(tmp_path: Path) -> None:
    kill_while_saving(tmp_path, 50)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_fifty_kills_and_starts(tmp_path: Path) -> None:
    cycle_copies(tmp_path, 50)


TYPING = """
import sys
from PySide6.QtCore import QTimer
from rolwriter.ui.application import make_application
application = make_application()
from rolwriter.ui.main_window import MainWindow
from rolwriter.app.skeleton import new_project
from tests.ui.typing import commit
window = MainWindow()
window.show()
window.session.open(new_project(2025, "某局"), None)
window.files.opened.emit()
window.workspace.setCurrentIndex(1)
editor = window.workspace.chapter.editor
count = 0
def type_one():
    global count
    commit(editor, "字")
    count += 1
    print(count, flush=True)
timer = QTimer()
timer.timeout.connect(type_one)
timer.start(200)
application.exec()
"""


def seconds_lost(tmp_path: Path, delay: float) -> float:
    home = tmp_path / f"home{delay}"
    home.mkdir()
    said = killed(TYPING, home, delay, XDG_DATA_HOME=str(home), XDG_CONFIG_HOME=str(home))
    (left,) = left_overs(home / "rolwriter" / "recovery", [])
    left.journal.release()
    kept = "".join(left.project.report.lines).count("字")
    return (int(said[-1]) - kept) / PACE


def test_a_kill_while_typing_loses_five_seconds_at_most(tmp_path: Path) -> None:
    assert seconds_lost(tmp_path, 4.3) <= 5


@pytest.mark.long
@pytest.mark.timeout(900)
def test_fifty_kills_while_typing_lose_five_seconds_at_most(tmp_path: Path) -> None:
    random = Random(50)
    lost = [seconds_lost(tmp_path, random.uniform(2.5, 8)) for _ in range(50)]
    print(f"seconds of typing lost in 50 kills: at most {max(lost)}, mean {sum(lost) / 50:.2f}")
    assert max(lost) <= 5
