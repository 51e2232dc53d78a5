"""What the clerk does with figures: set one, link words to it, take figures from the text.

Each act is one change to apply: the ledger and every use in the text move together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from rolwriter.app.ledger.roll import figure_of, free_tokens
from rolwriter.model.change import Change, SetLedger, SetParagraphs, Together
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.report import FigureLink, Paragraph, Part
from rolwriter.text.figure_format import rewritten
from rolwriter.text.spans import Span


@dataclass(frozen=True, slots=True)
class FigureUse:
    """A place of the text that is linked to a figure."""

    part_id: str
    paragraph_id: str
    span: Span
    text: str


def uses_of(project: Project, figure_id: str) -> list[FigureUse]:
    """Where a figure stands in the text, in order."""
    return [
        FigureUse(part.id, p.id, Span(link.start, link.end), p.text[link.start : link.end])
        for part in project.report.parts
        for p in part.paragraphs
        for link in p.links
        if link.figure == figure_id
    ]


def set_figure(project: Project, figure: Figure) -> tuple[Change, int]:
    """The change that puts ``figure`` in the ledger and its value in every use.

    Returns the change and how many places of the text it rewrites. Each place keeps
    its own notation (2.5万次 stays in 万) and takes the figure's hedge. A figure without
    a value leaves the text as it is; one the ledger does not have yet is added.
    """
    known = any(old.id == figure.id for old in project.ledger)
    ledger = tuple(figure if old.id == figure.id else old for old in project.ledger)
    changes: list[Change] = [SetLedger(ledger if known else (*ledger, figure))]
    rewritten_places = 0
    if figure.value is not None:
        for part in project.report.parts:
            after = tuple(_with_value(p, figure) for p in part.paragraphs)
            if after != part.paragraphs:
                changes.append(SetParagraphs(part.id, after))
                rewritten_places += sum(_rewrites(p, figure) for p in part.paragraphs)
    return Together(tuple(changes)), rewritten_places


def link_words(project: Project, paragraph_id: str, span: Span, figure_id: str) -> Change:
    """The change that links a span to a figure; links it overlaps give way.

    KeyError when there is no such paragraph.
    """
    part, paragraph = project.report.locate(paragraph_id)
    kept = tuple(k for k in paragraph.links if k.end <= span.start or span.end <= k.start)
    links = tuple(sorted((*kept, FigureLink(span.start, span.end, figure_id))))
    return _set_paragraph(part, replace(paragraph, links=links))


def unlink(project: Project, paragraph_id: str, position: int) -> Change:
    """The change that makes a linked figure plain words again."""
    part, paragraph = project.report.locate(paragraph_id)
    links = tuple(k for k in paragraph.links if not k.start <= position < k.end)
    return _set_paragraph(part, replace(paragraph, links=links))


def take_figures(project: Project) -> tuple[Change, int]:
    """The change that puts every unlinked figure of the text into the ledger, linked.

    Returns the change and how many figures it takes.
    """
    numbers = count(project.next_id)
    taken = list[Figure]()
    changes = list[Change]()
    for part in project.report.parts:
        after = tuple(_taken(p, numbers, taken) for p in part.paragraphs)
        if after != part.paragraphs:
            changes.append(SetParagraphs(part.id, after))
    ledger = SetLedger((*project.ledger, *taken))
    return Together((ledger, *changes)), len(taken)


def _taken(paragraph: Paragraph, numbers: Iterator[int], taken: list[Figure]) -> Paragraph:
    links = list(paragraph.links)
    for token in free_tokens(paragraph):
        figure = figure_of(token, f"f{next(numbers)}")
        taken.append(figure)
        links.append(FigureLink(token.span.start, token.span.end, figure.id))
    return replace(paragraph, links=tuple(sorted(links))) if links else paragraph


def _with_value(paragraph: Paragraph, figure: Figure) -> Paragraph:
    """The paragraph with the figure's value in every place that is linked to it."""
    if figure.value is None or not any(k.figure == figure.id for k in paragraph.links):
        return paragraph
    pieces, links, at, length = list[str](), list[FigureLink](), 0, 0
    for link in paragraph.links:
        words = paragraph.text[link.start : link.end]
        new = rewritten(figure.value, words, figure.hedge) if link.figure == figure.id else words
        before = paragraph.text[at : link.start]
        start = length + len(before)
        pieces += [before, new]
        links.append(FigureLink(start, start + len(new), link.figure))
        at, length = link.end, start + len(new)
    text = "".join((*pieces, paragraph.text[at:]))
    return replace(paragraph, text=text, links=tuple(links))


def _rewrites(paragraph: Paragraph, figure: Figure) -> int:
    if figure.value is None:
        return 0
    words = [paragraph.text[k.start : k.end] for k in paragraph.links if k.figure == figure.id]
    return sum(rewritten(figure.value, word, figure.hedge) != word for word in words)


def _set_paragraph(part: Part, paragraph: Paragraph) -> Change:
    return SetParagraphs(
        part.id, tuple(paragraph if p.id == paragraph.id else p for p in part.paragraphs)
    )
