"""Many phrases found in one pass over a text (an Aho–Corasick automaton)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

_T = TypeVar("_T")
_LONE = re.compile("[\ud800-\udfff]")


class PhraseSearch(Generic[_T]):
    """Finds the phrases of a table; time is linear in the text, whatever the table's size.

    ``shields``: longer words inside which nothing is found (宣布署名 holds 布署).
    """

    def __init__(self, phrases: Mapping[str, _T], shields: Iterable[str] = ()) -> None:
        self._values = list(phrases.values())
        self._automaton = AhoCorasick([*phrases, *shields])

    def find(self, text: str) -> Iterator[tuple[int, int, _T]]:
        """(start, end, value) in the order of the text; of two that overlap the longer one."""
        met = _matches(self._automaton, text)
        places = ((start, end, which) for which, start, end in met)
        for start, end, which in longest_apart(places, len(text)) if len(met) > 1 else places:
            if which < len(self._values):
                yield start, end, self._values[which]


class WordFlags:
    """Joins the flags of all its words that stand in a text, wherever and however often.

    A word counts too where quotation marks stand within it (“八五”普法 holds 八五普法).
    """

    def __init__(self, words: Mapping[str, int]) -> None:
        self._flags = list(words.values())
        self._automaton = AhoCorasick(list(words))

    def in_text(self, text: str) -> int:
        """The flags of the words that the text holds, as bits of one number."""
        found = 0
        for which, _, _ in _matches(self._automaton, text):
            found |= self._flags[which]
        bare = without_quotes(text)
        if len(bare) < len(text):
            for which, _, _ in _matches(self._automaton, bare):
                found |= self._flags[which]
        return found


def without_quotes(text: str) -> str:
    """The text without its double quotation marks, curved or straight."""
    return text.replace("“", "").replace("”", "").replace('"', "")


def _matches(automaton: AhoCorasick, text: str) -> list[tuple[int, int, int]]:
    """(which, start, end) of all words, also in a text that holds half a surrogate pair."""
    try:
        return automaton.find_matches_as_indexes(text, overlapping=True)
    except UnicodeEncodeError:
        return automaton.find_matches_as_indexes(_LONE.sub("\ufffd", text), overlapping=True)


def longest_apart(places: Iterable[tuple[int, int, _T]], length: int) -> list[tuple[int, int, _T]]:
    """The places of a text of that length that overlap no longer one, nor an equal one before."""
    covered = bytearray(length)
    taken = list[tuple[int, int, _T]]()
    for start, end, value in sorted(places, key=lambda place: (place[0] - place[1], place[0])):
        if not any(covered[start:end]):
            covered[start:end] = b"\1" * (end - start)
            taken.append((start, end, value))
    return sorted(taken, key=lambda place: place[0])
