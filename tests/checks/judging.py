"""A text given to the language rules: as loose lines, or as a report when it has chapters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.rules import load_rules
from rolwriter.checks.engine import Checker
from rolwriter.checks.families import paragraph_rules, report_rules
from rolwriter.model.extent import Extent
from rolwriter.model.finding import Finding
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.text.numbering import level_of

YEAR = 2024
LANGUAGE = ("numbering", "punctuation", "number", "date", "wording", "law")
"""The families on language and numbering; the others judge a report's matter."""
ROLES = (
    ("不足", Role.SHORTCOMING),
    ("第一责任人", Role.DUTY),
    ("安排", Role.PLAN),
    ("成效", Role.WORK),
)


@cache
def checker() -> Checker:
    """One checker for all tests, with the rules of the language families."""
    entries = load_rules()
    return Checker(
        load_catalogue(),
        entries,
        [rule for rule in paragraph_rules(load_catalogue()) if entries[rule.id].family in LANGUAGE],
        [rule for rule in report_rules(Extent()) if entries[rule.id].family in LANGUAGE],
    )


def report_of(lines: Iterable[str], year: int = YEAR) -> Report:
    """Lines as a report: a title that ends with 报告, then a chapter for each 一、."""
    parts = list[Part]()
    for row, line in enumerate(lines, 1):
        paragraph = Paragraph(f"p{row}", line, level_of(line))
        if row == 1 and line.endswith("报告"):
            parts.append(Part("t1", PartKind.TITLE, (paragraph,)))
        elif paragraph.level == 1 or not parts or parts[-1].kind is PartKind.TITLE:
            role = next((r for words, r in ROLES if words in line), Role.WORK)
            parts.append(Part(f"c{row}", PartKind.CHAPTER, (paragraph,), role))
        else:
            last = parts.pop()
            parts.append(Part(last.id, last.kind, (*last.paragraphs, paragraph), last.role))
    return Report(tuple(parts), year)


def found_in_report(text: str, year: int = YEAR) -> list[Finding]:
    """What the language rules say of a text taken for a report; its lines are the paragraphs."""
    return checker().check(Project(report_of(text.split("\n"), year)))


def found_in(text: str) -> list[Finding]:
    """What the language rules say of loose lines."""
    return checker().check_text(text.split("\n"))
