"""Characters and rules on a paint device, in twips whatever the device's dots are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGlyphRun, QPainter

from rolwriter.catalog.page_format import Face, FaceRole, PageFormat
from rolwriter.ui.paper.glyphs import Glyphs

Piece = tuple[str, FaceRole]
"""Characters of one face."""
UsedGlyphs = dict[str, dict[int, str]]
"""By family, in the order of first use: each glyph that was drawn, and its character.

Glyph 0, the box for what no font has, is not among them.
"""


@dataclass(slots=True)
class _Strip:
    """Glyphs of one font side by side; their places count from its left end, in dots."""

    family: str
    left: float
    indexes: list[int] = field(default_factory=list[int])
    places: list[QPointF] = field(default_factory=list[QPointF])


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

    def width(self, pieces: Iterable[Piece], size: float | None = None) -> float:
        """How wide the characters are; ``size`` instead of the face's own, in twips."""
        return sum(
            known[char].advance * height + spacing
            for text, role in pieces
            for known, (height, spacing) in [(self._glyphs.of(role, text), self._set(role, size))]
            for char in text
        )

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
            known = self._glyphs.of(role, text)
            height, spacing = self._set(role, size)
            step = spacing + gap
            self.painter.setPen(QColor(f"#{self._faces[role].color}"))
            strip = _Strip("", left)
            for char in text:
                glyph = known[char]
                if glyph.family:
                    if glyph.family != strip.family:
                        self._draw(strip, height, baseline)
                        strip = _Strip(glyph.family, left)
                    strip.indexes.append(glyph.index)
                    strip.places.append(QPointF((left - strip.left) * self._scale, 0))
                    if self._used is not None and glyph.index:
                        self._used.setdefault(glyph.family, {}).setdefault(glyph.index, char)
                left += glyph.advance * height + step
            self._draw(strip, height, baseline)

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

    def _draw(self, strip: _Strip, height: float, baseline: float) -> None:
        if not strip.indexes:
            return
        run = QGlyphRun()
        run.setRawFont(self._glyphs.font(strip.family, height * self._scale, hinted=self._hinted))
        run.setGlyphIndexes(strip.indexes)
        run.setPositions(strip.places)
        self.painter.drawGlyphRun(QPointF(strip.left, baseline) * self._scale, run)

    def _set(self, role: FaceRole, size: float | None) -> tuple[float, float]:
        face: Face = self._faces[role]
        height = face.size if size is None else size
        return height, face.char_spacing * height / face.size
