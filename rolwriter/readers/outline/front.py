"""What stands before the first chapter: number, addressee, preamble, a web page's box."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolwriter.model.report import PartKind
from rolwriter.readers.outline.lines import Line, is_document_number, is_furniture, is_organ
from rolwriter.text.dates import issue_date

_ADDRESSEE = re.compile("[^。！？；]{2,80}[：:]")
_ANNOUNCES = re.compile("如下[：:]?$|报告[：:]$")
_PREAMBLE_END = re.compile("如下[：:。]?$")


def kinds_above(lines: Sequence[Line], end: int) -> list[PartKind | None]:
    """The kinds of the lines above the title; None for a blank line."""
    return [_aside(lines[i]) for i in range(end)]


def kinds_between(
    lines: Sequence[Line], start: int, end: int, *, chapters: bool
) -> list[PartKind | None]:
    """The kinds of the lines between the title and the first chapter.

    In a report without chapters only an opening paragraph that announces the report
    is a preamble: what follows it stays for the clerk to place.
    """
    kinds: list[PartKind | None] = []
    addressed = opened = False
    for i in range(start, end):
        line = lines[i]
        kind = _aside(line)
        if kind is PartKind.UNPLACED and not (is_furniture(line.text) and not opened):
            if opened and chapters:
                kind = PartKind.PREAMBLE
            elif opened or not line.body:
                kind = PartKind.UNPLACED
            elif issue_date(line.text):
                kind = PartKind.ISSUE_DATE
            elif is_organ(line.text):
                kind = PartKind.SIGNATURE
            elif not addressed and is_addressee(line.text):
                kind, addressed = PartKind.ADDRESSEE, True
            elif chapters or _PREAMBLE_END.search(line.text):
                kind, opened = PartKind.PREAMBLE, True
            else:
                opened = True
        kinds.append(kind)
    return kinds


def is_addressee(text: str) -> bool:
    """Whether a line names those the report goes to, as 区委、区政府： does."""
    return len(text) <= 81 and bool(_ADDRESSEE.fullmatch(text)) and not _ANNOUNCES.search(text)


def _aside(line: Line) -> PartKind | None:
    if not line.text:
        return None
    return PartKind.DOCUMENT_NUMBER if is_document_number(line.text) else PartKind.UNPLACED
