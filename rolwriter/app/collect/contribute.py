"""A second file read into a chapter: another year's report, a part from a 科室."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Carry, Origin, OriginKind, Paragraph, Report

MOST = 300 * 1024 * 1024
"""Bytes of the files kept in a project; with its own parts it stays below what is opened."""


def contribute(
    project: Project,
    chapter_id: str,
    contribution: Report,
    chosen: Collection[str],
    source: SourceFile,
) -> Project:
    """The project with the chosen paragraphs at the end of a chapter, marked 沿用未核.

    ``chosen`` are paragraph ids of ``contribution``. Headings of the first level come
    in as text, so that a chapter does not fall in two. The file is kept in the
    project. KeyError when there is no such chapter, RolwriterError when the project
    would grow too large to be opened again.
    """
    if sum(len(s.data) for s in (*project.sources, source)) > MOST:
        raise RolwriterError(
            f"“{source.name}”没有读入：工程里附带的文件合计将超过{MOST >> 20}MB。",
            "报告没有改动。",
            "请先把这个文件里的图片删去另存一份，再读入；也可以只复制需要的文字。",
        )
    part = project.report.part(chapter_id)
    paragraphs = tuple(_taken(contribution, chosen, source.name, project.next_id))
    parts = tuple(
        replace(p, paragraphs=(*p.paragraphs, *paragraphs)) if p.id == part.id else p
        for p in project.report.parts
    )
    return replace(
        project,
        report=replace(project.report, parts=parts),
        sources=(*project.sources, source),
        next_id=project.next_id + len(paragraphs),
    )


def _taken(
    contribution: Report, chosen: Collection[str], name: str, first_id: int
) -> Iterator[Paragraph]:
    taken = (p for p in contribution.paragraphs if p.id in chosen)
    for number, paragraph in enumerate(taken, first_id):
        yield replace(
            paragraph,
            id=f"p{number}",
            level=0 if paragraph.level == 1 else paragraph.level,
            origin=Origin(OriginKind.CONTRIBUTED, name),
            carry=Carry.UNREAD,
        )
