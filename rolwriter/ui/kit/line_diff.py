"""The one place where two texts differ, in the positions Qt counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """Replace the text from ``start`` to ``end`` (UTF-16 units) by ``text``."""

    start: int
    end: int
    text: str


def difference(old: Sequence[str], new: Sequence[str]) -> Difference | None:
    """The smallest single replacement that makes the old lines the new ones.

    Both have at least one line. Lines that differ in blanks at their edges alone
    count as equal; None when all are.
    """
    head, tail = _equal_ends(old, new)
    if head == len(old) == len(new):
        return None
    # A place between lines is no place in the text: take a neighbour along.
    if head + tail == min(len(old), len(new)):
        if head:
            head -= 1
        else:
            tail -= 1
    before = "\n".join(old[head : len(old) - tail])
    after = "\n".join(new[head : len(new) - tail])
    prefix = _common(before, after)
    suffix = _common(before[prefix:][::-1], after[prefix:][::-1])
    start = sum(utf16_length(line) + 1 for line in old[:head])
    return Difference(
        start + utf16_length(before[:prefix]),
        start + utf16_length(before[: len(before) - suffix]),
        after[prefix : len(after) - suffix],
    )


def utf16_length(text: str) -> int:
    """How many positions Qt counts for the text."""
    return len(text) + sum(character > "\uffff" for character in text)


def code_points(text: str, position: int) -> int:
    """How many characters stand before a position that Qt counts in UTF-16 units."""
    if utf16_length(text) == len(text):
        return position
    return len(text.encode("utf-16-le")[: position * 2].decode("utf-16-le", "ignore"))


def _equal_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    shortest = min(len(old), len(new))
    head = 0
    while head < shortest and old[head].strip() == new[head].strip():
        head += 1
    tail = 0
    while tail < shortest - head and old[-1 - tail].strip() == new[-1 - tail].strip():
        tail += 1
    return head, tail


def _common(a: str, b: str) -> int:
    length = 0
    for left, right in zip(a, b, strict=False):
        if left != right:
            break
        length += 1
    return length
