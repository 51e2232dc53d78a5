"""Acts on the run of chapters: add, remove, move, split, join, place what stood apart.

Each answers with the change; nothing is applied here. Where the chapters were
numbered 一、二、三… without a gap, their numbers follow the new order; other
numbering is the clerk's own and stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rolwriter.model.change import SetParts
from rolwriter.model.front_matter import ORDER
from rolwriter.model.report import Paragraph, Part, PartKind, Report, Role
from rolwriter.text.numbering import numbering_of

_DIGITS = "零一二三四五六七八九"
_AFTER_CHAPTERS = ORDER[ORDER.index(PartKind.CHAPTER) + 1 :]


def add_chapter(
    report: Report, heading: str, role: Role, after: str | None, ids: Iterator[str]
) -> SetParts:
    """A new chapter after that one, or as the last; ``heading`` is given without a number."""
    parts = list(report.parts)
    place = _end_of_chapters(parts) if after is None else _index(parts, after) + 1
    words = f"{_han(len(report.chapters) + 1)}、{heading}" if _counted(report.parts) else heading
    paragraphs = (Paragraph(next(ids), words, level=1), Paragraph(next(ids), ""))
    parts.insert(place, Part(_part_id(ids), PartKind.CHAPTER, paragraphs, role))
    return _renumbered(report, parts)


def add_attachment(report: Report, ids: Iterator[str]) -> SetParts:
    """A new attachment behind the others, with its label, room for a title and for text."""
    number = len(report.of_kind(PartKind.ATTACHMENT)) + 1
    label = Paragraph(next(ids), f"附件{number}")
    paragraphs = (label, Paragraph(next(ids), ""), Paragraph(next(ids), ""))
    new = Part(_part_id(ids), PartKind.ATTACHMENT, paragraphs)
    last = max((i for i, p in enumerate(report.parts) if p.kind in ORDER), default=-1)
    return SetParts((*report.parts[: last + 1], new, *report.parts[last + 1 :]))


def remove_part(report: Report, part_id: str) -> SetParts:
    """The report without that chapter or attachment, or without a piece that stood apart."""
    return _renumbered(report, [part for part in report.parts if part.id != part_id])


def move_chapter(report: Report, part_id: str, steps: int) -> SetParts | None:
    """The chapter so many places on (negative: back); None when it is at the end already."""
    places = [i for i, part in enumerate(report.parts) if part.kind is PartKind.CHAPTER]
    here = places.index(_index(report.parts, part_id))
    if not 0 <= here + steps < len(places):
        return None
    parts = list(report.parts)
    chapters = [parts[place] for place in places]
    chapters.insert(here + steps, chapters.pop(here))
    for place, chapter in zip(places, chapters, strict=True):
        parts[place] = chapter
    return _renumbered(report, parts)


def split_chapter(report: Report, part_id: str, first: int, ids: Iterator[str]) -> SetParts | None:
    """A new chapter that begins with paragraph number ``first`` of that one.

    None when nothing would be left before it.
    """
    part = report.part(part_id)
    if not 0 < first < len(part.paragraphs):
        return None
    kept = replace(part, paragraphs=part.paragraphs[:first])
    new = Part(_part_id(ids), PartKind.CHAPTER, part.paragraphs[first:], Role.THEME)
    parts = [p for old in report.parts for p in ((kept, new) if old.id == part_id else (old,))]
    return _renumbered(report, parts)


def join_chapter(report: Report, part_id: str) -> SetParts | None:
    """The chapter's paragraphs at the end of the chapter before; None for the first."""
    chapters = report.chapters
    here = [chapter.id for chapter in chapters].index(part_id)
    if here == 0:
        return None
    before, part = chapters[here - 1], chapters[here]
    joined = replace(before, paragraphs=before.paragraphs + part.paragraphs)
    parts = [joined if p.id == before.id else p for p in report.parts if p.id != part_id]
    return _renumbered(report, parts)


def place_in_chapter(report: Report, stray_id: str, chapter_id: str) -> SetParts:
    """What stood apart, whole, at the end of a chapter."""
    stray = report.part(stray_id)
    chapter = report.part(chapter_id)
    filled = replace(chapter, paragraphs=chapter.paragraphs + stray.paragraphs)
    parts = (filled if p.id == chapter_id else p for p in report.parts if p.id != stray_id)
    return SetParts(tuple(parts))


def stray_parts(report: Report) -> tuple[Part, ...]:
    """Parts that no field or chapter shows: 未归类, and second parts of one kind."""
    seen: set[PartKind] = set()
    strays: list[Part] = []
    for part in report.parts:
        if part.kind is PartKind.UNPLACED or (not part.is_running_text and part.kind in seen):
            strays.append(part)
        seen.add(part.kind)
    return tuple(part for part in strays if part.text)


def _renumbered(report: Report, parts: list[Part]) -> SetParts:
    if not _counted(report.parts):
        return SetParts(tuple(parts))
    number = 0
    result: list[Part] = []
    for part in parts:
        numbering = numbering_of(part.heading.text) if part.heading else None
        if part.heading is None or numbering is None or numbering.level != 1:
            result.append(part)
            continue
        number += 1
        result.append(_with_number(part, part.heading, numbering.number, number))
    return SetParts(tuple(result))


def _with_number(part: Part, heading: Paragraph, old: str, number: int) -> Part:
    new = _han(number)
    if new == old:
        return part
    # Only the number moves: whether the clerk has read the heading is not touched.
    renamed = replace(heading, text=heading.text.replace(old, new, 1))
    return replace(part, paragraphs=(renamed, *part.body))


def _counted(parts: Iterable[Part]) -> bool:
    """Whether all numbered chapter headings run 一、二、三… in order."""
    numbers: list[str] = []
    for part in parts:
        numbering = numbering_of(part.heading.text) if part.heading else None
        if numbering and numbering.level == 1:
            numbers.append(numbering.number)
    return numbers == [_han(i) for i in range(1, len(numbers) + 1)]


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    left = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return left + (_DIGITS[ones] if ones or not tens else "")


def _end_of_chapters(parts: list[Part]) -> int:
    chapters = [i for i, part in enumerate(parts) if part.kind is PartKind.CHAPTER]
    if chapters:
        return chapters[-1] + 1
    return next((i for i, part in enumerate(parts) if part.kind in _AFTER_CHAPTERS), len(parts))


def _index(parts: Iterable[Part], part_id: str) -> int:
    for index, part in enumerate(parts):
        if part.id == part_id:
            return index
    raise KeyError(part_id)


def _part_id(ids: Iterator[str]) -> str:
    return f"c{next(ids).lstrip('abcdefghijklmnopqrstuvwxyz')}"
