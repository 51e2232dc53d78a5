"""Where everything stands on the pages of the 定稿, for the window, its lists and the verb.

Measured in cells, so that the answer is the same on every machine and costs no font; real
fonts differ from it in their digits and Latin letters only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from operator import itemgetter
from threading import Lock

from rolwriter.catalog.page_format import PageFormat
from rolwriter.model.dispatch import CopyKind
from rolwriter.model.project import Project
from rolwriter.writers.layout.compose import compose
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.page import Layout, Place, PlacedLine, SetPage
from rolwriter.writers.layout.pages import Typesetter, lay_out


class PagePlaces:
    """On which page and line of a layout words of the report stand."""

    def __init__(self, layout: Layout) -> None:
        self.count = len(layout.pages)
        """How many pages there are."""
        self._lines = dict[str, list[tuple[int, Place]]]()
        for page in layout.pages:
            for placed in page.lines:
                if placed.block.paragraph_id:
                    found = self._lines.setdefault(placed.block.paragraph_id, [])
                    found.append((placed.line.start, Place(page.number, placed.number)))
        self._rows = {key: at for key, at in layout.places.items() if key not in self._lines}

    def of(self, paragraph_id: str, at: int = 0) -> Place | None:
        """Where the paragraph's character ``at`` stands; None for what is on no page."""
        lines = self._lines.get(paragraph_id)
        if lines is None:
            return self._rows.get(paragraph_id)
        upto = bisect_right(lines, at, key=itemgetter(0))
        return lines[max(0, upto - 1)][1]

    def words(self, paragraph_id: str, at: int = 0) -> str:
        """``第3页第12行``; empty for what is on no page."""
        place = self.of(paragraph_id, at)
        return f"第{place.page}页第{place.line}行" if place else ""


class FormalPages:
    """The pages of the open project's 定稿; after a key only what changed is broken anew.

    May be asked on any thread.
    """

    def __init__(self, page_format: Callable[[], PageFormat]) -> None:
        self._format = page_format
        self._lock = Lock()
        self._typesetter: Typesetter | None = None
        self._set_for: PageFormat | None = None

    def of(self, project: Project) -> PagePlaces:
        """Where everything stands, in the format as it is now."""
        page_format = self._format()
        copy = compose(project.report, CopyKind.FORMAL, project.dispatch, page_format)
        with self._lock:
            if self._typesetter is None or page_format != self._set_for:
                self._typesetter = Typesetter(CellMeasure(page_format))
                self._set_for = page_format
            return PagePlaces(self._typesetter.lay_out(copy))


def cell_layout(copy: Copy) -> Layout:
    """The copy on its pages, measured in cells."""
    return lay_out(copy, CellMeasure(copy.page_format))


def layout_json(layout: Layout) -> dict[str, object]:
    """Pages with their lines, where each paragraph begins, and where pages part."""
    return {
        "kind": layout.copy.kind,
        "pages": [_page(page) for page in layout.pages],
        "places": {
            paragraph: {"page": place.page, "line": place.line}
            for paragraph, place in layout.places.items()
        },
        "breaks": [_break(page) for page in layout.pages[1:]],
    }


def layout_lines(layout: Layout) -> list[str]:
    """The same to read: a heading a page, its lines under it."""
    said = list[str]()
    for page in layout.pages:
        said.append(f"—— 第{page.number}页，{len(page.lines)}行 ——")
        said += [_text(placed) for placed in page.lines]
        said += ["｜".join(cell.text for cell in row.cells) for row in page.rows]
        if page.colophon_top is not None:
            said.append("（版记）")
    return said


def _page(page: SetPage) -> dict[str, object]:
    return {
        "number": page.number,
        "landscape": page.landscape,
        "numbered": page.numbered,
        "colophon": page.colophon_top is not None,
        "lines": [
            {
                "line": placed.number,
                "text": _text(placed),
                "paragraph": placed.block.paragraph_id,
                "start": placed.line.start,
                "end": placed.line.end,
                "top": round(placed.top),
                "left": round(placed.line.left),
            }
            for placed in page.lines
        ],
        "rows": [
            {"cells": [cell.text for cell in row.cells], "paragraph": row.paragraph_id}
            for row in page.rows
        ],
    }


def _break(page: SetPage) -> dict[str, object]:
    """Which paragraph a page begins with, and at which of its characters."""
    first = page.lines[0] if page.lines else None
    return {
        "page": page.number,
        "paragraph": first.block.paragraph_id if first else "",
        "start": first.line.start if first else 0,
        "text": _text(first) if first else "",
    }


def _text(placed: PlacedLine) -> str:
    return placed.block.text[placed.line.start : placed.line.end]
