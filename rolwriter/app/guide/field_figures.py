"""Which figure answers a guided field: by its id, or by the place where the text answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rolwriter.app.ledger.acts import link_words
from rolwriter.app.ledger.roll import figure_of
from rolwriter.catalog.topics import Field, Topic
from rolwriter.checks.evidence import Evidence, FieldEvidence
from rolwriter.model.change import Change, SetLedger, Together
from rolwriter.model.ledger import Figure
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, FigureLink
from rolwriter.text.figures import figures_in
from rolwriter.text.spans import Span


def recognised(project: Project, evidence: Evidence) -> Project:
    """The project with the figures linked where the text answers a field answering it.

    Figures taken from the text, by the turn of the year or by the clerk, do not say
    themselves which field they answer. One answers one field; the text stays.
    """
    figures: dict[str, Figure] = {figure.id: figure for figure in project.ledger}
    answered = {figure.field for figure in project.ledger}
    for field, hits in evidence.fields.items():
        if field in answered or not hits:
            continue
        link = _link_at(project, hits[0])
        figure = figures.get(link.figure) if link is not None else None
        if figure is not None and not figure.field:
            figures[figure.id] = replace(figure, field=field)
    ledger = tuple(figures.values())
    return project if ledger == project.ledger else replace(project, ledger=ledger)


def adopt_found(
    project: Project, topic: Topic, evidence: Evidence, ids: Iterator[str]
) -> tuple[Change, int]:
    """The change that takes the topic's numbers found in the text into the ledger, linked.

    Returns how many it takes. A number that is linked already keeps its figure, which
    then answers the field.
    """
    changes = list[Change]()
    taken = 0
    for field in topic.field:
        hits = evidence.fields.get(field.id, ())
        if not hits or any(f.field == field.id for f in project.ledger):
            continue
        change = _adopted(project, field, hits[0], ids)
        if change is not None:
            project = change.apply(project)
            changes.append(change)
            taken += 1
    return Together(tuple(changes)), taken


def _adopted(
    project: Project, field: Field, found: FieldEvidence, ids: Iterator[str]
) -> Change | None:
    _, paragraph = project.report.locate(found.paragraph_id)
    span = found.hit.span
    link = _link_at(project, found)
    if link is not None:
        known: Mapping[str, Figure] = {f.id: f for f in project.ledger}
        if link.figure not in known or known[link.figure].field:
            return None
        ledger = (replace(f, field=field.id) if f.id == link.figure else f for f in project.ledger)
        return SetLedger(tuple(ledger))
    tokens = figures_in(paragraph.text)
    token = next((t for t in tokens if t.span.start < span.end and span.start < t.span.end), None)
    if token is None or paragraph.carry is Carry.UNREAD:
        return None
    figure = replace(figure_of(token, next(ids)), name=field.label, field=field.id)
    ledger = SetLedger((*project.ledger, figure))
    place = Span(token.span.start, token.span.end)
    linked = link_words(ledger.apply(project), paragraph.id, place, figure.id)
    return Together((ledger, linked))


def _link_at(project: Project, found: FieldEvidence) -> FigureLink | None:
    _, paragraph = project.report.locate(found.paragraph_id)
    span = found.hit.span
    return next((k for k in paragraph.links if k.start < span.end and span.start < k.end), None)
