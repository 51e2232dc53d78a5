"""What openpyxl does not tell of a sheet: merged cells, formulas without a result, far cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, cast

from lxml import etree as _untyped  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

from rolwriter.model.sheets import Area
from rolwriter.readers.xlsx.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS

_etree = cast("Any", _untyped)
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")


@dataclass(slots=True)
class Survey:
    """What was found; keys of ``uncalculated`` are (row, column), values the formulas."""

    merges: tuple[Area, ...] = ()
    uncalculated: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    beyond: bool = False
    valued: bool = False
    """Some cell within the limits holds a number."""


def survey(data: bytes) -> Survey:
    """Look through a sheet's part, piece by piece, so that its length costs no memory.

    lxml's own errors for XML that is not well-formed pass through.
    """
    found = Survey()
    merges = list[Area]()
    row = column = 0
    # Any: lxml has no types
    steps: Any = _etree.iterparse(
        BytesIO(data),
        events=("start", "end"),
        tag=("{*}row", "{*}c", "{*}mergeCell"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    for event, element in steps:
        tag = str(element.tag).rpartition("}")[2]
        if tag == "row":
            if event == "start":
                row, column = _number(element.get("r")) or row + 1, 0
            else:
                element.clear()
        elif event == "start":
            continue
        elif tag == "c":
            row, column = place_of(element.get("r") or "") or (row, column + 1)
            _look_at(element, row, column, found)
        elif len(merges) < MAX_MERGES:
            area = _area(element.get("ref") or "")
            if area is not None:
                merges.append(area)
    found.merges = tuple(merges)
    return found


def place_of(reference: str) -> tuple[int, int] | None:
    """(row, column) of a reference such as F12 or $F$12; None for anything else."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _look_at(element: Any, row: int, column: int, found: Survey) -> None:  # noqa: ANN401 - untyped library
    children: dict[str, str] = {
        str(child.tag).rpartition("}")[2]: "".join(child.itertext())
        for child in element
        if isinstance(child.tag, str)
    }
    if row > MAX_ROWS or column > MAX_COLUMNS:
        found.beyond = found.beyond or any(text.strip() for text in children.values())
        return
    # other values are numbers of shared texts, which can be blank
    found.valued = found.valued or (element.get("t", "n") == "n" and bool(children.get("v")))
    if (
        "f" in children
        and not children.get("v")
        and element.get("t") != "str"
        and len(found.uncalculated) < MAX_CELLS
    ):
        found.uncalculated[row, column] = f"={children['f']}"


def _area(reference: str) -> Area | None:
    """The area, cut off where reading ends: a merge over a million rows costs no more."""
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None or start[0] > MAX_ROWS or start[1] > MAX_COLUMNS:
        return None
    return Area(*start, min(end[0], MAX_ROWS), min(end[1], MAX_COLUMNS))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 9 else 0
