"""Lines joined into paragraphs, by what printed text shows: indents, short ends, gaps."""

from __future__ import annotations

import re
import statistics
from dataclasses import dataclass
from itertools import pairwise

from rolwriter.readers.pdf.lines import Line, is_wide
from rolwriter.readers.pdf.margins import PageLines
from rolwriter.text.numbering import numbering_of

_INDENT = 0.8
_ALIKE = 0.35
_SIZE_STEP = 0.12
_NEW_GAP = 1.45
"""Thresholds in units of the type's size, its own share, and the distance of lines."""
_LONE = 4.0
_SLACK = 0.3
_FULL = 0.7
_FAR = 5.0
_BLANK_TOLERANCE = 0.3
_MOST_BLANKS = 4
_NO_START = re.compile("[，。、；：？！）》」』”’〕】…%％·～,.;:?!)\\]}]")
_NO_END = re.compile("[（《“‘「『〔【([{]")
_STATEMENT_END = re.compile("[。；：！？…”）]$")


@dataclass(frozen=True, slots=True)
class _Column:
    """Where the text of a page begins and ends, and how far its lines stand apart."""

    left: float
    right: float
    pitch: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line in the column of its page; lengths in units of its type's size."""

    line: Line
    column: _Column

    @property
    def size(self) -> float:
        return max(self.line.size, 1.0)

    @property
    def indent(self) -> float:
        """How far the line begins inside the column."""
        return (self.line.left - self.column.left) / self.size

    @property
    def room(self) -> float:
        """How far the line ends before the column does."""
        return (self.column.right - self.line.right) / self.size

    @property
    def ends_statement(self) -> bool:
        return _STATEMENT_END.search(self.line.text.rstrip()) is not None

    @property
    def is_heading(self) -> bool:
        numbering = numbering_of(self.line.text.strip())
        return numbering is not None and numbering.level <= 2


def paragraphs_of(pages: list[PageLines]) -> list[str]:
    """The paragraphs of a document; blank lines are kept where whole lines were left free."""
    columns = [_column(pages[parity::2]) for parity in (0, 1)]
    found: list[str] = []
    before: _Placed | None = None
    for number, page in enumerate(pages):
        column = columns[number % 2]
        on_page = False
        for line in page.lines:
            placed = _Placed(line, column)
            blanks = _blank_lines(before, placed) if before and on_page else 0
            if before is None or blanks or _begins(before, placed, same_page=on_page):
                found += [""] * blanks
                found.append(line.text)
            else:
                found[-1] = _join(found[-1], line.text)
            before, on_page = placed, True
    return [_tidy(text) for text in found]


def _column(pages: list[PageLines]) -> _Column:
    """The text area of the pages of one side; odd and even pages may be mirrored."""
    lines = [line for page in pages for line in page.lines]
    if not lines:
        return _Column(0.0, 0.0, 0.0)
    size = statistics.median(line.size for line in lines)
    left = _edge([line.left for line in lines], _LONE * size)
    right = -_edge([-_end(line) for line in lines], _LONE * size / 2)
    between_margins = pages[0].width - 2 * left
    if right - left < _FULL * between_margins:
        # no line is full: the column must be guessed from the paper
        right = left + between_margins
    return _Column(left, right, _pitch(pages, left, right))


def _pitch(pages: list[PageLines], left: float, right: float) -> float:
    """How far lines stand apart, as full lines and what follows them show; 0: not to be told."""
    steps: list[float] = []
    inner: list[float] = []
    for page in pages:
        for above, below in pairwise(page.lines):
            step = round(above.base - below.base, 1)
            if 0 < step < 4 * above.size:
                steps.append(step)
                is_full = above.right > right - 2.5 * above.size
                if is_full and below.left < left + _INDENT * below.size:
                    inner.append(step)
    chosen = inner if len(inner) > 1 else steps
    return statistics.mode(chosen) if chosen else 0.0


def _end(line: Line) -> float:
    """Where a line ends; marks at its end may hang out of the column and do not count."""
    glyphs = [glyph for glyph in line.glyphs if not _NO_START.match(glyph.text)]
    return glyphs[-1].right if glyphs else line.right


def _edge(places: list[float], reach: float) -> float:
    """The smallest place, a lone one farther than ``reach`` from the others left out."""
    ordered = sorted(places)
    for place, following in pairwise(ordered):
        if following - place <= reach:
            return place
    return ordered[0]


def _blank_lines(above: _Placed, placed: _Placed) -> int:
    """How many empty lines were left free above a line on its page."""
    pitch = placed.column.pitch
    if not pitch:
        return 0
    steps = (above.line.base - placed.line.base) / pitch
    whole = round(steps)
    if whole < 2 or abs(steps - whole) >= _BLANK_TOLERANCE:
        return 0
    # a larger gap is the page's layout and no run of empty lines
    return whole - 1 if whole <= _MOST_BLANKS + 1 else 1


def _begins(before: _Placed, placed: _Placed, *, same_page: bool) -> bool:
    """Whether a line begins a paragraph, given the line before it."""
    line, pitch = placed.line, placed.column.pitch
    gap = before.line.base - line.base if same_page else 0.0
    if (
        _differs_in_size(before, placed)
        or gap < 0
        or (pitch and gap > _NEW_GAP * pitch)
        or "\t" in line.text + before.line.text
        or before.room > _first_word(line) / placed.size + _SLACK
    ):
        return True
    if placed.indent <= _INDENT:
        # what is centred or set to the right does not go on at the left
        return before.indent > _FAR or (before.ends_statement and placed.is_heading)
    # a block that is indented as a whole goes on; one-line paragraphs look the same
    alike = abs(placed.indent - before.indent) < _ALIKE
    return not alike or before.ends_statement or before.is_heading


def _differs_in_size(before: _Placed, placed: _Placed) -> bool:
    if before.line.has_wide != placed.line.has_wide:
        return False
    return abs(before.size - placed.size) > _SIZE_STEP * placed.size


def _first_word(line: Line) -> float:
    """The width of what cannot be broken at a line's start, in points."""
    first = line.glyphs[0]
    right = first.right
    for before, glyph in pairwise(line.glyphs):
        apart = glyph.left - before.right > 0.15 * glyph.size
        in_word = not (before.is_wide or glyph.is_wide or apart)
        if not (in_word or _NO_START.match(glyph.text) or _NO_END.match(before.text)):
            break
        right = glyph.right
    return right - first.left


def _join(text: str, more: str) -> str:
    """Two lines of a paragraph: Chinese joins without a blank, Latin words with one."""
    more = more.lstrip(" ")
    if not text or not more or text[-1] in " -" or is_wide(text[-1]) or is_wide(more[0]):
        return text + more
    is_latin = text[-1].isascii() and more[0].isascii()
    return f"{text} {more}" if is_latin else text + more


def _tidy(text: str) -> str:
    return text.rstrip(" \t").lstrip(" \t")
