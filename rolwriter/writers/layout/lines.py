"""One paragraph as lines: filled greedily, as word processors do, under Chinese rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from rolwriter.catalog.page_format import Align, Lines, LoneCharacter, Punctuation
from rolwriter.writers.layout.kinsoku import (
    BLANKS,
    HALF_BLANK,
    HANGING,
    NEVER_FIRST,
    break_within,
    units,
)
from rolwriter.writers.layout.page import SetLine

_SLACK = 0.5
"""Twips by which a line may be too long: sums of rounded advances, not a real excess."""
_TAB = 720
"""Tab stops where none are set: every half inch, as Word has it."""
_MOST_LONE = 4
"""A last line with more characters, marks included, is not looked at as a lone one."""
_LEAST_LEFT = 0.8
"""A line that would keep less of its width keeps its last unit: a gap is worse than a loner."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The measures of a paragraph, in twips from the left edge of the type area."""

    align: Align
    first_left: float
    left: float
    """Where turned lines begin."""
    right: float
    """Where all lines end."""


def break_lines(
    text: str,
    advances: Sequence[float],
    shape: Shape,
    rules: Lines,
    spaces: Mapping[int, float] | None = None,
) -> tuple[SetLine, ...]:
    """The paragraph's lines; an empty one has one empty line.

    Args:
        text: The words; a line end in them ends a line, a tab goes to the next stop.
        advances: How far each code point takes the line, in twips.
        shape: Where lines begin and end.
        rules: What is done with marks at the end of a line and with a lone character.
        spaces: By place, what stands after that character unless it ends its line, in twips.
    """
    paragraph = _Paragraph(text, _Reach.of(advances, spaces or {}), shape, rules)
    lines = list[SetLine]()
    start = 0
    for stretch in text.split("\n"):
        end = start + len(stretch)
        lines += paragraph.stretch(start, end, first=not lines)
        start = end + 1
    return tuple(lines)


class _Units(NamedTuple):
    """Ends of what holds together, without and with the blanks that follow."""

    shown: list[int]
    ends: list[int]


class _Reach(NamedTuple):
    """How far from the paragraph's beginning characters stand, were it one line."""

    begin: list[float]
    """Where each character begins, the space before it passed."""
    end: list[float]
    """Where the characters up to each place end, no space after them."""

    @classmethod
    def of(cls, advances: Sequence[float], spaces: Mapping[int, float]) -> _Reach:
        if not spaces:
            reach = [0.0, *accumulate(advances)]
            return cls(reach, reach)
        steps = list(advances)
        for place, space in spaces.items():
            steps[place] += space
        begins = [0.0, *accumulate(steps)]
        ends = begins.copy()
        for place, space in spaces.items():
            ends[place + 1] -= space
        return cls(begins, ends)


