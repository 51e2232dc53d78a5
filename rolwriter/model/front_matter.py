"""The parts around the chapters (title, addressee, …) edited as plain lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rolwriter.model.change import Change, SetParagraphs, SetParts
from rolwriter.model.rebind import rebind
from rolwriter.model.report import Paragraph, Part, PartKind, Report

ORDER = (
    PartKind.TITLE,
    PartKind.DOCUMENT_NUMBER,
    PartKind.ADDRESSEE,
    PartKind.PREAMBLE,
    PartKind.CHAPTER,
    PartKind.ATTACHMENT_NOTE,
    PartKind.SIGNATURE,
    PartKind.ISSUE_DATE,
    PartKind.ATTACHMENT,
)
"""The order of an official report (GB/T 9704); a new part is put in its place."""


def part_lines(report: Report, kind: PartKind) -> list[str]:
    """The lines of the first part of that kind that have words."""
    parts = report.of_kind(kind)
    return [p.text for p in parts[0].paragraphs if p.text] if parts else []


def set_part_lines(
    report: Report, kind: PartKind, lines: list[str], ids: Iterator[str]
) -> Change | None:
    """The change that gives the part these lines; None when nothing would change.

    A missing part is made in its place, a part left without words is taken out
    unless it holds blank lines that were read. Blank lines around the words stay.
    """
    texts = [line.strip() for line in lines if line.strip()]
    if texts == part_lines(report, kind):
        return None
    parts = report.of_kind(kind)
    if not parts:
        return SetParts(_inserted(report.parts, kind, texts, ids))
    part = parts[0]
    paragraphs = _with_texts(part.paragraphs, texts, ids)
    if paragraphs:
        return SetParagraphs(part.id, paragraphs)
    return SetParts(tuple(other for other in report.parts if other.id != part.id))


def _with_texts(
    paragraphs: tuple[Paragraph, ...], texts: list[str], ids: Iterator[str]
) -> tuple[Paragraph, ...]:
    worded = [index for index, paragraph in enumerate(paragraphs) if paragraph.text]
    if not worded:
        return (*paragraphs, *(Paragraph(next(ids), text) for text in texts))
    first, last = worded[0], worded[-1] + 1
    words = rebind([paragraphs[index] for index in worded], texts, ids)
    plain = tuple(replace(paragraph, level=0) for paragraph in words)
    return (*paragraphs[:first], *plain, *paragraphs[last:])


def _inserted(
    parts: tuple[Part, ...], kind: PartKind, texts: list[str], ids: Iterator[str]
) -> tuple[Part, ...]:
    rank = ORDER.index(kind)
    place = 0
    for index, part in enumerate(parts, 1):
        if part.kind in ORDER and ORDER.index(part.kind) <= rank:
            place = index
    number = next(ids)
    part = Part(
        f"c{number.lstrip('pc')}", kind, tuple(Paragraph(next(ids), text) for text in texts)
    )
    return (*parts[:place], part, *parts[place:])
