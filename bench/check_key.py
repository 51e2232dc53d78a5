"""A key in a long chapter of the window: what the checks add to it.

The same keys are typed with all rules and with none; the difference is the checks' share.
Run from the checkout: python bench/check_key.py
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from rolwriter.app.review.review import all_rules_checker
from rolwriter.app.settings import Settings
from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.checks.engine import Checker
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.ui.kit.services import Services
from rolwriter.ui.main_window import MainWindow

PARAGRAPHS, LENGTH, KEYS = 200, 500, 60
SENTENCE = "全面推进依法行政，组织开展法治专题学习12次，审查合同35份，提出法律意见18条；"


def project() -> Project:
    text = (SENTENCE * LENGTH)[:LENGTH]
    body = [Paragraph(f"p{n}", f"{n}{text}") for n in range(2, PARAGRAPHS + 2)]
    part = Part("c1", PartKind.CHAPTER, (Paragraph("p1", "一、成效", 1), *body), Role.WORK)
    return Project(Report((part,), 2025, "某局"), next_id=PARAGRAPHS + 2)


def typed(make_checker: object) -> list[float]:
    """Milliseconds of this thread for each key, in the middle of the text."""
    services = Services(
        make_checker=make_checker,  # pyright: ignore[reportArgumentType]
        load_settings=Settings,
        save_settings=lambda _settings: None,
    )
    window = MainWindow(services)
    window.show()
    window.session.open(project(), None)
    window.files.opened.emit()
    window.workspace.setCurrentIndex(1)
    window.problems.fresh()
    chapter = window.workspace.chapter
    assert chapter is not None
    edit = chapter.editor
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(PARAGRAPHS // 2).position() + 200)
    edit.setTextCursor(cursor)
    # what begins with a report (checklist, carry-over, the first check) is to be over
    rest = time.perf_counter() + 3
    while time.perf_counter() < rest:
        QApplication.processEvents()
        time.sleep(0.01)
    times = list[float]()
    for _ in range(KEYS):
        event = QInputMethodEvent()
        event.setCommitString("法")
        start = time.thread_time()
        QApplication.sendEvent(edit, event)
        times.append((time.thread_time() - start) * 1000)
    window.session.mark_saved(Path("unused"), window.session.revision)
    window.close()
    return times


def main() -> None:
    app = QApplication.instance() or QApplication(sys.argv)
    del app
    typed(all_rules_checker)  # the first window pays for fonts and all else that is kept
    plain = typed(lambda _catalogue, _extent: Checker(load_catalogue(), {}, (), ()))
    checked = typed(all_rules_checker)
    print(f"{PARAGRAPHS} paragraphs of {LENGTH} characters, {KEYS} keys, median (worst):")
    print(f"no rules:  {median(plain):.2f} ms ({max(plain):.2f})")
    print(f"all rules: {median(checked):.2f} ms ({max(checked):.2f})")
    print(f"share of the checks: {median(checked) - median(plain):.2f} ms")


if __name__ == "__main__":
    main()
