"""Which of a list's places comes next: from the cursor, from where the list stands, after a gap."""

from __future__ import annotations

from collections.abc import Container, Sequence
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


def next_key(order: Sequence[str], key: str, by: int, *, in_gap: bool) -> str:
    """The key ``by`` steps on from ``key``, round at the ends; empty when there is none.

    From a key that is not listed, the first (or with -1 the last). In a gap, where the entry
    the list stood at is gone, the one it stands at now is the next.
    """
    if not order:
        return ""
    here = order.index(key) if key in order else (-1 if by > 0 else 0)
    if in_gap and by > 0:
        here -= 1
    return order[(here + by) % len(order)]


def successor(order: Sequence[str], key: str, kept: Container[str]) -> tuple[str, bool]:
    """Where a list stands once ``key``, one of ``order``, is gone, and whether that is a gap.

    The first kept key behind it; at the end the last one before it, which is no gap; empty
    when none is left.
    """
    here = order.index(key)
    after = next((k for k in order[here + 1 :] if k in kept), "")
    before = next((k for k in reversed(order[:here]) if k in kept), "")
    return after or before, bool(after)
