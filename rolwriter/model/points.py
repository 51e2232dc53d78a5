"""The points (条) of a chapter: what it lacks, what it plans, told one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rolwriter.model.report import Paragraph, Part
from rolwriter.text.items import items_in, topic
from rolwriter.text.numbering import heading_end, numbering_of

_LEADS_IN = ("：", ":")
_FIRST_STOP = re.compile("[。；]")
_LONGEST_LEAD = 60
"""Characters of the longest line that only leads to a 一是…二是… chain."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point. ``paragraph_id`` with ``start`` and ``end``: its heading or first sentence."""

    paragraph_id: str
    start: int
    end: int
    topic: str
    told: str
    """Its words: what stands under its heading, or all of them."""


def points(chapter: Part) -> Iterator[Point]:
    """The points of a chapter in their order.

    They are the items of 一是…二是… chains; without one, what stands under each heading
    of the lowest level; without headings, each paragraph. What only leads to others is
    no point: a line that ends in a colon, a heading with headings or a chain under it.
    """
    open_point: Point | None = None
    body = [paragraph for paragraph in chapter.body if paragraph.text]
    for paragraph, following in zip(body, [*body[1:], None], strict=False):  # of none: none
        items = items_in(paragraph.text)
        if open_point and not items and not paragraph.level:
            told = "\n".join(filter(None, (open_point.told, paragraph.text)))
            open_point = replace(open_point, told=told)
            continue
        if open_point:
            yield open_point
            open_point = None
        if items:
            for span in items:
                words = span.of(paragraph.text)
                end = span.start + _opening(words)
                yield Point(paragraph.id, span.start, end, topic(words), words)
        elif not _leads_to(paragraph, following):
            point = _point(paragraph, following)
            if paragraph.level:
                open_point = point
            else:
                yield point
    if open_point:
        yield open_point


def _point(paragraph: Paragraph, following: Paragraph | None) -> Point:
    text = paragraph.text
    if not paragraph.level:
        return Point(paragraph.id, 0, _opening(text), topic(text), text)
    number = numbering_of(text)
    start, end = number.marker_end if number else 0, heading_end(text, paragraph.level)
    alone = end == len(text) and following is not None and not following.level
    return Point(paragraph.id, 0, end, text[start:end].rstrip("。"), "" if alone else text)


def _leads_to(paragraph: Paragraph, following: Paragraph | None) -> bool:
    if following is None:
        return False
    text, level = paragraph.text, paragraph.level
    if following.text.startswith("一是") and len(text) <= _LONGEST_LEAD:
        return True
    if level and heading_end(text, level) == len(text) and following.level > level:
        return True
    return text.endswith(_LEADS_IN) and (
        not level or following.level == 0 or following.level > level
    )


def _opening(words: str) -> int:
    """The end of the first sentence."""
    match = _FIRST_STOP.search(words)
    return match.end() if match else len(words)
