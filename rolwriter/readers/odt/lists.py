"""Automatic numbers of an OpenDocument text, counted while its lists go by in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rolwriter.readers.docx.number_formats import write_number
from rolwriter.readers.docx.symbols import bullet
from rolwriter.readers.odt.styles import ListLevel, ListStyle
from rolwriter.readers.typed import gap

_PLACE = re.compile(r"%(\d{1,2})%")

Counts = dict[int, int]
"""How far each level has counted."""


@dataclass(slots=True)
class OpenList:
    """A list that is being read: its style and how far it has counted."""

    style: ListStyle
    counts: Counts = field(default_factory=dict[int, int])


class Numbering:
    """The lists met so far, so that a later one can continue an earlier one."""

    def __init__(self, unknown: set[str]) -> None:
        """``unknown`` gathers the number formats that cannot be written."""
        self._unknown = unknown
        self._by_id: dict[str, OpenList] = {}
        self._last: dict[str, OpenList] = {}
        self._outline: Counts = {}

    def open(
        self, style: ListStyle, name: str, list_id: str, continued: str, *, go_on: bool
    ) -> OpenList:
        """A top-level list: its own count, or on from the list that it continues."""
        before = self._by_id.get(continued) or (self._last.get(name) if go_on else None)
        opened = OpenList(style, before.counts if before else {})
        self._last[name] = opened
        if list_id:
            self._by_id[list_id] = opened
        return opened

    def label(self, opened: OpenList, level: int, start: int | None, text: str) -> str:
        """The typed number of an item's first paragraph, with what parts it from the text."""
        return self._next(opened.style, opened.counts, level, start, text)

    def heading(self, style: ListStyle, level: int, start: int | None, text: str) -> str:
        """The typed number of a heading that the outline itself numbers."""
        return self._next(style, self._outline, level, start, text)

    def _next(
        self, style: ListStyle, counts: Counts, level: int, start: int | None, text: str
    ) -> str:
        definition = style.get(level)
        if definition is None:
            return ""
        first = definition.start if start is None else start
        counted = counts.get(level)
        counts[level] = first if counted is None or start is not None else counted + 1
        for deeper in [index for index in counts if index > level]:
            del counts[deeper]
        label = self._write(style, definition, counts)
        return label + gap(label, text, definition.suffix)

    def _write(self, style: ListStyle, definition: ListLevel, counts: Counts) -> str:
        if definition.is_bullet:
            return "".join(bullet(character, "") for character in definition.template)

        def number(place: re.Match[str]) -> str:
            index = int(place.group(1))
            counted = style.get(index)
            if counted is None:
                return ""
            value = counts.get(index, counted.start)
            written = write_number(value, counted.number_format)
            if written is None:
                self._unknown.add(counted.number_format)
                return str(value)
            return written

        return _PLACE.sub(number, definition.template)
