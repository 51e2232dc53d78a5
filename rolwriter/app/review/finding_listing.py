"""Findings as lines to read and as JSON, with places counted as `text` prints them."""

from __future__ import annotations

from collections.abc import Iterable

from rolwriter.app.review.checking import Mending
from rolwriter.app.review.listing import decision_words
from rolwriter.app.review.names import SEVERITY_WORDS
from rolwriter.checks.decided import Decision
from rolwriter.model.finding import Finding
from rolwriter.model.report import Report


class Places:
    """Where paragraphs stand in the text as it is printed, a paragraph a line."""

    def __init__(self, report: Report) -> None:
        self._rows = {p.id: (row, len(p.lead)) for row, p in enumerate(report.paragraphs, 1)}

    def row(self, finding: Finding) -> int | None:
        """The number of the line, from 1; None for the report as a whole."""
        place = self._rows.get(finding.location.paragraph_id)
        return place[0] if place else None

    def span(self, finding: Finding) -> tuple[int, int]:
        """The first character and the one behind the last, counted in the whole line."""
        _, lead = self._rows.get(finding.location.paragraph_id, (0, 0))
        return finding.location.start + lead, finding.location.end + lead


def findings_json(findings: Iterable[Finding], places: Places) -> list[dict[str, object]]:
    """The findings with rule_id, severity, message, text, paragraph, start, end and fixes."""
    return [
        {
            "rule_id": finding.rule_id,
            "severity": finding.severity.value,
            "message": finding.message,
            "text": finding.text,
            "paragraph": places.row(finding),
            "start": places.span(finding)[0],
            "end": places.span(finding)[1],
            "fixes": [{"label": fix.label, "text": fix.text} for fix in finding.fixes],
        }
        for finding in findings
    ]


def finding_line(finding: Finding, places: Places) -> str:
    """One finding: place, severity, rule, words, why, what could be written instead."""
    words = f"“{finding.text}”" if finding.text else ""
    fixes = "；".join(f"{f.label}：{f.text}" if f.public else f.label for f in finding.fixes)
    what = f"{finding.message}{f'（{fixes}）' if fixes else ''}"
    severity = SEVERITY_WORDS[finding.severity]
    return "\t".join((_place(finding, places), severity, finding.rule_id, words, what))


def settled_line(finding: Finding, decision: Decision, places: Places) -> str:
    """A finding the clerk has decided on: place, rule, words, what was decided."""
    said = decision_words(finding, decision)
    return f"{_place(finding, places)}\t{finding.rule_id}\t“{finding.text}”\t{said}"


def mending_line(mending: Mending, places: Places) -> str:
    """One act of mending: place, rule, the words before and after."""
    finding, new = mending.finding, mending.fix.text
    after = f"“{new}”" if new else "（删去）"
    return f"{_place(finding, places)}\t{finding.rule_id}\t“{finding.text}” → {after}"


def _place(finding: Finding, places: Places) -> str:
    row = places.row(finding)
    return f"第{row}段" if row else "全文"
