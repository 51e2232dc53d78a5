"""Where a title too long for one line is broken: between words, never inside one.

The standard asks for lines that keep words whole and are of pleasing length
(7.3.1 词意完整); a word processor alone breaks wherever the line is full.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise

from rolwriter.writers.layout.cells import cells

_BREAKS = re.compile(
    r"(?=关于)|(?=20\d\d年)|(?<=年度)|(?<=\d年)(?!度)|(?=推进)|(?=贯彻|落实|履行)"
    r"|(?=法治政府建设)|(?=情况)|(?=工作(?:情况|总结|报告))|(?=年度报告)"
)
_MOST_LINES = 3


def title_lines(title: str, width: float) -> tuple[str, ...]:
    """The title in lines no wider than ``width`` cells, or whole where no break helps.

    Fewest lines first, then a break before 关于, then lines of even width.
    """
    if not width < cells(title) <= _MOST_LINES * width:
        return (title,)
    places = sorted({match.start() for match in _BREAKS.finditer(title)} - {0, len(title)})
    for count in range(1, _MOST_LINES):
        fitting = [
            lines
            for chosen in combinations(places, count)
            if max(map(cells, lines := _cut(title, chosen))) <= width
        ]
        if fitting:
            return min(fitting, key=_awkwardness)
    return (title,)


def _cut(title: str, places: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(title[start:end] for start, end in pairwise((0, *places, len(title))))


def _awkwardness(lines: tuple[str, ...]) -> tuple[bool, float]:
    widths = [cells(line) for line in lines]
    return not any(line.startswith("关于") for line in lines[1:]), max(widths) - min(widths)
