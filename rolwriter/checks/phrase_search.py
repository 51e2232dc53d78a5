"""Many phrases found in one pass over a text (an Aho–Corasick automaton)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar, cast

import ahocorasick  # pyright: ignore[reportMissingTypeStubs]

_T = TypeVar("_T")


class PhraseSearch(Generic[_T]):
    """Finds the phrases of a table; time is linear in the text, whatever the table's size.

    ``shields``: longer words inside which nothing is found (宣布署名 holds 布署).
    """

    def __init__(self, phrases: Mapping[str, _T], shields: Iterable[str] = ()) -> None:
        # The library has no types: this is the one place that touches it.
        automaton = cast("Any", ahocorasick).Automaton()
        for word in shields:
            automaton.add_word(word, (word, None))
        for phrase, value in phrases.items():
            automaton.add_word(phrase, (phrase, (value,)))
        automaton.make_automaton()
        self._iter = automaton.iter if phrases else None

    def find(self, text: str) -> Iterator[tuple[int, int, _T]]:
        """(start, end, value) in the order of the text; of two that overlap the longer one."""
        if self._iter is None:
            return
        met = [
            (end + 1 - len(phrase), end + 1, found)
            for end, (phrase, found) in cast("Iterable[tuple[int, Any]]", self._iter(text))
        ]
        met.sort(key=lambda place: (place[0] - place[1], place[0]))
        covered = bytearray(len(text) if met else 0)
        taken = list[tuple[int, int, Any]]()
        for start, end, found in met:
            if not any(covered[start:end]):
                covered[start:end] = b"\1" * (end - start)
                taken.append((start, end, found))
        for start, end, found in sorted(taken, key=lambda place: place[0]):
            if found is not None:
                yield start, end, found[0]
