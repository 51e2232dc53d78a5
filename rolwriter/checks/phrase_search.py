"""Many phrases found in one pass over a text (an Aho–Corasick automaton)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

_T = TypeVar("_T")


class PhraseSearch(Generic[_T]):
    """Finds the phrases of a table; time is linear in the text, whatever the table's size.

    ``shields``: longer words inside which nothing is found (宣布署名 holds 布署).
    """

    def __init__(self, phrases: Mapping[str, _T], shields: Iterable[str] = ()) -> None:
        self._values = list(phrases.values())
        self._automaton = AhoCorasick([*phrases, *shields])

    def find(self, text: str) -> Iterator[tuple[int, int, _T]]:
        """(start, end, value) in the order of the text; of two that overlap the longer one."""
        met = self._automaton.find_matches_as_indexes(text, overlapping=True)
        places = ((start, end, which) for which, start, end in met)
        for start, end, which in longest_apart(places, len(text)) if len(met) > 1 else places:
            if which < len(self._values):
                yield start, end, self._values[which]


class WordSet:
    """Tells which of its words stand in a text, wherever and however often."""

    def __init__(self, words: Iterable[str]) -> None:
        words = sorted(words)
        # a character is told by `in` much faster than by an automaton that meets it everywhere
        self._characters = [word for word in words if len(word) == 1]
        self._words = [word for word in words if len(word) > 1]
        self._automaton = AhoCorasick(self._words)

    def present_in(self, text: str) -> set[str]:
        """The words and characters that the text holds."""
        met = self._automaton.find_matches_as_indexes(text, overlapping=True)
        present = {character for character in self._characters if character in text}
        present.update(self._words[which] for which, _, _ in met)
        return present


def longest_apart(places: Iterable[tuple[int, int, _T]], length: int) -> list[tuple[int, int, _T]]:
    """The places of a text of that length that overlap no longer one, nor an equal one before."""
    covered = bytearray(length)
    taken = list[tuple[int, int, _T]]()
    for start, end, value in sorted(places, key=lambda place: (place[0] - place[1], place[0])):
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            taken.append((start, end, value))
    return sorted(taken, key=lambda place: place[0])
