"""How long the report is, and paragraphs that name neither a figure nor a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.extent import Extent
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind, Report, Role

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


def rules(extent: Extent) -> tuple[ReportRule, ...]:
    """The rules of the family, with the limits of the settings."""

    def long(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
        del catalogue
        count = words(project.report)
        if extent.long < count <= extent.too_long:
            said = f"正文{count}字（不计标点），超过{extent.long}字，请看上级通知对篇幅的要求。"
            yield ReportHit(Location(), said)

    def too_long(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
        del catalogue
        count = words(project.report)
        if count > extent.too_long:
            said = f"正文{count}字（不计标点），超过{extent.too_long}字，请压缩。"
            yield ReportHit(Location(), said)

    return (
        ReportRule("S08", _vague),
        ReportRule("S09", long),
        ReportRule("S10", too_long),
    )
