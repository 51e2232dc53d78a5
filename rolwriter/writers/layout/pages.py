"""A copy on pages: which line stands where, what begins a page, where the colophon goes.

The rules are those that Word and LibreOffice follow with the styles of our Word file, so
that screen, print and Word file part pages at the same words.
"""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.closing import ClosingPlaces, place_closing
from rolwriter.writers.layout.colophon import set_colophon
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.filling import Filled, Filling
from rolwriter.writers.layout.flow import Flow
from rolwriter.writers.layout.items import set_items
from rolwriter.writers.layout.page import Layout, Measure, SetPage
from rolwriter.writers.layout.setting import Setter


def lay_out(copy: Copy, measure: Measure) -> Layout:
    """The copy on its pages; same copy and measure, same layout."""
    return Typesetter(measure).lay_out(copy)


@dataclass(frozen=True, slots=True)
class _Last:
    """What was laid out last, and what it depended on besides its items."""

    setter: Setter
    frame: tuple[tuple[bool, bool], ...]
    """Each section's paper and numbering."""
    closing: ClosingPlaces
    filled: Filled


class Typesetter:
    """Lays out copies one after the other.

    Of a copy that differs little from the one before, only changed paragraphs are broken
    anew and only the pages that moved are filled anew.
    """

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._last: _Last | None = None

    def lay_out(self, copy: Copy) -> Layout:
        """The copy on its pages."""
        form, last = copy.page_format, self._last
        frame = tuple((section.landscape, section.numbered) for section in copy.sections)
        text = [block for block in copy.blocks if isinstance(block, Block)]
        closing = place_closing(text, form)
        setter = last.setter if last and last.setter.format == form else Setter(form, self._measure)
        same = last and (last.setter, last.frame, last.closing) == (setter, frame, closing)
        old = last.filled if last and same else None
        items = set_items(copy, setter, closing, old.items if old else ())
        filled = Filling(form, copy.sections, items).fill(old)
        self._last = _Last(setter, frame, closing, filled)
        return Layout(copy, _with_colophon(copy, filled, setter), filled.places)


def _with_colophon(copy: Copy, filled: Filled, setter: Setter) -> tuple[SetPage, ...]:
    """All pages; the colophon stands at the foot of the last, which is even.

    Pages added for it alone have no number.
    """
    form, flow = copy.page_format, Flow(copy.page_format)
    flow.pages, flow.page = list(filled.pages), filled.last
    if copy.colophon is None:
        flow.end_page()
        return tuple(flow.pages)
    height = set_colophon(copy.colophon, setter).height
    number, last = len(flow.pages) + 1, filled.last
    fits = last is not None and not last.landscape and flow.room_for(height + form.grid.line)
    if number % 2 or not fits:
        flow.begin(landscape=False, numbered=False)
        if number % 2 == 0:
            flow.begin(landscape=False, numbered=False)
    flow.end_page(form.text_height - height)
    return tuple(flow.pages)
