"""Items onto pages: what begins a page, and how pages set before are used again.

A page that the flow of text began, and not a section or a table, depends on what stands
after its beginning alone. So after a change the pages before it stay, and as soon as a new
page begins where an old one did, with nothing but old text after it, the old pages follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rolwriter.catalog.page_format import PageFormat
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import Section, TableBlock
from rolwriter.writers.layout.flow import Flow, OpenPage
from rolwriter.writers.layout.items import CLOSING, Item, Items
from rolwriter.writers.layout.page import Place, SetLine, SetPage
from rolwriter.writers.layout.table_flow import set_table

_WITH_SIGNATURE = 1
"""So many lines of text go along to a page that would hold nothing but the signature."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where the flow of text began a page."""

    page: int
    """How many pages stand before it."""
    item: int
    line: int
    kept: int
    """How many last lines of the item a later page is to begin with."""
    looked: int
    """The last item that had a say in what stands before this page."""


@dataclass(frozen=True, slots=True)
class Filled:
    """All items on pages; the last page is still open, for a colophon."""

    items: tuple[Item, ...]
    pages: tuple[SetPage, ...]
    last: OpenPage | None
    places: dict[str, Place]
    starts: tuple[Start, ...]


class Filling:
    """Fills pages with the items of one copy."""

    def __init__(self, page_format: PageFormat, sections: Sequence[Section], items: Items) -> None:
        self._format = page_format
        self._sections = sections
        self._items = items.all
        self._same = items
        self._flow = Flow(page_format)
        self._starts = list[Start]()
        self._looked = 0
        self._old: Filled | None = None
        self._ends: dict[tuple[int, int, int], Start] = {}

    def fill(self, old: Filled | None = None) -> Filled:
        """The items on pages; ``old`` are the pages of the copy the items were kept from."""
        begin = 0
        if old is not None:
            self._old = old
            older = len(old.items)
            self._ends = {
                (older - start.item, start.line, start.kept): start
                for start in old.starts
                if older - start.item <= self._same.same_tail
            }
            begin = self._resume(old)
        for at in range(begin, len(self._items)):
            if self._met or self._place(at):
                break
        flow = self._flow
        return Filled(self._items, tuple(flow.pages), flow.page, flow.places, tuple(self._starts))

    @property
    def _met(self) -> bool:
        """Whether the old pages have been taken over."""
        return self._old is None and bool(self._ends)

    def _resume(self, old: Filled) -> int:
        """Take the pages before the change; the answer is the item to go on with."""
        fits = [start for start in old.starts if start.looked < self._same.same_head]
        if not fits:
            return 0
        start = fits[-1]
        self._starts = list(fits)
        self._looked = start.looked
        section = self._sections[self._items[start.item].section]
        places = {key: place for key, place in old.places.items() if place.page <= start.page}
        last = OpenPage(section.landscape, section.numbered)
        self._flow.take_over(old.pages[: start.page], last, places)
        item = self._items[start.item]
        if isinstance(item.content, Block):
            self._set(start.item, item.content, item.lines, start.kept, start.line)
        return start.item + 1

    def _place(self, at: int) -> bool:
        """Set an item; whether the old pages follow from here."""
        flow, item = self._flow, self._items[at]
        if item.first:
            section = self._sections[item.section]
            flow.begin(landscape=section.landscape, numbered=section.numbered)
        if isinstance(item.content, TableBlock):
            above = self._items[at - 1].content if not item.first else None
            if isinstance(above, Block) and not flow.open.empty:
                flow.open.top += self._format.after(above.kind)
            set_table(flow, item.content, item.rows)
            return False
        self._begin(at, item, item.content)
        if not flow.open.empty and not flow.room_for(self._held(at)):
            flow.new_page()
        kept = self._kept_for_closing(at)
        if flow.open.empty and not flow.open.top and not item.first and self._begins(at, 0, kept):
            return True
        return self._set(at, item.content, item.lines, kept)

    def _begin(self, at: int, item: Item, block: Block) -> None:
        """Go down by the distance between two blocks; at the head of a page there is none."""
        flow, layout = self._flow, self._format.paragraphs[block.kind]
        alone = item.first
        if layout.new_page and not flow.open.empty:
            flow.new_page()
            alone = True
        if alone:
            flow.open.top += self._format.before(block.kind)
        elif not flow.open.empty:
            flow.open.top += self._between(at - 1, block)
        if not layout.off_grid:
            flow.to_grid()

    def _between(self, at: int, below: Block) -> float:
        """The larger of both distances; none between neighbours of one kind."""
        above, before = self._items[at].content, self._format.before(below.kind)
        if not isinstance(above, Block):
            return before
        return 0 if above.kind is below.kind else max(before, self._format.after(above.kind))

    def _held(self, at: int) -> float:
        """How much room an item needs at least to begin on this page.

        A block that is kept with the next needs it whole and the next one's beginning;
        no more than a page, or nothing would ever fit.
        """
        needed = 0.0
        for place in range(at, len(self._items)):
            self._looked = max(self._looked, place)
            item = self._items[place]
            if isinstance(item.content, TableBlock) or (place > at and item.first):
                break
            if place > at:
                needed += self._between(place - 1, item.content)
            height = self._format.line(item.content.kind)
            if not self._format.paragraphs[item.content.kind].keep_with_next:
                needed += height
                break
            needed += height * _rows(item.lines)
        return needed if needed <= self._flow.height else 0.0

    def _kept_for_closing(self, at: int) -> int:
        """How many last lines of the item go to the next page, for the signature to follow.

        A page with signature and date has text too (GB/T 9704-2012, 7.3.5.5).
        """
        item = self._items[at]
        self._looked = max(self._looked, min(at + 1, len(self._items) - 1))
        if at + 1 == len(self._items) or isinstance(item.content, TableBlock):
            return 0
        below = self._items[at + 1].content
        if not isinstance(below, Block) or self._items[at + 1].first:
            return 0
        if below.kind not in CLOSING or item.content.kind in CLOSING:
            return 0
        height, count = self._format.line(item.content.kind), _rows(item.lines)
        room = self._flow.height - self._flow.open.top
        here = int(room / height)
        if count > here:
            a_page, room = int(self._flow.height / height), self._flow.height
            count = (count - here - 1) % a_page + 1
        needed = self._between(at, below) + self._held(at + 1)
        return 0 if needed <= room - count * height else min(_WITH_SIGNATURE, len(item.lines))

    def _set(
        self, at: int, block: Block, lines: Sequence[SetLine], kept: int, begin: int = 0
    ) -> bool:
        """The block's lines from ``begin`` on, over as many pages as it takes.

        The last ``kept`` go on a new page. Whether the old pages follow from here.
        """
        flow, height = self._flow, self._format.line(block.kind)
        for index in range(begin, len(lines)):
            line = lines[index]
            full = not flow.room_for(height) and not line.beside
            if (full or (kept and index == len(lines) - kept)) and not flow.open.empty:
                flow.new_page()
                if index and self._begins(at, index, kept):
                    return True
            flow.line(block, line, height)
        return False

    def _begins(self, item: int, line: int, kept: int) -> bool:
        """Note that a page begins here; where an old one did, take the old pages over."""
        flow, old, count = self._flow, self._old, len(self._items)
        self._starts.append(Start(len(flow.pages), item, line, kept, max(self._looked, item)))
        met = self._ends.get((count - item, line, kept))
        if old is None or met is None or old.last is None:
            return False
        shift, further = len(flow.pages) - met.page, count - len(old.items)
        places = {
            key: replace(place, page=place.page + shift) if shift else place
            for key, place in old.places.items()
            if place.page > met.page
        }
        flow.take_over(old.pages[met.page :], old.last, places)
        self._starts += [
            Start(
                start.page + shift,
                start.item + further,
                start.line,
                start.kept,
                start.looked + further,
            )
            for start in old.starts
            if start.page > met.page
        ]
        self._old = None
        return True


def _rows(lines: Sequence[SetLine]) -> int:
    return sum(not line.beside for line in lines)
