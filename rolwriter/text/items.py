"""The items of a 一是…二是… chain, the way official text counts points within a paragraph."""

from __future__ import annotations

import re

from rolwriter.text.spans import Span

_ITEM = re.compile(r"(?:^|(?<=[。；;：:，,！？\s]))(?:[一二三四五六七八九十]{1,3})是(?=[^否])")
_NUMBER = re.compile("^[一二三四五六七八九十]{1,3}是")
_STOP = re.compile("[。；;]")
_FIRST = re.compile(r"[一]是")


def items_in(text: str) -> list[Span]:
    """The items of the chain, each with its number, in order; empty when there is none.

    A chain begins with 一是; what stands before it is no item.
    """
    starts = [match.start() for match in _ITEM.finditer(text)]
    if not starts or not _FIRST.match(text, starts[0]):
        return []
    ends = [*starts[1:], len(text)]
    return [_trimmed(text, start, end) for start, end in zip(starts, ends, strict=True)]


def topic(item: str) -> str:
    """An item's topic: its first sentence without the number and the full stop."""
    return _STOP.split(_NUMBER.sub("", item), maxsplit=1)[0].strip()


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
