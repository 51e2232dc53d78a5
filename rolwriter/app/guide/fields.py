"""Guided fields: what is asked of a topic, what was answered, and the sentence made of it.

Numbers are figures of the ledger that name their field; words, dates and choices are
the project's answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rolwriter.app.guide.compose import NOT_HAPPENED, Composed, Value, values_of
from rolwriter.app.ledger.acts import set_figure
from rolwriter.app.ledger.cells import (
    LedgerColumn,
    number_words,
    previous_words,
    value_words,
    with_cell,
)
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.checklist import Chapter
from rolwriter.catalog.topics import Field, FieldKind, Topic
from rolwriter.checks.evidence import Evidence, FieldEvidence, find_evidence
from rolwriter.model.change import Change, SetParagraphs
from rolwriter.model.checklist import FieldAnswer
from rolwriter.model.checklist_change import SetAnswers
from rolwriter.model.errors import RolwriterError
from rolwriter.model.front_matter import set_part_lines
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.model.rebind import edited
from rolwriter.model.report import Carry, FigureLink, Paragraph, PartKind, Role
from rolwriter.text.sanitize import writable

_DATE = re.compile(r"(\d{4})\s*[年\-./]\s*(\d{1,2})\s*[月\-./]\s*(\d{1,2})\s*日?")


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field as the clerk sees it."""

    field: Field
    words: str
    """What it holds, without its unit; empty when nothing does."""
    none: bool
    """本年度未发生."""
    last: str
    """Last year's value in words; empty when none is known."""
    found: FieldEvidence | None
    """Where the text answers it."""
    adopted: bool
    """The value is the clerk's; else it was only found in the text."""


def topics_of(catalogue: Catalogue, profiles: tuple[str, ...], role: Role | None) -> list[Topic]:
    """The topics for a chapter of that role."""
    wanted = Role.WORK if role in {Role.THEME, None} else role
    return [t for t in catalogue.topics_for(profiles) if t.chapter.value == wanted]


def head_topics(catalogue: Catalogue, profiles: tuple[str, ...]) -> list[Topic]:
    """The topics of what stands before the chapters, and of the report's dispatch."""
    return [t for t in catalogue.topics_for(profiles) if t.chapter is Chapter.HEAD]


def insert_in_preamble(
    project: Project, composed: Composed, ids: Iterator[str]
) -> tuple[Change, str, int]:
    """The change that puts a sentence at the end of the 导语, which is made if there is none.

    Returns the change, the paragraph it stands in and the place after its last character.
    """
    parts = project.report.of_kind(PartKind.PREAMBLE)
    worded = [p for p in parts[0].paragraphs if p.text] if parts else []
    if worded:
        last = worded[-1]
        return insert_sentence(project, last.id, len(last.text), composed, next(ids))
    change = set_part_lines(project.report, PartKind.PREAMBLE, [composed.text], ids)
    if change is None:
        raise ValueError("a sentence without words")
    after = change.apply(project).report.of_kind(PartKind.PREAMBLE)[0]
    made = next(p for p in after.paragraphs if p.text)
    return change, made.id, len(made.text)


def evidence_of(project: Project, catalogue: Catalogue) -> tuple[Evidence, Evidence | None]:
    """What this year's text, and last year's, answer."""
    this = find_evidence(project.report, catalogue, project.profiles)
    if project.previous is None:
        return this, None
    return this, find_evidence(project.previous, catalogue, project.profiles)


def field_views(
    project: Project, topic: Topic, evidence: tuple[Evidence, Evidence | None]
) -> list[FieldView]:
    """The topic's fields with what is known of each."""
    this, last = evidence
    return [_view(project, field, this, last) for field in topic.field]


def field_values(project: Project) -> dict[str, Value]:
    """The values sentences are made of."""
    values = values_of(project.ledger)
    for answer in project.answers:
        if answer.none:
            values[answer.id] = NOT_HAPPENED
        elif answer.text:
            values[answer.id] = _iso(answer.text) or answer.text
    return values


