"""The lines of a PDF page: characters with their places, put together again."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from rolwriter.readers.typed import gap

_LABEL = re.compile(
    r"[一二三四五六七八九十百]{1,4}[、，．.]|[（(][一二三四五六七八九十\d]{1,4}[)）]|\d{1,2}[.．、]"
)
_LONGEST_LABEL = 14
_WIDE = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]")
_SAME_LINE = 0.55
_WORD_GAP = 0.2
_SCRIPT_GAP = 0.45
"""Programs set Han and Latin apart by a quarter of a character; more is a blank."""
_COLUMN_GAP = 1.8
"""Gaps in units of the character size: of one line, between words, scripts, columns."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: text, left and right edge, baseline, size in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    tilted: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether it is a Chinese character or mark, beside which no blank is set."""
        return is_wide(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it stands on the page; coordinates in points from the lower left."""

    text: str
    glyphs: tuple[Glyph, ...]

    base: float
    """The height of the baseline."""
    size: float
    """The size of the type; Chinese characters tell it better than others."""
    has_wide: bool
    """Whether the size was told by Chinese characters."""

    @property
    def left(self) -> float:
        """The left edge of the first character that shows."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """The right edge of the last character that shows."""
        return self.glyphs[-1].right


def is_wide(char: str) -> bool:
    """Whether a character takes a full square, as Chinese does."""
    return (
        "\u2e80" <= char <= "\ua4cf" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uff60"
    )


def lines_of(glyphs: list[Glyph]) -> list[Line]:
    """The lines of a page from top to bottom; pieces on one height are one line."""
    pieces = sorted(_pieces(glyphs), key=lambda piece: -_base(piece))
    rows: list[list[list[Glyph]]] = []
    for piece in pieces:
        if rows and _base(rows[-1][0]) - _base(piece) <= _SAME_LINE * _size(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    ordered = (sorted(row, key=lambda piece: piece[0].left) for row in rows)
    lines = (_line([glyph for piece in row for glyph in piece]) for row in ordered)
    return [line for line in lines if line is not None]


def _size(one: list[Glyph], other: list[Glyph]) -> float:
    return max(one[0].size, other[0].size, 1.0)


def _base(piece: list[Glyph]) -> float:
    return statistics.median(glyph.base for glyph in piece)


def _pieces(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Runs of characters that follow one another to the right."""
    group: list[Glyph] = []
    for glyph in glyphs:
        if group and _moves_on(group[-1], glyph):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _moves_on(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size, 1.0)
    return abs(before.base - glyph.base) > _SAME_LINE * size or glyph.left < before.left - size


def _line(group: list[Glyph]) -> Line | None:
    shown = [glyph for glyph in group if not glyph.text.isspace()]
    if not shown:
        return None
    parts: list[str] = []
    for before, glyph in zip([None, *group], group, strict=False):
        if before is not None:
            blank = _gap(before, glyph)
            label = "".join(parts) if blank and len(parts) < _LONGEST_LABEL else ""
            is_label = _LABEL.fullmatch(label.lstrip()) is not None
            parts.append(gap(label, glyph.text) if is_label else blank)
        parts.append(glyph.text)
    text = _join_surrogates("".join(parts))
    wide = [glyph.size for glyph in shown if glyph.is_wide]
    size = statistics.median(wide or [glyph.size for glyph in shown])
    return Line(text, tuple(shown), _base(shown), size, bool(wide))


def _gap(before: Glyph, glyph: Glyph) -> str:
    """The blank between two characters that the file left out."""
    if before.text.isspace() or glyph.text.isspace():
        return ""
    wide = (glyph.left - before.right) / max(before.size, glyph.size, 1.0)
    if wide > _COLUMN_GAP:
        return "\t"
    limit = _SCRIPT_GAP if before.is_wide or glyph.is_wide else _WORD_GAP
    if before.is_wide and glyph.is_wide:
        # characters are spread to fill a line: only a whole empty square is a blank
        limit = 0.8
    return " " if wide > limit else ""


def _join_surrogates(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
