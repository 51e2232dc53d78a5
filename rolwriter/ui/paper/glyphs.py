"""Which glyph of which font stands for a character, chosen here and not by the system.

A text engine may put another glyph in (a font's national form, a ligature) that a PDF
then cannot name, and may take a face from anywhere when a character is missing. So the
face is the first of the role's chain that is present; a character it lacks comes from
the next one that has it, and only at the end from where the system finds it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple
from unicodedata import category

from PySide6.QtGui import QFont, QRawFont, QTextLayout

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.ui.kit.faces import is_present


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its character, its family, its index in that font, its advance in em."""

    char: str
    family: str
    """Empty: nothing is drawn."""
    index: int
    advance: float


class GlyphRun(NamedTuple):
    """Characters that stand side by side in one font."""

    chars: str
    family: str
    """Empty: nothing is drawn."""
    indexes: list[int]
    advances: list[float]
    """In em."""


INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of what has a meaning for a text engine and no look of its own."""


class Glyphs:
    """The glyphs of all roles on this machine; each character is looked up once.

    It belongs to the window's thread, as all of Qt does.
    """

    def __init__(self, page_format: PageFormat) -> None:
        every = [name for font in page_format.fonts.values() for name in font.chain]
        self._families = {
            role: tuple(filter(is_present, dict.fromkeys((*page_format.font(role).chain, *every))))
            for role in FaceRole
        }
        self._known: dict[FaceRole, dict[str, Glyph]] = {role: {} for role in FaceRole}
        # of each role's first family alone, apart: nearly all text is looked up there
        self._indexes: dict[FaceRole, dict[str, int]] = {role: {} for role in FaceRole}
        self._advances: dict[FaceRole, dict[str, float]] = {role: {} for role in FaceRole}
        self._fonts: dict[tuple[str, float, bool], QRawFont] = {}

    def of(self, role: FaceRole, text: Iterable[str]) -> dict[str, Glyph]:
        """The glyphs of these characters, and of those asked for before, in that role."""
        known = self._known[role]
        first = self._families[role][:1]
        for char in set(text).difference(known):
            glyph = known[char] = self._find(char, self._families[role])
            if (glyph.family,) == first:
                self._indexes[role][char] = glyph.index
                self._advances[role][char] = glyph.advance
        return known

    def runs(self, role: FaceRole, text: str) -> list[GlyphRun]:
        """The glyphs of the text, one a code point, in runs of one font; mostly there is one."""
        try:
            indexes = list(map(self._indexes[role].__getitem__, text))
            advances = list(map(self._advances[role].__getitem__, text))
        except KeyError:
            known = self.of(role, text)
            groups = groupby(text, lambda char: known[char].family)
            return [_run(family, [known[char] for char in chars]) for family, chars in groups]
        return [GlyphRun(text, self._families[role][0], indexes, advances)] if text else []

    def font(self, family: str, pixels: float, *, hinted: bool) -> QRawFont:
        """The family at that height; ``hinted`` fits it to the dots of a screen."""
        key = (family, pixels, hinted)
        if key not in self._fonts:
            font = QFont(family)
            if not hinted:
                font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            raw = QRawFont.fromFont(font)
            raw.setPixelSize(pixels)
            self._fonts[key] = raw
        return self._fonts[key]

    def _find(self, char: str, families: tuple[str, ...]) -> Glyph:
        if category(char) in INVISIBLE:
            return Glyph(char, "", 0, 0.5 if char == "\t" else 0.0)
        for family in families:
            if self._plain(family).supportsCharacter(ord(char)):
                return self._glyph(char, family)
        return self._from_system(char)

    def _from_system(self, char: str) -> Glyph:
        layout = QTextLayout(char)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        families = (run.rawFont().familyName() for run in layout.glyphRuns())
        return self._glyph(char, next(families, QFont().family()))

    def _glyph(self, char: str, family: str) -> Glyph:
        font = self._plain(family)
        indexes = font.glyphIndexesForString(char)
        step = font.advancesForGlyphIndexes(indexes, QRawFont.LayoutFlag.UseDesignMetrics)[0]
        return Glyph(char, family, indexes[0], step.x() / font.pixelSize())

    def _plain(self, family: str) -> QRawFont:
        """The font at a size where advances are not rounded."""
        return self.font(family, 1000, hinted=False)


def _run(family: str, glyphs: list[Glyph]) -> GlyphRun:
    return GlyphRun(
        "".join(glyph.char for glyph in glyphs),
        family,
        [glyph.index for glyph in glyphs],
        [glyph.advance for glyph in glyphs],
    )
