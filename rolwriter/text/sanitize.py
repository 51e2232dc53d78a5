"""Characters no document can hold: they are taken out where text comes in, and counted."""

from __future__ import annotations

import re

_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def writable(text: str) -> str:
    """The text without control characters, lone surrogates and noncharacters.

    XML 1.0 and UTF-8 have no way to write these, so a file with them could not be
    saved or exported. Tabs and line ends stay.
    """
    return _UNWRITABLE.sub("", text)


def lines_of(text: str) -> list[str]:
    """The writable lines of a text, whatever ends them; always at least one."""
    return [writable(line) for line in _LINE_ENDS.split(text)]
