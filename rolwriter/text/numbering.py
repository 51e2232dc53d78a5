"""The numbering levels of official text: 一、 （一） 1. （1） and where a heading ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN_NUMBER = "[一二三四五六七八九十百]{1,4}"
_LIST_RESIDUE = r"(?:\d{1,2}\s?[.．、]\s?)?"
"""The number an editor put before a typed one when it took the line for a list: 1. （一）."""
_MARKERS = (
    # not 一、二、三级: a run of numbers is running text
    (1, re.compile(rf"{_LIST_RESIDUE}({_HAN_NUMBER})\s?[、，．.,](?!{_HAN_NUMBER}[、，])\s*")),
    (1, re.compile(rf"第({_HAN_NUMBER})(?:部分\s*[、：:，]?|章)\s*")),
    (2, re.compile(rf"{_LIST_RESIDUE}[（(]\s?({_HAN_NUMBER})\s?[)）]\s?、?\s*")),
    (3, re.compile(r"(\d{1,2})\s?(?:[．、]|\.(?!\d))\s*")),
    (4, re.compile(r"[（(]\s?(\d{1,2})\s?[)）]\s?、?\s*")),
)
_SENTENCE_END = re.compile(r"[。！？；]|[：:\s](?=一是)")
"""Where a heading may end; a chain of 一是 after a colon or a blank ends it too."""

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
        end = _heading_end(text, marker.end())
        return Numbering(level, marker.end(), end, marker.group(1)) if end else None
    return None


def level_of(text: str) -> int:
    """The numbering level of a paragraph, 0 for running text."""
    numbering = numbering_of(text)
    return numbering.level if numbering else 0


def heading_end(text: str, level: int) -> int:
    """How many leading characters are heading, for a paragraph known to be of ``level``.

    The level may have been set by hand on a line without a number, or on one too
    long for a heading: then the whole line is the heading.
    """
    return (_heading_end(text, 0) or len(text)) if level else 0


def _heading_end(text: str, start: int) -> int | None:
    """Where the heading ends whose words begin at ``start``; None when it is no heading."""
    end = _SENTENCE_END.search(text, start)
    if end is None or end.end() == len(text):
        return len(text) if len(text) <= HEADING_LIMIT else None
    if end.end() > RUN_IN_LIMIT or text[end.start()] in "！？；":
        return None
    return end.end()
