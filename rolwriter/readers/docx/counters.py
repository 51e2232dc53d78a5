"""Automatic numbers counted through a document: each numbered paragraph gets its typed label."""

from __future__ import annotations

import re
from collections.abc import Callable

from rolwriter.readers.docx.number_formats import write_number
from rolwriter.readers.docx.numbering import LEVELS, Level, ListDefinition
from rolwriter.readers.docx.styles import Style
from rolwriter.readers.docx.symbols import bullet
from rolwriter.readers.typed import gap

_PLACE = re.compile(r"%([1-9])")


class Counters:
    """The state of all lists while the paragraphs of a story go by in order."""

    def __init__(
        self, definitions: dict[str, ListDefinition], unknown: Callable[[str], None]
    ) -> None:
        """``unknown`` is told of each number format that cannot be written."""
        self._definitions = definitions
        self._unknown = unknown
        self._counts: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def label(self, num_id: str, direct_level: int | None, style: Style, text: str) -> str:
        """The label to put before a paragraph's text; "" where it has none. Counts it."""
        definition = self._definitions.get(num_id)
        if definition is None:
            return ""
        index = definition.level_for(direct_level, style)
        level = definition.levels.get(index)
        if level is None:
            return ""
        self._count(num_id, definition, index, level)
        if level.hidden:
            return ""
        label = self._write(definition, level)
        return label + gap(label, text, level.suffix)

    def _count(self, num_id: str, definition: ListDefinition, index: int, level: Level) -> None:
        counts = self._counts.setdefault(definition.abstract_id, [None] * LEVELS)
        start = definition.starts.get(index)
        before = counts[index]
        if start is not None and (num_id, index) not in self._restarted:
            self._restarted.add((num_id, index))
            counts[index] = start
        else:
            counts[index] = level.start if before is None else before + 1
        for deeper in range(index + 1, LEVELS):
            below = definition.levels.get(deeper)
            restart = below.restart if below else None
            if restart is None or index < restart:
                counts[deeper] = None

    def _write(self, definition: ListDefinition, level: Level) -> str:
        counts = self._counts[definition.abstract_id]
        if level.number_format == "bullet":
            return "".join(bullet(character, level.font) for character in level.text)

        def number(place: re.Match[str]) -> str:
            index = int(place.group(1)) - 1
            counted = definition.levels.get(index)
            if counted is None:
                return ""
            count = counts[index]
            value = counted.start if count is None else count
            return self._number(value, counted, legal=level.legal)

        return _PLACE.sub(number, level.text)

    def _number(self, value: int, level: Level, *, legal: bool) -> str:
        if legal and level.number_format != "none":
            return str(value)
        if level.width:
            return str(value).zfill(level.width)
        written = write_number(value, level.number_format)
        if written is None:
            self._unknown(level.number_format)
            return str(value)
        return written
