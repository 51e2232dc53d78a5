"""Widths of text in cells: a Han character is one cell wide, a half-width one a half."""

from __future__ import annotations

from unicodedata import combining, east_asian_width

from rolwriter.writers.layout.autospace import spaced


def cells(text: str, autospace: float = 0) -> float:
    """The width of the text in Han characters.

    Signs that Unicode calls ambiguous (“ ” — … ·) are as wide as Han characters in
    Chinese fonts. ``autospace`` stands between Han and Western characters, in cells.
    """
    return sum(map(_cell, text)) + (autospace * len(spaced(text)) if autospace else 0)


def _cell(char: str) -> float:
    if combining(char):
        return 0
    return 1 if east_asian_width(char) in "WFA" else 0.5
