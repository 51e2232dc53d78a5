"""The form of the title: 发文机关 + 关于 + 事由 + 文种; and who signs, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, PartKind, Report
from rolwriter.text.titles import parse_title

_MARKS = re.compile("[，。；：！？,;:!?]")
_KIND = re.compile("(?:报告|总结|汇报)(?:[（(][^（）()]{1,12}[）)])?$")
_QUOTED = re.compile("《[^》]*》|“[^”]*”")


def _lines(report: Report, kind: PartKind) -> list[Paragraph]:
    return [p for part in report.of_kind(kind) for p in part.paragraphs if p.text]


def _title_form(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    lines = _lines(project.report, PartKind.TITLE)
    if not lines:
        yield ReportHit(Location(), "没有标题。标题由发文机关名称、事由和文种组成。")
        return
    for line in lines:
        quoted = [match.span() for match in _QUOTED.finditer(line.text)]
        for mark in _MARKS.finditer(line.text):
            if not any(start <= mark.start() < end for start, end in quoted):
                said = "标题中除书名号、引号等外一般不用标点符号。"
                yield ReportHit(Location(line.id, *mark.span()), said)
    last = lines[-1]
    if not _KIND.search(last.text.rstrip("。")):
        said = "标题没有以文种“报告”结尾。"
        yield ReportHit(Location(last.id, 0, len(last.text)), said)


def _incomplete_title(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    lines = _lines(project.report, PartKind.TITLE)
    title = parse_title([line.text for line in lines]) if lines else None
    if title is None:
        return
    missing = [
        *(["发文机关名称"] if not title.authority else []),
        *(["年度"] if title.year is None else []),
    ]
    if missing:
        said = f"标题里没有{'和'.join(missing)}，完整的标题由发文机关、事由（含年度）和文种组成。"
        yield ReportHit(Location(lines[0].id, 0, len(lines[0].text)), said)


def _unsigned(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    report = project.report
    missing = [
        *(["署名"] if not _lines(report, PartKind.SIGNATURE) else []),
        *(["成文日期"] if not _lines(report, PartKind.ISSUE_DATE) else []),
    ]
    if missing:
        yield ReportHit(Location(), f"没有{'和'.join(missing)}，报送前请补上。")


def _signed_by_another(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """A signature that neither shortens nor completes the name of the issuing organ."""
    del catalogue
    authorities = project.report.authority.split()
    signatures = _lines(project.report, PartKind.SIGNATURE)
    if not authorities:
        return
    for line in signatures:
        name = re.sub(r"\s|（.*?）", "", line.text)
        if not any(shortens(name, a) or shortens(a, name) for a in authorities):
            said = f"署名与发文机关“{'、'.join(authorities)}”不一致。"
            yield ReportHit(Location(line.id, 0, len(line.text)), said)


def shortens(short: str, name: str) -> bool:
    """Whether all characters of ``short`` stand in ``name`` in their order (区机关事务局)."""
    rest = iter(name)
    return bool(short) and all(char in rest for char in short)


REPORT_RULES = (
    ReportRule("S05", _title_form),
    ReportRule("S18", _incomplete_title),
    ReportRule("S13", _unsigned),
    ReportRule("S14", _signed_by_another),
)
