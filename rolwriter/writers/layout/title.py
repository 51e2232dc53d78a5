"""Where a title too long for one line is broken: between words, in a pleasing shape.

The standard asks for lines that keep words whole, are of pleasing length and make a
trapezium or a rhombus (7.3.1 词意完整、梯形或菱形); a word processor alone breaks wherever
the line is full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import combinations, islice, pairwise

from rolwriter.writers.layout.cells import cells

_BREAKS = re.compile(
    r"(?=关于)|(?<!关于)(?=20\d\d年)|(?<=年度)|(?<=\d年)(?!度)|(?=推进)|(?=贯彻|落实|履行)"
    r"|(?=法治政府建设)|(?=情况)|(?=工作(?:情况|总结|报告))|(?=年度报告)|(?=《)|(?<=》)(?!的)"
    r"|(?<=[、，])|(?=党政主要负责人)|(?=第一责任人)"
)
_MOST_LINES = 3
_MOST_CHOICES = 8
_MOST_PLACES = 14
"""With more places than that only the first count: a title of a hundred words is none."""


class Shape(StrEnum):
    """What the lines of a title look like one under the other; the values are shown."""

    ONE = "一行"
    EVEN = "上下等长"
    WIDENING = "正梯形，上短下长"
    NARROWING = "倒梯形，上长下短"
    RHOMBUS = "菱形，中间长"
    WAIST = "中间短"


def title_lines(title: str, width: float, autospace: float = 0) -> tuple[str, ...]:
    """The title in lines no wider than ``width`` cells, or whole where no break helps.

    ``autospace`` as for `cells`.
    """
    return cut(title, title_choices(title, width, autospace)[0])


def title_choices(title: str, width: float, autospace: float = 0) -> tuple[tuple[int, ...], ...]:
    """Places to break the title at, in code points, the best first; always at least one.

    Fewest lines first, then no line between two wider ones, then a break before 关于, then
    lines of even width.
    A title that fits on one line is offered whole first; one that no break helps, whole
    only.
    """
    if cells(title) > _MOST_LINES * width:
        return ((),)
    places = sorted(safe_places(title))[:_MOST_PLACES]
    fitting = [
        chosen
        for count in range(_MOST_LINES)
        for chosen in combinations(places, count)
        if max(cells(line, autospace) for line in cut(title, chosen)) <= width
    ]
    fitting.sort(key=lambda chosen: _awkwardness(cut(title, chosen)))
    return tuple(islice(fitting, _MOST_CHOICES)) or ((),)


def safe_places(title: str) -> set[int]:
    """Where the title may be broken without parting a word, in code points."""
    return {match.start() for match in _BREAKS.finditer(title)} - {0, len(title)}


def chosen_places(title: str, breaks: Sequence[int]) -> tuple[int, ...]:
    """The places the clerk chose, or none when the title was changed since.

    A break that would now part a word is no longer the clerk's choice, and the others
    belong to it.
    """
    return tuple(sorted(set(breaks))) if safe_places(title).issuperset(breaks) else ()


def cut(title: str, places: Sequence[int]) -> tuple[str, ...]:
    """The lines of a title broken at these places."""
    return tuple(title[start:end] for start, end in pairwise((0, *places, len(title))))


def shape_of(lines: Sequence[str]) -> Shape:
    """The figure that the lines make."""
    widths = [cells(line) for line in lines]
    if len(widths) == 1:
        return Shape.ONE
    steps = set(_steps(widths))
    if steps <= {0}:
        return Shape.EVEN
    if steps <= {0, 1}:
        return Shape.WIDENING
    if steps <= {0, -1}:
        return Shape.NARROWING
    return Shape.RHOMBUS if widths[0] < widths[1] else Shape.WAIST


def _steps(widths: Sequence[float]) -> Iterator[int]:
    """Whether each line is wider (1), narrower (-1) or as wide as the one above."""
    return ((below > above) - (below < above) for above, below in pairwise(widths))


def _awkwardness(lines: tuple[str, ...]) -> tuple[int, bool, bool, float]:
    widths = [cells(line) for line in lines]
    before_about = any(line.startswith("关于") for line in lines[1:])
    return len(lines), shape_of(lines) is Shape.WAIST, not before_about, max(widths) - min(widths)
