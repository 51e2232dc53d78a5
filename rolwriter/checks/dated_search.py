"""Where the dated phrases of the catalogue stand in a text."""

from __future__ import annotations

import re
from functools import lru_cache

from rolwriter.catalog.phrases import DatedPhrases, Phrase
from rolwriter.checks.phrase_search import PhraseSearch, longest_apart, without_quotes

_Found = tuple[tuple[int, int, Phrase], ...]


class DatedSearch:
    """Finds each phrase in all its forms; quotation marks may stand anywhere in them."""

    def __init__(self, phrases: DatedPhrases) -> None:
        all_phrases = phrases.by_id.values()
        self._forms = PhraseSearch({form: p for p in all_phrases for form in p.forms})
        self._patterns = [(re.compile(p.pattern), p) for p in all_phrases if p.pattern]
        # several rules ask for the same paragraph, one after another
        self.find = lru_cache(maxsize=4)(self._find)

    def _find(self, text: str) -> _Found:
        """(start, end, phrase) in the order of the text; of two that overlap the longer one."""
        found = self._in_forms(text)
        for pattern, phrase in self._patterns:
            if not phrase.needs or any(word in text for word in phrase.needs):
                found += [(*match.span(), phrase) for match in pattern.finditer(text)]
        return tuple(longest_apart(found, len(text)) if len(found) > 1 else found)

    def _in_forms(self, text: str) -> list[tuple[int, int, Phrase]]:
        bare = without_quotes(text)
        found = list(self._forms.find(bare))
        if not found or len(bare) == len(text):
            return found
        places = [place for place, char in enumerate(text) if char not in '“”"']
        return [
            (*_with_quotes(text, places[start], places[end - 1] + 1), phrase)
            for start, end, phrase in found
        ]


@lru_cache(maxsize=4)
def dated_search(phrases: DatedPhrases) -> DatedSearch:
    """The search for one catalogue's phrases, made when first asked for."""
    return DatedSearch(phrases)


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The place with the other half of a quotation mark within: “八五”普法."""
    words = text[start:end]
    first = words.find("”") >= 0 and "“" not in words[: words.find("”")]
    last = words.rfind("“") >= 0 and "”" not in words[words.rfind("“") :]
    return (
        start - 1 if first and text[start - 1 : start] == "“" else start,
        end + 1 if last and text[end : end + 1] == "”" else end,
    )
