"""The smallest reports and projects that show a rule, and what one rule says of them."""

from __future__ import annotations

from collections.abc import Sequence

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.checks.report_families import PARAGRAPH_RULES, report_rules
from rolwriter.checks.rule import Scene
from rolwriter.model.extent import Extent
from rolwriter.model.project import Project
from rolwriter.model.report import FigureLink, Paragraph, Part, PartKind, Report, Role
from rolwriter.text.numbering import level_of

ORGAN = "云溪区司法局"
YEAR = 2024
HEADINGS = (
    ("第一责任人", Role.DUTY), ("不足", Role.SHORTCOMING), ("安排", Role.PLAN), ("成效", Role.WORK),
    ("举措", Role.WORK),
)  # fmt: skip


def report(text: str, *, organ: str = ORGAN, year: int | None = YEAR, prefix: str = "p") -> Report:
    """Lines as a report: a first line that ends with 报告 is the title, each 一、 a chapter."""
    parts = list[Part]()
    for row, line in enumerate(text.split("\n"), 1):
        paragraph = Paragraph(f"{prefix}{row}", line, level_of(line))
        if row == 1 and line.endswith("报告"):
            parts.append(Part("t", PartKind.TITLE, (paragraph,)))
        elif paragraph.level == 1 or not parts or parts[-1].kind is PartKind.TITLE:
            role = next((role for words, role in HEADINGS if words in line), Role.THEME)
            role = role if paragraph.level == 1 else Role.WORK
            parts.append(Part(f"c{row}", PartKind.CHAPTER, (paragraph,), role))
        else:
            last = parts.pop()
            parts.append(Part(last.id, last.kind, (*last.paragraphs, paragraph), last.role))
    return Report(tuple(parts), year, organ)


def with_part(base: Report, kind: PartKind, text: str) -> Report:
    """The report with another part at its end."""
    part = Part(f"x{kind}", kind, (Paragraph(f"x{kind}", text),))
    return Report((*base.parts, part), base.year, base.authority)


def project(text: str, **changes: object) -> Project:
    """A project with such a report; ``changes`` are fields of the project."""
    return Project(report=report(text), **changes)  # type: ignore[arg-type]


def linked(text: str, *figures: tuple[str, str]) -> Report:
    """One chapter of one paragraph, each (words, figure id) linked where it stands next."""
    links, at = list[FigureLink](), 0
    for words, figure in figures:
        start = text.index(words, at)
        at = start + len(words)
        links.append(FigureLink(start, at, figure))
    paragraph = Paragraph("p1", text, links=tuple(links))
    return Report((Part("c1", PartKind.CHAPTER, (paragraph,), Role.WORK),), YEAR, ORGAN)


def found(rule_id: str, given: Project | Report | str) -> list[str]:
    """The very words a rule points at; an empty one is the report as a whole."""
    if isinstance(given, str):
        given = report(given)
    whole = given if isinstance(given, Project) else Project(report=given)
    texts = {p.id: p.text for p in whole.report.paragraphs}
    words = list[str]()
    for paragraph_rule in PARAGRAPH_RULES:
        if paragraph_rule.id == rule_id:
            for part in whole.report.parts:
                for p in part.paragraphs:
                    scene = Scene(part.kind, p.level, whole.report.year)
                    words += [p.text[h.start : h.end] for h in paragraph_rule.look(p.text, scene)]
    for rule in report_rules(Extent()):
        if rule.id == rule_id:
            for hit in rule.look(whole, load_catalogue()):
                place = hit.location
                words.append(texts.get(place.paragraph_id, "")[place.start : place.end])
    return words


def said(rule_id: str, text: str) -> list[tuple[str, Sequence[str]]]:
    """Message and offered texts of a paragraph rule on one paragraph."""
    return [
        (hit.message, [fix.text for fix in hit.fixes])
        for rule in PARAGRAPH_RULES
        if rule.id == rule_id
        for hit in rule.look(text, Scene(year=YEAR))
    ]
