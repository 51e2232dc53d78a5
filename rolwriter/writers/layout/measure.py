"""How wide text is set when no font is asked: in cells, as the official grid counts."""

from __future__ import annotations

from collections.abc import Sequence

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.writers.layout.cells import cells


class CellMeasure:
    """A Han character is as wide as its face is high, a half-width one half; spacing added.

    The same on every machine, so that the command line, the status bar and the tests
    need no font. Real fonts differ in their digits and Latin letters only.
    """

    def __init__(self, page_format: PageFormat) -> None:
        self._faces = page_format.faces
        self._widths: dict[tuple[str, FaceRole], float] = {}

    def advances(self, text: str, face: FaceRole) -> Sequence[float]:
        """How far each code point takes the line, in twips."""
        known = self._widths
        for char in set(text):
            if (char, face) not in known:
                known[char, face] = self._advance(char, face)
        return [known[char, face] for char in text]

    def _advance(self, char: str, face: FaceRole) -> float:
        width = cells(char)
        form = self._faces[face]
        return width * form.size + form.char_spacing if width else 0.0
