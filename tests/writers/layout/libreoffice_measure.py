"""LibreOffice's own advances, measured in a file it set: whatever fonts a machine has.

LibreOffice 7.4 widens the last character before Latin letters or figures, and theirs before
Han characters, by a fifth of the size. A Word file cannot forbid it (autoSpaceDE and
autoSpaceDN are not read), so a comparison of breaks has to count it in.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pypdfium2_c

from rolwriter.catalog.page_format import TWIPS_PER_POINT, FaceRole, PageFormat
from rolwriter.writers.layout.measure import CellMeasure

_HAN = "国"
_TIMES = 12


def probes(text: str) -> tuple[str, ...]:
    """Paragraphs of one line each, from which a text's half-width characters are measured.

    Twelve times over, because a PDF rounds places to a tenth of a point.
    """
    alone = [_HAN + char * _TIMES for char in _half_width(text)]
    among_han = [(_HAN + char) * _TIMES for char in _half_width(text)]
    return (_HAN * (_TIMES + 1), *alone, *among_han)


class LibreOfficeMeasure:
    """Advances as LibreOffice has them, from the PDF of `probes`."""

    def __init__(self, pdf: Path, text: str, page_format: PageFormat) -> None:
        chars = _half_width(text)
        lines = _lines(pdf)[: 1 + 2 * len(chars)]
        han = (lines[0][_TIMES] - lines[0][0]) / _TIMES
        alone, among_han = lines[1 : 1 + len(chars)], lines[1 + len(chars) :]
        self._cells = CellMeasure(page_format)
        self._han = han / page_format.cell(FaceRole.TEXT)
        self._half = dict[str, tuple[float, float]]()
        for char, run, pairs in zip(chars, alone, among_han, strict=True):
            advance = (run[_TIMES] - run[1]) / (_TIMES - 1)
            pair = (pairs[-2] - pairs[0]) / (_TIMES - 1)
            self._half[char] = (advance, (pair - advance - han) / 2)

    def advances(self, text: str, face: FaceRole) -> Sequence[float]:
        """How far each code point takes the line, in twips."""
        found = list[float]()
        for at, char in enumerate(text):
            half = self._half.get(char) if face is not FaceRole.TITLE else None
            if half is None:
                found.append(self._cells.advances(char, face)[0] * self._han)
            else:
                found.append(half[0])
            before = text[at - 1] if at else char
            if (char in self._half) != (before in self._half):
                found[-2] += self._half[char if char in self._half else before][1]
        return found


def _half_width(text: str) -> list[str]:
    return sorted(char for char in set(text) if char.isascii() and char.isprintable())


def _lines(pdf: Path) -> list[list[float]]:
    """Where the glyphs of each line begin, from left to right, in twips."""
    lines = list[list[float]]()
    x, y = ctypes.c_double(), ctypes.c_double()
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for page in document:
            text = page.get_textpage()
            last = 0.0
            for at in range(text.count_chars()):
                pypdfium2_c.FPDFText_GetCharOrigin(text, at, x, y)
                if pypdfium2_c.FPDFText_IsGenerated(text, at):
                    continue
                if abs(y.value - last) > 4:
                    lines.append([])
                last = y.value
                lines[-1].append(x.value * TWIPS_PER_POINT)
    return [sorted(line) for line in lines if len(line) > _TIMES]
