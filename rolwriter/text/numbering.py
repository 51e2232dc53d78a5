"""The numbering levels of official text: 一、 （一） 1. （1） and where a heading ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN_NUMBER = "[一二三四五六七八九十百]{1,4}"
_MARKERS = (
    (1, re.compile(rf"({_HAN_NUMBER})\s*[、，．.,]\s*")),
    (1, re.compile(rf"第({_HAN_NUMBER})[部章](?:分\s*[、：:，]?\s*|\s*)")),
    (2, re.compile(rf"[（(]\s*({_HAN_NUMBER})\s*[)）]\s*、?\s*")),
    (3, re.compile(r"(\d{1,2})\s*(?:[．、]|\.(?!\d))\s*")),
    (4, re.compile(r"[（(]\s*(\d{1,2})\s*[)）]\s*、?\s*")),
)
_SENTENCE_END = re.compile(r"[。！？；]")

RUN_IN_LIMIT = 60
"""Longest first sentence, in characters, that is still a heading run into its text."""
HEADING_LIMIT = 90
"""Longest heading on a line of its own; longer is a numbered paragraph of text."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A numbered opening: its level and the ends, in code points, of number and heading."""

    level: int
    marker_end: int
    heading_end: int
    number: str

    def is_run_in(self, text: str) -> bool:
        """Whether running text follows the heading in the same paragraph."""
        return self.heading_end < len(text)


def numbering_of(text: str) -> Numbering | None:
    """The numbered heading that opens the text; None for running text.

    A heading has the line to itself, or ends with the first sentence when text
    follows in the same paragraph (run-in). A numbered opening with a sentence too
    long for a heading is running text.
    """
    for level, pattern in _MARKERS:
        marker = pattern.match(text)
        if marker is None:
            continue
        if marker.end() == len(text):
            return None
        end = _SENTENCE_END.search(text, marker.end())
        if end is None or end.end() == len(text):
            heading_end = len(text)
            fits = heading_end <= HEADING_LIMIT
        else:
            heading_end = end.end()
            fits = heading_end <= RUN_IN_LIMIT and text[end.start()] == "。"
        if not fits:
            return None
        return Numbering(level, marker.end(), heading_end, marker.group(1))
    return None


def level_of(text: str) -> int:
    """The numbering level of a paragraph, 0 for running text."""
    numbering = numbering_of(text)
    return numbering.level if numbering else 0


def heading_end(text: str, level: int) -> int:
    """How many leading characters are heading, for a paragraph known to be of ``level``.

    The level may have been set by hand on a line without a number: then a first
    sentence that text follows is the heading, and otherwise the whole line.
    """
    if level == 0:
        return 0
    end = _SENTENCE_END.search(text)
    if end is None or end.end() > RUN_IN_LIMIT or text[end.start()] != "。":
        return len(text)
    return end.end()
