"""The ledger at the turn of the year: last year's values aside, this year's empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.model.report import FigureLink, Paragraph
from rolwriter.text.figures import FigureToken, figures_in
from rolwriter.text.spans import Span


@dataclass(frozen=True, slots=True)
class RolledLedger:
    """The new ledger, and the links of each paragraph (by id) that has figures."""

    figures: tuple[Figure, ...]
    links: dict[str, tuple[FigureLink, ...]]


def roll_ledger(project: Project, numbers: Iterator[int]) -> RolledLedger:
    """Every figure of the report as last year's, linked where it stands.

    A figure that is in the ledger already keeps its id, name, scope and supplier;
    one that only stands in the text is taken up with the name its words give it.
    """
    known = {figure.id: figure for figure in project.ledger}
    rolled = {figure.id: _emptied(figure, figure.previous_text, "") for figure in project.ledger}
    links = dict[str, tuple[FigureLink, ...]]()
    for paragraph in project.report.paragraphs:
        found = list(_linked(paragraph, known, rolled, numbers))
        if found:
            links[paragraph.id] = tuple(sorted(found))
    return RolledLedger(tuple(rolled.values()), links)


def figure_of(token: FigureToken, figure_id: str) -> Figure:
    """This year's figure for a token of the text."""
    return Figure(
        id=figure_id,
        name=token.name,
        unit=token.unit,
        value=token.value,
        hedge=token.hedge,
        state=FigureState.REPORTED,
    )


def free_tokens(paragraph: Paragraph) -> Iterator[FigureToken]:
    """The figures of a paragraph that no link covers."""
    for token in figures_in(paragraph.text):
        if not any(
            link.start < token.span.end and token.span.start < link.end for link in paragraph.links
        ):
            yield token


def _linked(
    paragraph: Paragraph,
    known: dict[str, Figure],
    rolled: dict[str, Figure],
    numbers: Iterator[int],
) -> Iterator[FigureLink]:
    for link in paragraph.links:
        if link.figure in known:
            words = Span(link.start, link.end).of(paragraph.text)
            rolled[link.figure] = _emptied(known[link.figure], words, paragraph.id)
            yield link
    for token in free_tokens(paragraph):
        figure = figure_of(token, f"f{next(numbers)}")
        rolled[figure.id] = _emptied(figure, token.text, paragraph.id)
        yield FigureLink(token.span.start, token.span.end, figure.id)


def _emptied(figure: Figure, words: str, paragraph_id: str) -> Figure:
    return replace(
        figure,
        value=None,
        previous=figure.value,
        previous_text=words,
        previous_paragraph=paragraph_id,
        evidence="",
        period="",
        state=FigureState.MISSING,
        offers=(),
    )
