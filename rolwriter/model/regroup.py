"""Correcting what recognition made of a text: every paragraph has a label, labels make the parts.

The words and their order never change here; only what they are taken for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role


@dataclass(frozen=True, slots=True)
class Label:
    """What a paragraph is taken for."""

    kind: PartKind
    level: int = 0
    role: Role | None = None
    """The chapter's role, on the paragraph that opens a chapter."""
    opens: bool = False
    """A new part begins here although the kind is that of the paragraph before."""


def labels_of(report: Report) -> list[Label]:
    """The labels of a report's paragraphs, in order."""
    return [
        Label(part.kind, paragraph.level, part.role if first else None, opens=first)
        for part in report.parts
        for first, paragraph in _with_first(part.paragraphs)
    ]


def relabelled(labels: Sequence[Label], index: int, label: Label) -> list[Label]:
    """The labels with another one at ``index``.

    A paragraph that becomes a chapter's heading opens a chapter; one that is no
    longer a heading joins the chapter before it.
    """
    heads = label.kind is PartKind.CHAPTER and label.level == 1
    role = (label.role or Role.THEME) if heads else None
    return [
        replace(label, role=role, opens=heads) if place == index else other
        for place, other in enumerate(labels)
    ]


def regrouped(report: Report, labels: Sequence[Label], ids: Iterator[str]) -> Report:
    """The report with its paragraphs grouped anew; a part that opens as before keeps its id."""
    paragraphs = list(report.paragraphs)
    known = {part.paragraphs[0].id: part.id for part in report.parts if part.paragraphs}
    parts = list[Part]()
    for paragraph, label in zip(paragraphs, labels, strict=True):
        now = replace(paragraph, level=label.level)
        if parts and not label.opens and parts[-1].kind is label.kind:
            parts[-1] = replace(parts[-1], paragraphs=(*parts[-1].paragraphs, now))
            continue
        part_id = known.get(paragraph.id) or next(ids)
        role = (label.role or Role.THEME) if label.kind is PartKind.CHAPTER else None
        parts.append(Part(part_id, label.kind, (now,), role))
    return replace(report, parts=tuple(parts))


def _with_first(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[bool, Paragraph]]:
    return ((index == 0, paragraph) for index, paragraph in enumerate(paragraphs))
