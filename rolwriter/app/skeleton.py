"""A new project: the statutory chapters, empty, for one organ and one year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from rolwriter.catalog.skeleton import load_skeleton
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Paragraph, Part, PartKind, Report
from rolwriter.text.sanitize import writable

FIRST_YEAR, LAST_YEAR = 1949, 2100
"""The years a report can be on; beyond them a number was mistyped."""


def new_project(year: int, authority: str) -> Project:
    """An empty report of ``authority`` on ``year``; RolwriterError for values that are none."""
    name = writable(authority).strip()
    if not name:
        raise _refused("没有填写发文机关", "请填写单位全称，如“某某区机关事务服务中心”。")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refused(f"“{year}”不是报告年度", "请填写四位数字的年份，如 2025。")
    return _project(year, name)


def _project(year: int, authority: str) -> Project:
    skeleton, numbers = load_skeleton(), count(1)
    words = {"authority": authority, "year": str(year), "next_year": str(year + 1)}

    def part(kind: PartKind, lines: list[str], level: int = 0) -> Part:
        number = f"c{next(numbers)}"
        return Part(number, kind, tuple(_paragraphs(lines, level, words, numbers)))

    title = part(PartKind.TITLE, skeleton.title)
    chapters = list[Part]()
    for chapter in skeleton.chapter:
        head = part(PartKind.CHAPTER, [chapter.heading], 1)
        body = Paragraph(f"p{next(numbers)}", "")
        chapters.append(Part(head.id, head.kind, (*head.paragraphs, body), chapter.role))
    signature = part(PartKind.SIGNATURE, [skeleton.signature])
    report = Report((title, *chapters, signature), year, authority)
    return Project(report, next_id=next(numbers))


def _paragraphs(
    lines: list[str], level: int, words: dict[str, str], numbers: Iterator[int]
) -> Iterator[Paragraph]:
    for line in lines:
        yield Paragraph(f"p{next(numbers)}", line.format(**words), level)


def _refused(what: str, remedy: str) -> RolwriterError:
    return RolwriterError(f"{what}。", "没有新建工程。", remedy)
