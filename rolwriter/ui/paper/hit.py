"""Which paragraph stands at a place of a page."""

from __future__ import annotations

from rolwriter.writers.layout.page import SetPage


def paragraph_at(page: SetPage, x: float, y: float) -> str:
    """The id of the paragraph whose line or row is there or next above; empty: none.

    ``x`` and ``y`` in twips from the upper left corner of the type area.
    """
    for row in page.rows:
        if row.top <= y < row.top + row.height:
            return row.paragraph_id
    rows = [line for line in page.lines if line.top <= y]
    if not rows:
        return ""
    lowest = max(line.top for line in rows)
    level = [line for line in rows if line.top == lowest]
    here = [line for line in level if line.line.left <= x] or level
    return here[-1].block.paragraph_id
