"""Headings in their faces, a paragraph at a time."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from rolwriter.text.numbering import heading_end, level_of
from rolwriter.ui.kit.line_diff import utf16_length
from rolwriter.ui.problems.marks import Mark

_LEVELS = 10


class LevelHighlighter(QSyntaxHighlighter):
    """Sets the heading of each paragraph in the face of its level.

    The level follows the typed number, unless the clerk set another by hand and the
    number has not changed since; both are kept in the block's state, so that a key
    costs one paragraph and never the whole text.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: list[QTextCharFormat] = []
        self._link_colour = QColor()
        self.links_at: Callable[[int], Sequence[tuple[int, int]]] = _none
        """The linked figures of the paragraph of that number, in code points of its words."""
        self.marks_at: Callable[[int], Sequence[Mark]] = _none
        """What the checks say of the paragraph of that number."""

    def set_formats(self, formats: Sequence[QTextCharFormat]) -> None:
        """One format a level, 0 first; draws everything anew."""
        self._formats = list(formats)
        self.rehighlight()

    def set_levels(self, levels: Mapping[int, int]) -> None:
        """Show the paragraphs of these numbers at their levels, where they differ."""
        for row, level in levels.items():
            block = self.document().findBlockByNumber(row)
            state = level_of(block.text().strip()) * _LEVELS + level
            if block.isValid() and block.userState() != state:
                block.setUserState(state)
                self.rehighlightBlock(block)

    def set_link_colour(self, colour: QColor) -> None:
        """Underline linked figures in this colour; draws everything anew."""
        if colour != self._link_colour:
            self._link_colour = colour
            self.rehighlight()

    def draw(self, rows: Iterable[int]) -> None:
        """Draw the paragraphs of these numbers anew."""
        for row in rows:
            block = self.document().findBlockByNumber(row)
            if block.isValid():
                self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each paragraph that changed."""
        typed = level_of(text.strip())
        state = self.currentBlockState()
        level = state % _LEVELS if state >= 0 and state // _LEVELS == typed else typed
        self.setCurrentBlockState(typed * _LEVELS + level)
        if level and level < len(self._formats):
            edge = len(text) - len(text.lstrip())
            end = edge + heading_end(text.strip(), level)
            self.setFormat(0, utf16_length(text[:end]), self._formats[level])
        links = self.links_at(self.currentBlock().blockNumber())
        if links:
            self._underline(text, links)
        marks = self.marks_at(self.currentBlock().blockNumber())
        if marks:
            self._mark(text, links, marks)

    def _underline(self, text: str, links: Sequence[tuple[int, int]]) -> None:
        edge = len(text) - len(text.lstrip())
        for start, end in links:
            at = utf16_length(text[: edge + start])
            face = QTextCharFormat(self.format(at))
            face.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            face.setUnderlineColor(self._link_colour)
            self.setFormat(at, utf16_length(text[edge + start : edge + end]), face)

    def _mark(self, text: str, links: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> None:
        """Underline what the checks found, a stretch of one face at a time."""
        edge = len(text) - len(text.lstrip())
        level = self.currentBlockState() % _LEVELS
        cuts = {heading_end(text.strip(), level)} if level else set[int]()
        cuts.update(place for link in links for place in link)
        cuts.update(place for mark in marks for place in (mark.start, mark.end))
        for mark in marks:
            inside = sorted(cut for cut in cuts if mark.start < cut < mark.end)
            for start, end in pairwise((mark.start, *inside, mark.end)):
                at = utf16_length(text[: edge + start])
                drawn = QTextCharFormat(self.format(at))
                drawn.setUnderlineStyle(mark.shape)
                drawn.setUnderlineColor(mark.colour)
                self.setFormat(at, utf16_length(text[edge + start : edge + end]), drawn)


def _none(_row: int) -> Sequence[Any]:
    return ()
