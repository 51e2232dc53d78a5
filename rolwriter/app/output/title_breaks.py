"""标题回行: the ways the title may be broken, for the clerk to choose from."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind
from rolwriter.writers.layout.title import chosen_places, cut, shape_of, title_choices, title_lines


@dataclass(frozen=True, slots=True)
class TitleOffer:
    """One way to break the title."""

    breaks: tuple[int, ...] | None
    """For `Dispatch.title_breaks`; None: left to the program, which keeps the rows typed."""
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it is, for the eye and for a screen reader."""
        shape = shape_of(self.lines)
        count = f"{len(self.lines)}行，" if len(self.lines) > 1 else ""
        return f"自动：{count}{shape}" if self.breaks is None else f"{count}{shape}"


def title_offers(project: Project, page_format: PageFormat) -> list[TitleOffer]:
    """All ways, the program's own first; empty for a report without a title."""
    report = project.report
    rows = [p.text for part in report.of_kind(PartKind.TITLE) for p in part.paragraphs if p.text]
    if not rows:
        return []
    width = page_format.text_width / page_format.cell(FaceRole.TITLE)
    space = page_format.lines.autospace
    own = TitleOffer(None, tuple(line for row in rows for line in title_lines(row, width, space)))
    title = report.title
    choices = title_choices(title, width, space)
    offers = [TitleOffer(places, cut(title, places)) for places in choices]
    return [own, *(offer for offer in offers if offer.breaks)]


def chosen_offer(project: Project, offers: list[TitleOffer]) -> int:
    """Which of the offers holds now: the clerk's choice, or the program's where it is none."""
    places = chosen_places(project.report.title, project.dispatch.title_breaks)
    return next((n for n, offer in enumerate(offers) if places and offer.breaks == places), 0)
