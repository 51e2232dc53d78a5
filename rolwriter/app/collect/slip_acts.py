"""Slips in the project: what a 科室 is asked to write on, and its words into the chapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolwriter.app.collect.rows import suppliers_of
from rolwriter.app.collect.slips import SlipReturn
from rolwriter.app.guide.fields import evidence_of
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.checklist import Chapter
from rolwriter.catalog.topics import Topic
from rolwriter.model.change import Change, SetParagraphs, Together
from rolwriter.model.project import Project
from rolwriter.model.report import Carry, Origin, OriginKind, Paragraph, Part
from rolwriter.model.slip import Slip, SlipTopic


def slip_topics(project: Project, catalogue: Catalogue) -> list[SlipTopic]:
    """Every topic of a chapter this organ is asked, with last year's paragraphs on it.

    Head and dispatch are the office's own, and have no chapter to take an answer.
    """
    _, last = evidence_of(project, catalogue)
    texts = {p.id: p.text for p in project.previous.paragraphs} if project.previous else {}
    topics = list[SlipTopic]()
    for topic in catalogue.topics_for(project.profiles):
        if topic.chapter is Chapter.HEAD:
            continue
        ids = dict.fromkeys(
            found.paragraph_id
            for item in topic.items
            for found in (last.items.get(item, ()) if last else ())
        )
        previous = tuple(texts[paragraph] for paragraph in ids if paragraph in texts)
        topics.append(SlipTopic(topic.id, topic.title, topic.hint, previous))
    return topics


def topics_of(project: Project, catalogue: Catalogue, supplier: str) -> frozenset[str]:
    """Ids of the topics in which a 科室 answers for a figure of the ledger."""
    return frozenset(
        catalogue.topic_of[figure.field].id
        for figure in project.ledger
        if figure.field in catalogue.topic_of and supplier in suppliers_of(figure)
    )


def slip_for(
    project: Project, topics: Iterable[SlipTopic], supplier: str, chosen: Sequence[str]
) -> Slip:
    """The slip of one 科室 with the chosen topics, in the order of the catalogue."""
    asked = tuple(topic for topic in topics if topic.id in chosen)
    return Slip(project.report.year, project.report.authority, supplier, asked)


def slip_change(
    project: Project, catalogue: Catalogue, returned: Sequence[SlipReturn], ids: Iterator[str]
) -> tuple[Change, int, list[str]]:
    """The change that puts returned answers at the end of their chapters, marked 沿用未核.

    Returns the change, how many paragraphs it brings, and the titles of topics whose
    chapter the report does not have: nothing of theirs is brought.
    """
    brought = dict[str, list[Paragraph]]()
    homeless = list[str]()
    count = 0
    for file in returned:
        for answer in file.answers:
            topic = catalogue.topics.get(answer.topic_id)
            part = _chapter(project, topic) if topic else None
            if part is None:
                homeless.append(topic.title if topic else answer.topic_id)
                continue
            for text in answer.paragraphs:
                origin = Origin(OriginKind.CONTRIBUTED, file.file)
                paragraph = Paragraph(next(ids), text, carry=Carry.UNREAD, origin=origin)
                brought.setdefault(part.id, []).append(paragraph)
                count += 1
    changes = tuple(
        SetParagraphs(part, (*project.report.part(part).paragraphs, *paragraphs))
        for part, paragraphs in brought.items()
    )
    return Together(changes), count, homeless


def _chapter(project: Project, topic: Topic) -> Part | None:
    """The chapter a topic's words belong in: the first whose role fits best."""
    for role in topic.chapter.roles:
        for part in project.report.chapters:
            if part.role is role:
                return part
    return None
