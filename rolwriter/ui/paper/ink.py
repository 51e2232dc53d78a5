"""Characters and rules on a paint device, in twips whatever the device's dots are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.ui.paper.glyphs import GlyphRun, Glyphs
from rolwriter.writers.layout.autospace import spaced

_LARGEST = 60
"""Dots in height up to which a screen is given glyphs; Qt draws none over 64 there [M]."""
Piece = tuple[str, FaceRole]
"""Characters of one face."""
UsedGlyphs = dict[str, dict[int, str]]
"""By family, in the order of first use: each glyph that was drawn, and its character.

Glyph 0, the box for what no font has, is not among them.
"""


class Ink:
    """Draws with one painter; ``scale`` is dots for one twip."""

    def __init__(
        self,
        painter: QPainter,
        glyphs: Glyphs,
        page_format: PageFormat,
        scale: float,
        *,
        hinted: bool = False,
        used: UsedGlyphs | None = None,
    ) -> None:
        self.painter = painter
        self._glyphs = glyphs
        self._faces = page_format.faces
        self._autospace = page_format.lines.autospace
        self._scale = scale
        self._hinted = hinted
        self._used = used
        self._color = ""

    def width(self, pieces: Iterable[Piece], size: float | None = None) -> float:
        """How wide the characters are; ``size`` instead of the face's own, in twips."""
        return sum(sum(steps) for *_, steps in self._runs(tuple(pieces), 0, size))

    def write(
        self,
        pieces: Iterable[Piece],
        left: float,
        baseline: float,
        gap: float = 0,
        size: float | None = None,
    ) -> None:
        """Set characters in a row, ``gap`` after each: one run of glyphs a font, no more.

        A PDF in which each character stood alone would be read as so many words.
        """
        for role, height, run, steps in self._runs(tuple(pieces), gap, size):
            self._take(self._faces[role].color)
            if run.family:
                self._draw(run, steps, height, QPointF(left, baseline))
            left += sum(steps)

    def _runs(
        self, pieces: Sequence[Piece], gap: float, size: float | None
    ) -> Iterator[tuple[FaceRole, float, GlyphRun, list[float]]]:
        """Face, height, glyphs of one font, and how far the line goes on with each of them."""
        text = pieces[0][0] if len(pieces) == 1 else "".join(words for words, _ in pieces)
        places, begin = spaced(text) if self._autospace else (), 0
        for words, role in pieces:
            own = self._faces[role].size
            height = own if size is None else size
            more = self._faces[role].char_spacing * height / own + gap
            for run in self._glyphs.runs(role, words):
                steps = [advance * height + more for advance in run.advances]
                end = begin + len(steps)
                for place in places:
                    if begin <= place < end:
                        steps[place - begin] += self._autospace * height
                yield role, height, run, steps
                begin = end

    def rule(self, left: float, top: float, width: float, thick: float, color: str) -> None:
        """A line across, its upper edge at ``top``."""
        self._fill(left, top, width, thick, color)

    def upright(self, left: float, top: float, height: float, thick: float, color: str) -> None:
        """A line down, its left edge at ``left``."""
        self._fill(left, top, thick, height, color)

    def _fill(self, left: float, top: float, width: float, height: float, color: str) -> None:
        s = self._scale
        # thinner than a dot would be faint on a screen or not there at all
        shape = QRectF(left * s, top * s, max(1.0, width * s), max(1.0, height * s))
        self.painter.fillRect(shape, QColor(f"#{color}"))

    def _take(self, color: str) -> None:
        if color != self._color:
            self.painter.setPen(QColor(f"#{color}"))
            self._color = color

    def _draw(
        self, glyphs: GlyphRun, steps: Sequence[float], height: float, place: QPointF
    ) -> None:
        indexes, scale = glyphs.indexes, self._scale
        font = self._glyphs.font(glyphs.family, height * scale, hinted=self._hinted)
        places = _places(tuple(steps), scale)
        if self._hinted and height * scale > _LARGEST:
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index, offset in zip(indexes, places, strict=True):
                outline = font.pathForGlyph(index).translated(place * scale + offset)
                self.painter.fillPath(outline, self.painter.pen().brush())
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        else:
            run = QGlyphRun()
            run.setRawFont(font)
            run.setGlyphIndexes(indexes)
            run.setPositions(places)
            self.painter.drawGlyphRun(place * scale, run)
        if self._used is not None:
            known = self._used.setdefault(glyphs.family, {})
            if not known.keys() >= set(indexes):
                for index, char in zip(indexes, glyphs.chars, strict=True):
                    if index:
                        known.setdefault(index, char)


@lru_cache(maxsize=1024)
def _places(steps: tuple[float, ...], scale: float) -> list[QPointF]:
    """Where characters that go on by these steps stand, from the first one, in dots.

    Remembered: full lines without digits or marks are all alike, and making points is
    the dearest part of a page [M].
    """
    return [QPointF(x * scale, 0) for x in accumulate(steps[:-1], initial=0.0)]
