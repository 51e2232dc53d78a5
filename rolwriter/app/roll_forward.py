"""Last year's report as the start of this year's: one act, nothing changed unseen.

Title and headings get the new year. Running text keeps every word; its years,
dated phrases, figures and paragraphs are left marked until the clerk has looked
(`rolwriter.app.carry` lists them).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from rolwriter.model.errors import RolwriterError
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.promise import Promise, PromiseKind
from rolwriter.model.report import (
    Carry,
    Origin,
    OriginKind,
    Paragraph,
    Part,
    PartKind,
    Report,
    Role,
)
from rolwriter.text.figures import figures_in
from rolwriter.text.items import items_in
from rolwriter.text.numbering import heading_end
from rolwriter.text.years import with_year, years_in

_PROMISED = {Role.PLAN: PromiseKind.PLAN, Role.SHORTCOMING: PromiseKind.SHORTCOMING}


@dataclass(frozen=True, slots=True)
class YearMove:
    """A year in a title or heading that was moved to the new one."""

    paragraph_id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RollForward:
    """The project for the new year, and what was changed to get there."""

    project: Project
    moves: tuple[YearMove, ...]


def roll_forward(project: Project, year: int) -> RollForward:
    """The project of last year's report made into one for ``year``.

    The report becomes `Project.previous` untouched. RolwriterError when its year is
    not known, is not before ``year``, or the project was rolled forward already.
    """
    report = project.report
    _check(project, year)
    shift = year - (report.year or 0)
    moves = list[YearMove]()
    parts = tuple(_carried(part, report.year or 0, shift, moves) for part in report.parts)
    numbers = count(project.next_id)
    figures = tuple(_figures(report, numbers))
    promises = tuple(_promises(report, numbers))
    rolled = replace(
        project,
        report=replace(report, parts=parts, year=year),
        previous=report,
        ledger=figures,
        promises=promises,
        next_id=next(numbers),
    )
    return RollForward(rolled, tuple(moves))


def moved_text(paragraph: Paragraph, old_year: int, shift: int) -> str:
    """A title's or heading's words with the report's year, and the one after it, moved.

    Years inside 《》 belong to a document's name and stay; so do all in the running
    text after a run-in heading.
    """
    text = paragraph.text
    end = heading_end(text, paragraph.level) if paragraph.level else len(text)
    for token in reversed(years_in(text)):
        if token.span.end <= end and not token.in_title and token.year in (old_year, old_year + 1):
            text = with_year(text, token, token.year + shift)
    return text


def _check(project: Project, year: int) -> None:
    old = project.report.year
    if project.previous is not None:
        raise RolwriterError(
            f"这个工程已经由{project.previous.year or '上'}年的报告结转而来，不能重复结转。",
            "没有改动任何内容。",
            "请从去年的文件新建工程，再结转到新的年度。",
        )
    if old is None:
        raise RolwriterError(
            "没有认出去年报告的年度，无法结转。",
            "没有改动任何内容。",
            "请先在“报头”中填写报告年度（或用 set 命令设定 year），再结转。",
        )
    if year <= old:
        raise RolwriterError(
            f"新的年度（{year}）应当晚于原报告的年度（{old}）。",
            "没有改动任何内容。",
            f"请填写{old + 1}或更晚的年度。",
        )


def _carried(part: Part, old_year: int, shift: int, moves: list[YearMove]) -> Part:
    return replace(
        part,
        paragraphs=tuple(
            _carried_paragraph(p, part.kind, old_year, shift, moves) for p in part.paragraphs
        ),
    )


def _carried_paragraph(
    paragraph: Paragraph, kind: PartKind, old_year: int, shift: int, moves: list[YearMove]
) -> Paragraph:
    if not paragraph.text:
        return paragraph
    text = paragraph.text
    if kind is PartKind.TITLE or paragraph.level:
        text = moved_text(paragraph, old_year, shift)
    if text != paragraph.text:
        moves.append(YearMove(paragraph.id, paragraph.text, text))
    origin = Origin(OriginKind.PREVIOUS, paragraph.id)
    return replace(paragraph, text=text, carry=Carry.UNREAD, origin=origin)


def _figures(report: Report, numbers: Iterator[int]) -> Iterator[Figure]:
    for paragraph in report.paragraphs:
        for token in figures_in(paragraph.text):
            yield Figure(
                id=f"f{next(numbers)}",
                name=token.name,
                unit=token.unit,
                hedge=token.hedge,
                previous=token.value,
                previous_text=token.text,
                previous_paragraph=paragraph.id,
            )


def _promises(report: Report, numbers: Iterator[int]) -> Iterator[Promise]:
    for part in report.chapters:
        kind = _PROMISED.get(part.role) if part.role else None
        if kind is not None:
            for paragraph, text in points(part):
                yield Promise(f"q{next(numbers)}", kind, text, paragraph.id)


def points(chapter: Part) -> Iterator[tuple[Paragraph, str]]:
    """The single points of a chapter with the paragraph each stands in.

    The items of 一是…二是… chains; where there is none, a paragraph is a point. A
    heading with no text of its own is a point only when no text follows under it.
    """
    body = [paragraph for paragraph in chapter.body if paragraph.text]
    for paragraph, following in zip(body, [*body[1:], None], strict=True):
        items = items_in(paragraph.text)
        if items:
            yield from ((paragraph, span.of(paragraph.text)) for span in items)
        elif heading_end(paragraph.text, paragraph.level) < len(paragraph.text) or (
            following is None or 0 < following.level <= paragraph.level
        ):
            yield paragraph, paragraph.text
