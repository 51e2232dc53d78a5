"""Widths of text in cells: a Han character is one cell wide, a half-width one a half."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def cells(text: str) -> float:
    """The width of the text in Han characters.

    Signs that Unicode calls ambiguous (“ ” — … ·) are as wide as Han characters in
    Chinese fonts.
    """
    return sum(_cell(char) for char in text)


def _cell(char: str) -> float:
    if combining(char):
        return 0
    return 1 if east_asian_width(char) in "WFA" else 0.5
