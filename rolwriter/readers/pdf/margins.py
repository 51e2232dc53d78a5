"""What stands in the margins of pages: page numbers and running headers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from rolwriter.readers.pdf.lines import Line

_NUMBER = re.compile(
    r"[-—–―－·•~～\s]*\d{1,4}[-—–―－·•~～\s]*"
    r"|第?\s*\d{1,4}\s*页?\s*[，,/／]?\s*(?:共\s*)?\d{1,4}\s*页?|第\s*\d{1,4}\s*页"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_NUMBER_MARGIN = 0.16
_MARGIN = 0.25
"""Shares of a page's height, above and below, in which page numbers and running lines stand."""
_LEVEL = 3.0
"""Running lines stand at the same height on all pages, to so many points."""
_EDGE = 3
"""So many first and last lines of a page may be running lines."""


_Edge = tuple[bool, int, str]
"""A running line: whether at the top, at which height, and what it says."""


@dataclass(slots=True)
class PageLines:
    """The lines of a page from top to bottom, and its size in points."""

    width: float
    height: float
    lines: list[Line]
    top: list[Line] = field(default_factory=list[Line])
    bottom: list[Line] = field(default_factory=list[Line])


def set_margins_apart(pages: list[PageLines]) -> None:
    """Move running headers and footers and page numbers out of the pages' lines.

    Lines in the margins that say the same on at least half of the pages (two at
    least) run; numbers on the very edge are page numbers.
    """
    repeated = _repeated(pages)
    for page in pages:
        page.top = _take(page, repeated, at_top=True)
        page.bottom = _take(page, repeated, at_top=False)


def _take(page: PageLines, repeated: set[_Edge], *, at_top: bool) -> list[Line]:
    taken: list[Line] = []
    while page.lines and len(taken) < _EDGE:
        line = page.lines[0 if at_top else -1]
        numbered = _NUMBER.fullmatch(line.text.strip()) is not None
        if not (
            (numbered and _is_in_margin(page, line, _NUMBER_MARGIN, at_top=at_top))
            or (at_top, *_shape(line)) in repeated
        ):
            break
        page.lines.remove(line)
        taken.append(line)
    return taken if at_top else taken[::-1]


def _repeated(pages: list[PageLines]) -> set[_Edge]:
    counts: Counter[_Edge] = Counter()
    for page in pages:
        edges = ((True, page.lines[:_EDGE]), (False, page.lines[-_EDGE:]))
        counts.update(
            {
                (at_top, *_shape(line))
                for at_top, lines in edges
                for line in lines
                if _is_in_margin(page, line, _MARGIN, at_top=at_top)
            }
        )
    return {edge for edge, count in counts.items() if count >= max(2, len(pages) / 2)}


def _shape(line: Line) -> tuple[int, str]:
    """Where a line stands and what it says, whatever the page's number."""
    return round(line.base / _LEVEL), re.sub(r"\d+", "0", "".join(line.text.split()))


def _is_in_margin(page: PageLines, line: Line, margin: float, *, at_top: bool) -> bool:
    if at_top:
        return line.base > page.height * (1 - margin)
    return line.base < page.height * margin