class _Paragraph:
    def __init__(self, text: str, reach: _Reach, shape: Shape, rules: Lines) -> None:
        self.text = text
        self.reach = reach
        self.shape = shape
        self.rules = rules

    def stretch(self, start: int, end: int, *, first: bool) -> list[SetLine]:
        """The lines of what stands between two forced breaks, with its tabs."""
        left = self.shape.first_left if first else self.shape.left
        lines = list[SetLine]()
        for number, segment in enumerate(self.text[start:end].split("\t")):
            beside = number > 0
            if beside:
                left = _after_tab(lines[-1])
                beside = left < self.shape.right
                left = left if beside else self.shape.left
            filled = self._fill(start, start + len(segment), left)
            lines.append(replace(filled[0], beside=beside))
            lines += filled[1:]
            start += len(segment) + 1
        return lines

    def width(self, start: int, end: int) -> float:
        """How wide a piece of the text is on one line."""
        return self.reach.end[end] - self.reach.begin[start]

    def _fill(self, start: int, end: int, first_left: float) -> list[SetLine]:
        """The lines of a piece without forced breaks and tabs; of an empty one, one."""
        shown, ends = units(self.text[start:end])
        found = _Units([start + place for place in shown], [start + place for place in ends])
        cuts = self._cuts(start, found, first_left)
        if len(cuts) > 1 and self._is_lone(cuts[-2], end):
            cuts = self._without_lone(start, found, first_left, cuts)
        return [
            self._set(at, cut, first_left if at == start else self.shape.left, last=cut == end)
            for at, cut in pairwise((start, *cuts))
        ] or [SetLine(start, start, first_left, 0)]

    def _cuts(self, start: int, found: _Units, first_left: float, more: float = 0) -> list[int]:
        """Where lines end; each may be ``more`` twips longer than its measure."""
        cuts = list[int]()
        reach = [self.reach.end[place] for place in found.shown]
        left, at, unit = first_left, start, 0
        while unit < len(reach):
            room = self.shape.right - left + more + _SLACK
            fitting = bisect_right(reach, self.reach.begin[at] + room, unit)
            if fitting < len(reach) and self._squeezed_in(at, found.shown[fitting], room):
                fitting += 1
            if fitting > unit:
                unit = fitting
                at = found.ends[unit - 1]
            else:
                at = self._within(at, found.shown[unit], room)
                if at >= found.shown[unit]:
                    at = found.ends[unit]
                    unit += 1
            cuts.append(at)
            left = self.shape.left
        return cuts

    def _within(self, at: int, end: int, room: float) -> int:
        """Where a unit is broken that is longer than a whole line: one character at least."""
        fits = bisect_right(self.reach.end, self.reach.begin[at] + room, at + 1, end) - 1
        return break_within(self.text, at, max(fits, at + 1))

    def _squeezed_in(self, at: int, end: int, room: float) -> bool:
        """Whether a unit that does not fit is taken on to the line all the same."""
        if self.rules.punctuation is Punctuation.HANGING:
            return self._hangs(at, end, room)
        return self.width(at, end) - room <= self._blank_halves(at, end)

    def _hangs(self, at: int, end: int, room: float) -> bool:
        """Whether the last mark of the piece may hang, and the rest fits."""
        may = self.rules.punctuation is Punctuation.HANGING and self.text[end - 1] in HANGING
        return may and at < end - 1 and self.width(at, end - 1) <= room

    def _blank_halves(self, at: int, end: int) -> float:
        """How much narrower the piece becomes when its marks lose their blank halves."""
        marks = (place for place in range(at, end) if self.text[place] in HALF_BLANK)
        return sum(self.width(place, place + 1) for place in marks) / 2

    def _is_lone(self, start: int, end: int) -> bool:
        """Whether one character, its marks aside, would stand on the last line."""
        if self.rules.lone_character is LoneCharacter.KEPT or end - start > _MOST_LONE:
            return False
        return sum(char not in NEVER_FIRST + BLANKS for char in self.text[start:end]) == 1

    def _without_lone(
        self, start: int, found: _Units, first_left: float, cuts: list[int]
    ) -> list[int]:
        if self.rules.lone_character is LoneCharacter.CONDENSED:
            more = self.rules.closest * (cuts[0] - start)
            closer = self._cuts(start, found, first_left, more)
            if len(closer) < len(cuts):
                return closer
        last = bisect_left(found.ends, cuts[-2])
        above = cuts[-3] if len(cuts) > 2 else start
        pulled = found.ends[last - 1] if last else start
        if pulled <= above or self.width(above, pulled) < _LEAST_LEFT * self.width(above, cuts[-2]):
            return cuts
        return [*cuts[:-2], pulled, cuts[-1]]

    def _set(self, start: int, end: int, left: float, *, last: bool) -> SetLine:
        """The line from ``start`` to ``end`` without the blanks at its end, in its place."""
        end = start + len(self.text[start:end].rstrip(BLANKS))
        width, room = self.width(start, end), self.shape.right - left
        too_long = width > room + _SLACK
        hung = 0.0
        if too_long and self._hangs(start, end, room + _SLACK):
            hung = self.width(end - 1, end)
        gaps = end - start - 1
        gap = 0.0
        if gaps > 0 and ((self.shape.align is Align.BOTH and not last) or too_long):
            gap = (room - width + hung) / gaps
        if last and hung:
            gap = 0.0
        if self.shape.align is Align.CENTER:
            left += max(0.0, (room - width) / 2)
        elif self.shape.align is Align.RIGHT:
            left += max(0.0, room - width)
        return SetLine(start, end, left, width, gap)


def _after_tab(line: SetLine) -> float:
    return ((line.left + line.width) // _TAB + 1) * _TAB
