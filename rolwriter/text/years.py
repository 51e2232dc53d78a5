"""Explicit years in a text: 2024年, 2024年度, 二〇二四年, 2021—2025年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rolwriter.text.dates import ZEROS, digits
from rolwriter.text.spans import Span, book_titles

_HAN = "一二三四五六七八九"
_WIDE = "０１２３４５６７８９"
_DIGIT = f"[0-9{_WIDE}{ZEROS}{_HAN}]"
_FOUR = rf"{_DIGIT}(?:\s?{_DIGIT}){{3}}"
_TO = r"\s*[—－\-~～至到]{1,2}\s*"
_YEAR = re.compile(rf"(?<![〔\[.])(?<!{_DIGIT})({_FOUR})(?=\s*年|{_TO}{_FOUR}\s*年)")
_PERIOD = re.compile(rf"\s*(?:年度?)?{_TO}")
_FIRST, _LAST = 1900, 2099


@dataclass(frozen=True, slots=True)
class YearToken:
    """Four digits that name a year."""

    span: Span
    year: int
    in_title: bool
    """Inside 《》: part of a document's name, which no one may change."""
    in_range: bool = False
    """One end of a period (2021—2025年), which does not move with the report."""


def years_in(text: str) -> list[YearToken]:
    """The explicit years in their order, in digits of any width or in Han."""
    titles = list(book_titles(text))
    spans = [span for span in _spans(text) if _FIRST <= digits(span.of(text)) <= _LAST]
    ends = {
        span
        for first, second in pairwise(spans)
        if _PERIOD.fullmatch(text, first.end, second.start)
        for span in (first, second)
    }
    return [
        YearToken(
            span,
            digits(span.of(text)),
            any(title.holds(span.start) for title in titles),
            span in ends,
        )
        for span in spans
    ]


def with_year(text: str, token: YearToken, year: int) -> str:
    """The text with another year in the token's place, in the digits it was written in.

    The text keeps its length: what stands behind the year keeps its place.
    """
    old = token.span.of(text)
    figures = iter(str(year).translate(_script(old)))
    new = "".join(char if char.isspace() else next(figures) for char in old)
    return f"{text[: token.span.start]}{new}{text[token.span.end :]}"


def _spans(text: str) -> Iterator[Span]:
    return (Span(*match.span(1)) for match in _YEAR.finditer(text))


def _script(year: str) -> dict[int, int]:
    """From plain digits to those a year is written in."""
    if any(char in _HAN for char in year):
        zero = next((char for char in year if char in ZEROS), "〇")
        return str.maketrans("0123456789", zero + _HAN)
    return str.maketrans("0123456789", _WIDE) if any(char in _WIDE for char in year) else {}
