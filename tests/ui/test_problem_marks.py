from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from rolwriter.checks.carried import UNREAD
from rolwriter.model.finding import Finding, Location, Severity
from rolwriter.ui.problems.marks import marks_of


@pytest.mark.usefixtures("qapp")
def test_unread_text_has_no_line_under_it_but_what_was_found_in_it_has() -> None:
    whole = Finding(UNREAD, Severity.WARNING, Location("p1", 0, 9), "截至目前，已办结。", "未核。")
    word = Finding("D04", Severity.HINT, Location("p1", 0, 4), "截至目前", "没有写明日期。")
    assert [(m.start, m.end) for m in marks_of([whole, word], QPalette())] == [(0, 4)]


@pytest.mark.usefixtures("qapp")
def test_the_graver_of_two_marks_is_drawn_last() -> None:
    error = Finding("L01", Severity.ERROR, Location("p1", 0, 2), "一)", "括号不全。")
    hint = Finding("D04", Severity.HINT, Location("p1", 0, 4), "一)目前", "没有写明日期。")
    drawn = [mark.severity for mark in marks_of([error, hint], QPalette())]
    assert drawn == [Severity.HINT, Severity.ERROR]
