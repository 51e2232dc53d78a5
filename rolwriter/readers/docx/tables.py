"""Tables as rows of text: where rows and cells are, and which cells show nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from rolwriter.readers.docx.findings import Findings
from rolwriter.readers.docx.names import (
    ALTERNATE,
    CELL,
    DELETED,
    MOVED_AWAY,
    ROW,
    TBL,
    VAL,
    P,
    R,
    w,
)
from rolwriter.readers.docx.styles import number_of
from rolwriter.readers.docx.words import chosen_branch, words_of
from rolwriter.readers.guard import Element
from rolwriter.readers.guard.limits import MAX_SPAN

_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")


def rows(table: Element, findings: Findings) -> Iterator[Element]:
    """The rows that stand, also inside content controls; a stray paragraph is one too."""
    for element in _parts(table, (ROW, P, TBL, R)):
        properties = element.find(_ROW_PROPERTIES)
        is_deleted = properties is not None and (
            properties.find(DELETED) is not None or properties.find(MOVED_AWAY) is not None
        )
        if is_deleted:
            findings.deletions.append(words_of(element))
        else:
            yield element


def cells(row: Element, findings: Findings) -> Iterator[tuple[Element | None, int]]:
    """The cells of a row and how many columns each spans; None for one that shows nothing."""
    if row.tag != ROW:
        yield row, 1
        return
    before = number_of(row.find(_ROW_PROPERTIES), w("gridBefore")) or 0
    if before > 0:
        yield None, min(before, MAX_SPAN)
    for element in _parts(row, (CELL, P, TBL, R)):
        properties = element.find(_CELL_PROPERTIES)
        span = min(max(number_of(properties, w("gridSpan")) or 1, 1), MAX_SPAN)
        if properties is None:
            yield element, span
        elif properties.find(w("cellDel")) is not None:
            findings.deletions.append(words_of(element))
        elif _is_covered(properties):
            words = words_of(element)
            if words:
                findings.covered_cells.append(words)
            yield None, span
        else:
            yield element, span


def is_frame(table: Element) -> bool:
    """Whether the table is a mere frame around text: one cell with several paragraphs."""
    found = list(islice(table.iter(ROW, CELL), 3))
    return len(found) == 2 and sum(1 for _ in found[1].iterchildren(P)) > 1


def _is_covered(properties: Element) -> bool:
    """Whether the cell lies under the one above or before it that it is merged with."""
    for name in ("vMerge", "hMerge"):
        merge = properties.find(w(name))
        if merge is not None and merge.get(VAL) in (None, "continue"):
            return True
    return False


def _parts(element: Element, wanted: tuple[str, ...]) -> Iterator[Element]:
    """The nearest elements of these names below one, whatever wraps them."""
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen_branch(child)
            if branch is not None:
                yield from _parts(branch, wanted)
        elif len(child):
            yield from _parts(child, wanted)