def set_field(
    project: Project, field: Field, words: str, *, none: bool, new_id: str
) -> tuple[Change | None, int]:
    """The change that records a field, and how many places of the text it rewrites.

    None when nothing changes. RolwriterError for a number or a date that is none.
    """
    words = " ".join(writable(words).split())
    if field.kind is not FieldKind.NUMBER:
        return _set_answer(project, field, words, none=none), 0
    old = next((f for f in project.ledger if f.field == field.id), None)
    if old is None and not words and not none:
        return None, 0
    figure = old or Figure(new_id, field.label, field.unit, field=field.id)
    if none:
        after = with_cell(figure, LedgerColumn.VALUE, "本年度未发生")
    else:
        after = with_cell(figure, LedgerColumn.VALUE, words)
    return (None, 0) if after == old else set_figure(project, after)


def insert_sentence(
    project: Project, paragraph_id: str, position: int, composed: Composed, new_id: str
) -> tuple[Change, str, int]:
    """The change that puts a sentence at a place, its figures linked.

    Under a heading it begins a paragraph of its own, with ``new_id``. Returns the
    change, the paragraph it stands in and the place after its last character.
    """
    part, paragraph = project.report.locate(paragraph_id)
    own = paragraph.level > 0
    target = Paragraph(new_id, "") if own else paragraph
    position = 0 if own else min(position, len(paragraph.text))
    text = target.text[:position] + composed.text + target.text[position:]
    after = edited(target, text)
    by_field = {f.field: f.id for f in project.ledger if f.field}
    links = [
        FigureLink(position + figure.span.start, position + figure.span.end, by_field[figure.field])
        for figure in composed.figures
        if figure.field in by_field
    ]
    after = replace(after, links=tuple(sorted((*after.links, *links))))
    paragraphs = list[Paragraph]()
    for p in part.paragraphs:
        paragraphs += [p, after] if own and p.id == paragraph_id else [p]
    if not own:
        paragraphs = [after if p.id == paragraph_id else p for p in part.paragraphs]
    change = SetParagraphs(part.id, tuple(paragraphs))
    return change, after.id, position + len(composed.text)


def _view(project: Project, field: Field, this: Evidence, last: Evidence | None) -> FieldView:
    hits = this.fields.get(field.id, ())
    found = hits[0] if hits else None
    before = last.fields.get(field.id, ()) if last else ()
    was = before[0].hit.text if before else ""
    if field.kind is FieldKind.NUMBER:
        figure = next((f for f in project.ledger if f.field == field.id), None)
        if figure is not None:
            none = figure.state is FigureState.NONE
            words = "" if none else value_words(figure, with_unit=False)
            was = previous_words(figure) or was
            if words or none:
                return FieldView(field, words, none, was, found, adopted=True)
    else:
        answer = next((a for a in project.answers if a.id == field.id), None)
        if answer is not None:
            return FieldView(field, answer.text, answer.none, was, found, adopted=True)
    if found and project.report.locate(found.paragraph_id)[1].carry is Carry.UNREAD:
        # last year's words that nobody has looked at are no answer for this year
        return FieldView(
            field, "", none=False, last=was or found.hit.text, found=found, adopted=False
        )
    words = found.hit.text if found and not found.hit.none else ""
    if found and found.hit.value is not None:
        hit = found.hit
        words = number_words(found.hit.value, field.unit, hit.hedge, with_unit=False)
    none = found.hit.none if found else False
    return FieldView(field, words, none, was, found, adopted=False)


def _set_answer(project: Project, field: Field, words: str, *, none: bool) -> Change | None:
    if field.kind is FieldKind.DATE and words and not none:
        words = _date(words).isoformat()
    others = tuple(a for a in project.answers if a.id != field.id)
    answer = FieldAnswer(field.id, "" if none else words, none)
    answers = (*others, answer) if words or none else others
    if sorted(answers, key=_id) == sorted(project.answers, key=_id):
        return None
    return SetAnswers(answers)


def _id(answer: FieldAnswer) -> str:
    return answer.id


def _date(words: str) -> date:
    match = _DATE.fullmatch(words)
    try:
        if match:
            return date(*(int(group) for group in match.groups()))
    except ValueError:
        pass
    raise RolwriterError(f"“{words}”不是日期。", "没有改动。", "请写成2025年12月4日这样的日期。")


def _iso(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
