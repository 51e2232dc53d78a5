"""Last year's report as the start of this year's: one act, nothing changed unseen.

Title and headings get the new year. Running text keeps every word; its years,
dated phrases, figures and paragraphs are left marked until the clerk has looked
(`rolwriter.app.carry.survey` lists them).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import count

from rolwriter.app.carry.promises import promises_of
from rolwriter.app.ledger.roll import roll_ledger
from rolwriter.model.checklist import ItemRecord, ItemState
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import (
    Carry,
    FigureLink,
    Origin,
    OriginKind,
    Paragraph,
    Part,
    PartKind,
)
from rolwriter.text.numbering import heading_end
from rolwriter.text.years import with_year, years_in


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
    numbers = count(project.next_id)
    ledger = roll_ledger(project, numbers)
    carried = _Carrying(report.year or 0, shift, ledger.links, moves)
    parts = tuple(carried.part(part) for part in report.parts)
    promises = tuple(promises_of(report, numbers))
    rolled = replace(
        project,
        report=replace(report, parts=parts, year=year),
        previous=report,
        ledger=ledger.figures,
        promises=promises,
        checklist=(),
        last_checklist=_reasons(project),
        answers=(),
        next_id=next(numbers),
    )
    return RollForward(rolled, tuple(moves))


def _reasons(project: Project) -> tuple[ItemRecord, ...]:
    """What was said with a reason, also in the years before where it was not said anew."""
    said = {r.id: r for r in project.last_checklist}
    said |= {r.id: r for r in project.checklist}
    # the paragraph is last year's; what waits for somebody is over with the year
    return tuple(
        replace(record, paragraph="")
        for record in said.values()
        if record.reason and record.state is not ItemState.WAITING
    )


def moved_text(paragraph: Paragraph, old_year: int, shift: int) -> str:
    """A title's or heading's words with the report's year, and the one after it, moved.

    Years inside 《》 belong to a document's name and stay, so do the ends of a period
    (2021—2025年) and all in the running text after a run-in heading.
    """
    text = paragraph.text
    end = heading_end(text, paragraph.level) if paragraph.level else len(text)
    for token in reversed(years_in(text)):
        fixed = token.in_title or token.in_range or token.span.end > end
        if not fixed and token.year in (old_year, old_year + 1):
            text = with_year(text, token, token.year + shift)
    return text


def _check(project: Project, year: int) -> None:
    old = project.report.year
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


@dataclass(frozen=True, slots=True)
class _Carrying:
    """Carrying one report's parts over; ``moves`` collects the years it moved."""

    old_year: int
    shift: int
    links: Mapping[str, tuple[FigureLink, ...]]
    moves: list[YearMove]

    def part(self, part: Part) -> Part:
        """The part with every paragraph carried over."""
        titled = part.kind is PartKind.TITLE
        return replace(
            part, paragraphs=tuple(self._paragraph(p, titled=titled) for p in part.paragraphs)
        )

    def _paragraph(self, paragraph: Paragraph, *, titled: bool) -> Paragraph:
        if not paragraph.text:
            return paragraph
        text = paragraph.text
        if titled or paragraph.level:
            text = moved_text(paragraph, self.old_year, self.shift)
        if text != paragraph.text:
            self.moves.append(YearMove(paragraph.id, paragraph.text, text))
        return replace(
            paragraph,
            text=text,
            carry=Carry.UNREAD,
            origin=Origin(OriginKind.PREVIOUS, paragraph.id),
            # a moved year keeps its length, so no link moves
            links=self.links.get(paragraph.id, ()),
        )
