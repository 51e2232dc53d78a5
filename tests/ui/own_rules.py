"""Rules of the tests' own, and what of them can be seen under the words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDialog, QTextEdit

from rolwriter.catalog.catalogue import Catalogue, load_catalogue
from rolwriter.catalog.rules import load_rules
from rolwriter.checks.engine import Checker
from rolwriter.checks.rule import Hit, ParagraphRule, ReportHit, ReportRule, Scene
from rolwriter.model.finding import Fix, Location
from rolwriter.model.project import Project
from rolwriter.ui.problems.leave_dialog import LeaveDialog

NO_LINE = QTextCharFormat.UnderlineStyle.NoUnderline
ERROR_RULE, WARNING_RULE, WHOLE_RULE = "P05", "L03", "F03"


class Rules:
    """Two paragraph rules and one on the report; they remember what they were shown."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def brackets(self, text: str, _scene: Scene) -> Iterator[Hit]:
        self.seen.append(text)
        for start in (i for i, mark in enumerate(text) if mark == "("):
            end = text.index(")", start) + 1
            full = f"（{text[start + 1 : end - 1]}）"
            yield Hit(start, end, "括号用全角。", (Fix(f"改为“{full}”", full, safe=True),))

    def doubts(self, text: str, _scene: Scene) -> Iterator[Hit]:
        if "若干" in text:
            start = text.index("若干")
            yield Hit(start, start + 2, "数目不明。")

    def length(self, project: Project, _catalogue: Catalogue) -> Iterator[ReportHit]:
        for paragraph in project.report.paragraphs:
            if "33次" in paragraph.text:
                start = paragraph.text.index("33次")
                yield ReportHit(Location(paragraph.id, start, start + 3), "与台账不一致。")

    def checker(self) -> Checker:
        return Checker(
            load_catalogue(),
            load_rules(),
            [ParagraphRule(ERROR_RULE, self.brackets), ParagraphRule(WARNING_RULE, self.doubts)],
            [ReportRule(WHOLE_RULE, self.length)],
        )


def underlined(edit: QTextEdit, line: int) -> list[tuple[str, QTextCharFormat.UnderlineStyle]]:
    block = edit.document().findBlockByNumber(line)
    ranges = [r for r in block.layout().formats() if r.format.underlineStyle() != NO_LINE]
    wide = block.text().encode("utf-16-le")
    return [
        (
            wide[2 * r.start : 2 * (r.start + r.length)].decode("utf-16-le"),
            r.format.underlineStyle(),
        )
        for r in ranges
    ]


def answer_leave(monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    def answer(dialog: LeaveDialog) -> int:
        if reason:
            dialog.reason.setEditText(reason)
        done = dialog.accept_button.isEnabled()
        return (QDialog.DialogCode.Accepted if done else QDialog.DialogCode.Rejected).value

    monkeypatch.setattr(LeaveDialog, "exec", answer)
