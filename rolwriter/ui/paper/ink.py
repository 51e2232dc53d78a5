"""Characters and rules on a paint device, in twips whatever the device's dots are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from rolwriter.catalog.page_format import Face, FaceRole, PageFormat
from rolwriter.ui.paper.glyphs import Glyph, Glyphs

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
        self._scale = scale
        self._hinted = hinted
        self._used = used
        self._color = ""

    def width(self, pieces: Iterable[Piece], size: float | None = None) -> float:
        """How wide the characters are; ``size`` instead of the face's own, in twips."""
        width = 0.0
        for text, role in pieces:
            height, spacing = self._set(role, size)
            width += sum(g.advance * height + spacing for g in self._glyphs.row(role, text))
        return width

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
        for text, role in pieces:
            height, spacing = self._set(role, size)
            self._take(self._faces[role].color)
            for glyphs in _by_font(self._glyphs.row(role, text)):
                steps = [glyph.advance * height + spacing + gap for glyph in glyphs]
                if glyphs[0].family:
                    self._draw(glyphs, steps, height, QPointF(left, baseline))
                left += sum(steps)

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
        self, glyphs: Sequence[Glyph], steps: Sequence[float], height: float, place: QPointF
    ) -> None:
        family, scale = glyphs[0].family, self._scale
        indexes = [glyph.index for glyph in glyphs]
        font = self._glyphs.font(family, height * scale, hinted=self._hinted)
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
            known = self._used.setdefault(family, {})
            if not known.keys() >= set(indexes):
                for glyph in glyphs:
                    if glyph.index:
                        known.setdefault(glyph.index, glyph.char)

    def _set(self, role: FaceRole, size: float | None) -> tuple[float, float]:
        face: Face = self._faces[role]
        height = face.size if size is None else size
        return height, face.char_spacing * height / face.size


@lru_cache(maxsize=1024)
def _places(steps: tuple[float, ...], scale: float) -> list[QPointF]:
    """Where characters that go on by these steps stand, from the first one, in dots.

    Remembered: full lines without digits or marks are all alike, and making points is
    the dearest part of a page [M].
    """
    return [QPointF(x * scale, 0) for x in accumulate(steps[:-1], initial=0.0)]


def _by_font(glyphs: list[Glyph]) -> Iterable[Sequence[Glyph]]:
    """The glyphs in runs of one font; nearly always there is one run."""
    if len({glyph.family for glyph in glyphs}) == 1:
        return (glyphs,)
    return (tuple(run) for _, run in groupby(glyphs, attrgetter("family")))
