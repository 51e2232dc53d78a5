"""Explicit years in a text: 2024年, 2024年度, 2021—2025年."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rolwriter.text.spans import Span, book_titles

_YEAR = re.compile(
    r"(?<![\d〔\[.])((?:19|20)\d\d)(?=\s*年|\s*[—－\-~～至]{1,2}\s*(?:19|20)\d\d\s*年)"
)


@dataclass(frozen=True, slots=True)
class YearToken:
    """Four digits that name a year."""

    span: Span
    year: int
    in_title: bool
    """Inside 《》: part of a document's name, which no one may change."""


def years_in(text: str) -> list[YearToken]:
    """The explicit years in their order."""
    titles = list(book_titles(text))
    return [
        YearToken(
            Span(*match.span(1)),
            int(match.group(1)),
            any(title.holds(match.start()) for title in titles),
        )
        for match in _YEAR.finditer(text)
    ]


def with_year(text: str, token: YearToken, year: int) -> str:
    """The text with another year in the token's place."""
    return f"{text[: token.span.start]}{year}{text[token.span.end :]}"
