"""Text of a run without what no eye sees."""

from __future__ import annotations

import re

BREAK = "\n"
"""Ends a piece of a paragraph inside the walker; never leaves it."""

_SPACES = re.compile("[\r\n\x0b\x0c\x85]+")
_BREAKS = re.compile("[\u2028\u2029]")
# Control characters, soft hyphens, marks of width or direction, byte order marks.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_IDEOGRAPHIC_SPACE = "\u3000"


def is_plain(text: str) -> bool:
    """Whether a text needs no second look; quick, for it is asked of every paragraph."""
    return text.isprintable() or text.replace(_IDEOGRAPHIC_SPACE, "").isprintable()


def clean(text: str) -> tuple[str, int]:
    """The text as it shows, and how many unseen characters it lost.

    Line ends inside a run's text are layout of the XML and show as a space.
    """
    text = _BREAKS.sub(BREAK, _SPACES.sub(" ", text))
    return _UNSEEN.subn("", text)
