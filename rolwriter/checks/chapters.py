"""What the report must contain, by role and never by place (督察工作规定 art. 25)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.outline import load_outline
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import Part, Report, Role

_REQUIRED = (Role.WORK, Role.DUTY, Role.SHORTCOMING, Role.PLAN)
_LEAST_TEXT = 20
"""Characters under a heading; fewer answer nothing."""
_DUTY_WORDS = re.compile("第一责任人")
_SHORTCOMING_WORDS = re.compile("不足|问题|短板|差距|薄弱")
_PLAN_WORDS = re.compile("下一?步|下一年|明年|打算|安排|计划|思路")
_SIGNS = {
    Role.DUTY: re.compile("第一责任人|主要负责人|主要领导"),
    Role.SHORTCOMING: _SHORTCOMING_WORDS,
    Role.PLAN: re.compile("下一?步|下一年|明年|今后"),
}
"""What tells, in a report in themes, that the matter of a chapter is there."""


def _is_thematic(report: Report) -> bool:
    return any(part.role is Role.THEME for part in report.chapters)


def _missing(report: Report) -> list[Role]:
    """The required roles that no chapter has and no heading inside a chapter shows."""
    roles = {part.role for part in report.chapters}
    if Role.THEME in roles:
        roles.add(Role.WORK)
    inner = [p.text[:90] for part in report.chapters for p in part.body if p.level]
    for role, words in (
        (Role.DUTY, _DUTY_WORDS), (Role.SHORTCOMING, _SHORTCOMING_WORDS), (Role.PLAN, _PLAN_WORDS),
    ):  # fmt: skip
        if role not in roles and any(words.search(heading) for heading in inner):
            roles.add(role)
    return [role for role in _REQUIRED if role not in roles]


def _names(roles: Iterable[Role]) -> str:
    outline = load_outline()
    return "、".join(f"“{outline.name(role)}”" for role in roles)


def _missing_chapters(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """One finding for all that is missing: the report as a whole is its place."""
    del catalogue
    report = project.report
    missing = [] if _is_thematic(report) else _missing(report)
    if missing:
        said = (
            f"没有找到{_names(missing)}的内容，这是年度报告必须写的；"
            "如果写在别的章里，请改那一章的类型。"
        )
        yield ReportHit(Location(), said)


def _missing_in_themes(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """A report in themes may say the same without a chapter of its own: only a hint."""
    del catalogue
    report = project.report
    text = "".join(p.text for part in report.chapters for p in part.paragraphs)
    missing = _missing(report) if _is_thematic(report) else []
    missing = [role for role in missing if role not in _SIGNS or not _SIGNS[role].search(text)]
    if missing:
        said = f"没有看到{_names(missing)}的内容，请核对是否漏写。"
        yield ReportHit(Location(), said)


def _empty_chapters(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    for part in project.report.chapters:
        heading, count = part.heading, _written(part)
        if part.role and part.role in _REQUIRED and heading and count < _LEAST_TEXT:
            what = f"只有{count}字，请核对是否写完" if count else "还没有内容"
            said = f"{_names([part.role])}这一章{what}。"
            yield ReportHit(Location(heading.id, 0, len(heading.text)), said)


def _written(part: Part) -> int:
    """Characters that are not headings; a heading run into its text counts with the text."""
    body = sum(len(p.text) for p in part.body if not p.level or len(p.text) > 60)
    heading = part.heading
    return body + (max(0, len(heading.text) - 60) if heading else 0)


REPORT_RULES = (
    ReportRule("S01", _missing_chapters),
    ReportRule("S16", _empty_chapters),
    ReportRule("S17", _missing_in_themes),
)
