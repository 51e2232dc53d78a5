"""What a key costs in a chapter of 5,000 characters with 40 linked figures.

Prints the milliseconds of a key in that chapter and in the same chapter without
links, and their ratio. The window is offscreen, so the time is that of the program's
own work: input, session, ledger, drawing of marks and layout of the text. The keys
come in runs with a rest between, so that checks run beside them as when a clerk types.
Behind the time on the clock stands what the window's thread had of the processor, which
other programs on the machine do not lengthen. Fails when the slowest key costs more than
16 ms on the clock.

    python bench/links.py
"""

# ruff: noqa: E402 (the folders and the platform are set before Qt and settings are read)
from __future__ import annotations

import os
import statistics
import sys
import tempfile
from time import perf_counter, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = tempfile.mkdtemp()

from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from rolwriter.app.ledger.acts import take_figures
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.ui.main_window import MainWindow

CHARACTERS, LINKS, PARAGRAPHS, KEYS = 5000, 40, 20, 200
RUN, REST, START = 20, 0.5, 4.0
"""Keys in a run, seconds between two runs, seconds until a window has begun its work."""
LIMIT_MS = 16.0


def chapter() -> Part:
    per = LINKS // PARAGRAPHS
    texts = []
    for number in range(PARAGRAPHS):
        figures = "".join(
            f"召开第{'甲乙丙丁'[n % 4]}类会议{number * per + n + 2}次，" for n in range(per)
        )
        fill = "依法行政各项工作按照年度计划有序推进取得实效" * 20
        texts.append((figures + fill)[: CHARACTERS // PARAGRAPHS - 1] + "。")
    paragraphs = tuple(Paragraph(f"p{n + 2}", text) for n, text in enumerate(texts))
    return Part("c1", PartKind.CHAPTER, paragraphs, Role.WORK)


def milliseconds(project: Project) -> tuple[list[float], list[float]]:
    """Of each key: on the clock, and of the processor."""
    window = MainWindow()
    window.resize(1280, 820)
    window.show()
    window.session.open(project, None)
    window.files.opened.emit()
    window.workspace.setCurrentIndex(1)
    tab = window.workspace.chapter
    assert tab is not None
    cursor = QTextCursor(tab.editor.document().findBlockByNumber(PARAGRAPHS // 2))
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=2)
    tab.editor.setTextCursor(cursor)
    rest(START)
    times, worked = [], []
    for number in range(KEYS):
        if number % RUN == 0:
            rest(REST)
        event = QInputMethodEvent()
        event.setCommitString("字")
        begin, work = perf_counter(), thread_time()
        QApplication.sendEvent(tab.editor, event)
        QApplication.processEvents()
        times.append((perf_counter() - begin) * 1000)
        worked.append((thread_time() - work) * 1000)
    window.hide()
    rest(REST)
    return sorted(times), sorted(worked)


def rest(seconds: float) -> None:
    """Let the window work as if nobody touched it."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        QApplication.processEvents()
        sleep(0.005)


def main() -> int:
    application = QApplication(sys.argv)
    project = Project(Report((chapter(),), 2025, "某局"), next_id=100)
    change, count = take_figures(project)
    linked = change.apply(project)
    characters = sum(len(p.text) for p in linked.report.paragraphs)
    print(f"{characters} characters, {count} links, {KEYS} keys in the middle")
    medians, slowest = [], 0.0
    for name, held in (("plain", project), ("linked", linked)):
        times, worked = milliseconds(held)
        medians.append(statistics.median(times))
        slowest = times[-1]
        for what, sample in ((name, times), ("of the processor", worked)):
            print(
                f"{what:16} median {statistics.median(sample):.2f} ms, "
                f"95 % {sample[int(KEYS * 0.95)]:.2f} ms, slowest {sample[-1]:.2f} ms"
            )
    print(f"ratio {medians[1] / medians[0]:.2f}")
    del application
    return 0 if slowest <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
