"""How wide characters are in the faces this machine has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from string import digits

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.writers.layout.blocks import Block, Run
from rolwriter.writers.layout.copy import Copy

_APART = frozenset(
    {
        FaceRole.TEXT,
        FaceRole.TABLE,
        FaceRole.TABLE_HEAD,
        FaceRole.COLOPHON,
        FaceRole.HEADER,
        FaceRole.WATERMARK,
        FaceRole.FOOTER,
        FaceRole.LINE_NUMBER,
    }
)
"""Faces of what stands in tables and around the text."""


class FontMeasure:
    """The advances of the characters it has learnt, as plain numbers.

    What it has learnt, on the window's thread, holds no Qt object any more, so that a
    copy can be laid out on another one.
    """

    def __init__(self, page_format: PageFormat, glyphs: Glyphs) -> None:
        self._faces = page_format.faces
        self._glyphs = glyphs
        self._steps: dict[FaceRole, dict[str, float]] = {role: {} for role in FaceRole}

    def learn(self, copy: Copy) -> FontMeasure:
        """Look up all characters of the copy that are not known yet."""
        for role, chars in characters(copy).items():
            steps, face = self._steps[role], self._faces[role]
            new = chars.difference(steps)
            known = self._glyphs.of(role, new)
            for char in new:
                steps[char] = known[char].advance * face.size + face.char_spacing
        return self

    def advances(self, text: str, face: FaceRole) -> Sequence[float]:
        """How far each code point takes the line, the face's own spacing included.

        KeyError for a character of a copy that was not learnt.
        """
        steps = self._steps[face]
        return [steps[char] for char in text]


def characters(copy: Copy) -> dict[FaceRole, set[str]]:
    """All characters that stand in the copy, by the face they are set in."""
    found = defaultdict[FaceRole, set[str]](set)
    apart = set(digits).union(copy.header, copy.watermark)
    if copy.colophon:
        apart.update(copy.colophon.copies_to, copy.colophon.printer, copy.colophon.printed)
    for content in copy.blocks:
        if isinstance(content, Block):
            for run in _runs(content):
                found[run.face].update(run.text)
        else:
            apart.update(*(cell for row in content.rows for cell in row.cells))
    footer = copy.page_format.footer
    apart.update(footer.before, footer.after)
    for role in _APART:
        found[role] |= apart
    return dict(found)


def _runs(block: Block) -> Iterator[Run]:
    yield from block.runs
    if block.beside:
        yield from block.beside.runs
