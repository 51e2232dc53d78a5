"""How long the report is, and paragraphs that name neither a figure nor a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind, Report, Role

LONG = 3000
"""Words of the text from which a hint is given; offices ask for 3,000 to 5,000."""
TOO_LONG = 5000
_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[A-Za-z0-9.%]+")
_VAGUE_FROM = 120
"""Shorter paragraphs need not name anything."""
_CONCRETE = re.compile(
    r"\d|《|[一二三四五六七八九十百千两]+(?:余|多)?(?:人次|场次|次|件|项|人|名|场|份|家|条|起|部|期|套|台|轮|批)"
)
_TOLD_OF = (Role.WORK, Role.DUTY, Role.THEME)


def words(report: Report) -> int:
    """The extent (字数) of the text: Chinese characters, and each number as one; no marks.

    Title, addressee, signature and date do not count, nor what has no place yet.
    """
    return sum(
        len(_WORD.findall(p.text))
        for part in report.parts
        if part.kind in (PartKind.PREAMBLE, PartKind.CHAPTER)
        for p in part.paragraphs
    )


def _long(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    count = words(project.report)
    if LONG < count <= TOO_LONG:
        said = f"正文{count}字（不计标点），超过{LONG}字，请看上级通知对篇幅的要求。"
        yield ReportHit(Location(), said)


def _too_long(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    count = words(project.report)
    if count > TOO_LONG:
        yield ReportHit(Location(), f"正文{count}字（不计标点），超过{TOO_LONG}字，请压缩。")


def _vague(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """Long paragraphs on the work done without a number, a date or a document."""
    del catalogue
    for part in project.report.chapters:
        if part.role not in _TOLD_OF:
            continue
        for paragraph in part.body:
            text = paragraph.text
            if len(text) >= _VAGUE_FROM and not _CONCRETE.search(text):
                said = "这一段没有一个数字、日期或文件名称，请看能否写出具体做法和成效。"
                yield ReportHit(Location(paragraph.id, 0, len(text)), said)


REPORT_RULES = (
    ReportRule("S08", _vague),
    ReportRule("S09", _long),
    ReportRule("S10", _too_long),
)
