"""What a draft shows of that which is still open: short marks in the text, a list behind it.

The text stays readable with the pen in hand: a mark is a number, the list says the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rolwriter.app.output.layout import PagePlaces
from rolwriter.app.review.names import SEVERITY_WORDS
from rolwriter.checks.carried import UNREAD
from rolwriter.model.finding import Finding
from rolwriter.model.report import Carry, PartKind, Report
from rolwriter.text.abridge import abridged
from rolwriter.text.sanitize import writable
from rolwriter.writers.layout.blocks import sheet_title
from rolwriter.writers.layout.copy import Section, TableBlock, TableRow
from rolwriter.writers.layout.marks import Mark

CARRIED = "〔沿用未核〕"
"""Before a paragraph of last year that nobody has looked at."""
_TITLE = "待处理事项"
_HEAD = ("序号", "位置", "原文", "问题")
_WIDTHS = (3.0, 7.0, 8.0, 16.0)
_SIZE_PT = 10.5
_MOST_WORDS = 15
"""Of the report's own words in the list; the place says where to read the rest."""


def open_points(report: Report, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the report, those on the whole of it last.

    What is carried and unread has its own mark and is no point of the list.
    """
    order = {paragraph.id: row for row, paragraph in enumerate(report.paragraphs)}
    last = len(order)
    return tuple(
        sorted(
            (finding for finding in findings if finding.rule_id != UNREAD),
            key=lambda f: (order.get(f.location.paragraph_id, last), f.location.start),
        )
    )


def draft_marks(report: Report, points: Sequence[Finding]) -> dict[str, list[Mark]]:
    """The marks by paragraph; a title carries none, its shape would suffer."""
    marks = dict[str, list[Mark]]()
    marked = [
        paragraph
        for part in report.parts
        if part.kind is not PartKind.TITLE
        for paragraph in part.paragraphs
        if paragraph.text
    ]
    for paragraph in marked:
        marks[paragraph.id] = [Mark(0, CARRIED)] if paragraph.carry is Carry.UNREAD else []
    for number, finding in enumerate(points, 1):
        if finding.location.paragraph_id in marks:
            mark = Mark(finding.location.end, f"〔{number}〕")
            marks[finding.location.paragraph_id].append(mark)
    return {paragraph_id: some for paragraph_id, some in marks.items() if some}


def points_section(points: Sequence[Finding], pages: PagePlaces) -> Section:
    """The list behind a draft: number, page and line, the words, what is the matter."""
    rows = [TableRow(_HEAD)]
    for number, finding in enumerate(points, 1):
        place = finding.location
        cells = (
            str(number),
            pages.words(place.paragraph_id, place.start) or "全文",
            abridged(finding.text, _MOST_WORDS),
            f"{SEVERITY_WORDS[finding.severity]}：{finding.message}",
        )
        rows.append(TableRow(tuple(map(writable, cells))))
    table = TableBlock(_WIDTHS, tuple(rows), header_rows=1, size_pt=_SIZE_PT)
    return Section((sheet_title(_TITLE), table))
