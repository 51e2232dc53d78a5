"""How a finding is drawn under the words: a shape and a colour for each severity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette, QTextCharFormat

from rolwriter.checks.carried import UNREAD
from rolwriter.model.finding import Finding, Severity
from rolwriter.ui.kit.theme import colours_on

_Shape = QTextCharFormat.UnderlineStyle
SHAPES = {
    Severity.ERROR: _Shape.WaveUnderline,
    Severity.WARNING: _Shape.DashUnderline,
    # single dots stand under linked figures
    Severity.HINT: _Shape.DashDotDotLine,
}
_GRAVEST_LAST = (Severity.HINT, Severity.WARNING, Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters of a paragraph to be underlined, in code points of its words."""

    start: int
    end: int
    severity: Severity
    message: str
    colour: QColor

    @property
    def shape(self) -> QTextCharFormat.UnderlineStyle:
        """The line that is drawn."""
        return SHAPES[self.severity]


def marks_of(findings: Iterable[Finding], palette: QPalette) -> tuple[Mark, ...]:
    """The marks of one paragraph; where two overlap the graver one is drawn over the other.

    What is carried and unread has its bar beside the text: a line under every word of it
    would hide the lines that point at single words.
    """
    colours = colours_on(palette)
    inks = {
        Severity.ERROR: colours.error,
        Severity.WARNING: colours.warning,
        Severity.HINT: colours.muted,
    }
    marks = [
        Mark(f.location.start, f.location.end, f.severity, f.message, QColor(inks[f.severity]))
        for f in findings
        if f.location.end > f.location.start and f.rule_id != UNREAD
    ]
    return tuple(sorted(marks, key=lambda mark: _GRAVEST_LAST.index(mark.severity)))
