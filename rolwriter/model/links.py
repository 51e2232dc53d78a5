"""Links from the text to the ledger, kept in place while the text around them changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rolwriter.model.report import FigureLink, Paragraph

_NUMERIC = frozenset("0123456789０１２３４５６７８９.．,，%％万亿余")


def with_links(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The ``new`` paragraphs with the links of ``old``, moved to where their words now stand.

    The two are compared as wholes, so that links live on when a paragraph is split
    or joined. A link whose characters were touched, or that a typed digit now
    adjoins, is dropped: `dropped_links` tells which.
    """
    if not any(p.links for p in old) and not any(p.links for p in new):
        return tuple(new)
    before, after = _joined(old), _joined(new)
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    moved = list(_moved(old, len(before), len(after), head, tail))
    return tuple(_placed(new, after, moved))


def dropped_links(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[str]:
    """The figures that lost a link between two states of the same text, one entry each link."""
    left = [link.figure for paragraph in new for link in paragraph.links]
    gone = list[str]()
    for paragraph in old:
        for link in paragraph.links:
            if link.figure in left:
                left.remove(link.figure)
            else:
                gone.append(link.figure)
    return gone


def _joined(paragraphs: Sequence[Paragraph]) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs)


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _moved(
    old: Sequence[Paragraph], before: int, after: int, head: int, tail: int
) -> Iterator[FigureLink]:
    """The links outside the change, in offsets of the joined new text."""
    offset = 0
    for paragraph in old:
        for link in paragraph.links:
            start, end = offset + link.start, offset + link.end
            if end <= head:
                yield FigureLink(start, end, link.figure)
            elif start >= before - tail:
                yield FigureLink(start + after - before, end + after - before, link.figure)
        offset += len(paragraph.text) + 1


def _placed(
    new: Sequence[Paragraph], text: str, moved: Sequence[FigureLink]
) -> Iterator[Paragraph]:
    start = 0
    for paragraph in new:
        end = start + len(paragraph.text)
        links = tuple(
            FigureLink(link.start - start, link.end - start, link.figure)
            for link in moved
            if start <= link.start and link.end <= end and _stands_alone(text, link)
        )
        yield replace(paragraph, links=links) if links != paragraph.links else paragraph
        start = end + 1


def _stands_alone(text: str, link: FigureLink) -> bool:
    """Whether no typed digit makes another number of the link's characters."""
    before, after = text[link.start - 1 : link.start], text[link.end : link.end + 1]
    digit_before = before.isdigit() or (before in ".．" and before != "")
    digit_after = after != "" and after in _NUMERIC and not text[link.end - 1].isalpha()
    return not digit_before and not (digit_after and after not in "，,")
