"""Places in a text: half-open spans in code points, and what encloses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TITLE_MARKS = re.compile("《[^《》]*》")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``, counted in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters in the span."""
        return text[self.start : self.end]

    def holds(self, position: int) -> bool:
        """Whether the character at ``position`` lies in the span."""
        return self.start <= position < self.end


def book_titles(text: str) -> Iterator[Span]:
    """The names in 《》, marks included; of nested marks the inner pair."""
    return (Span(*match.span()) for match in _TITLE_MARKS.finditer(text))
