"""Which of a list's places comes next from where the cursor is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolwriter.model.finding import Location
from rolwriter.model.report import Report


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the text: a paragraph, and a code point in its words."""

    paragraph_id: str
    at: int = 0


def nearest(report: Report, places: Sequence[Location], cursor: Place, by: int) -> int | None:
    """The first place that holds the cursor or begins behind it; ``by`` -1: the last before it.

    Round at the ends. None when the cursor's paragraph is gone, or no place is in the text.
    """
    rows = {paragraph.id: row for row, paragraph in enumerate(report.paragraphs)}
    here = rows.get(cursor.paragraph_id)
    known = sorted(
        ((rows[p.paragraph_id], p.start), (rows[p.paragraph_id], max(p.end - 1, p.start)), number)
        for number, p in enumerate(places)
        if p.paragraph_id in rows
    )
    if here is None or not known:
        return None
    spot = (here, cursor.at)
    if by > 0:
        return next((n for _, last, n in known if last >= spot), known[0][2])
    return next((n for first, _, n in reversed(known) if first < spot), known[-1][2])
