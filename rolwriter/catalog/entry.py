"""What every table of the catalogue has in common."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a catalogue file: a value; a name it does not know is an error."""


def check_patterns(patterns: Iterable[str]) -> None:
    """ValueError, in Chinese, for one that is no regular expression."""
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"“{pattern}”不是正确的查找式（正则表达式）") from error


def any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """One expression for all; None when there are none."""
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(joined) if joined else None
