"""What a copy is set from: its blocks and tables in lines, those of an older copy kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rolwriter.catalog.page_format import BlockKind
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.closing import ClosingPlaces
from rolwriter.writers.layout.copy import Copy, Section, TableBlock
from rolwriter.writers.layout.page import SetLine
from rolwriter.writers.layout.setting import SetRow, Setter

CLOSING = frozenset({BlockKind.SIGNATURE, BlockKind.ISSUE_DATE})


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One block in lines, or one table in rows; an unchanged one stays the same object."""

    section: int
    """Its section's place among the copy's."""
    first: bool
    """Whether the section begins with it."""
    content: Block | TableBlock
    lines: tuple[SetLine, ...] = ()
    rows: tuple[SetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """All items of a copy, and how many of them at either end are those of an older one."""

    all: tuple[Item, ...]
    same_head: int = 0
    same_tail: int = 0


def set_items(
    copy: Copy, setter: Setter, closing: ClosingPlaces, before: Sequence[Item] = ()
) -> Items:
    """The items of the copy.

    Args:
        copy: What is to be set.
        setter: Breaks lines; only what differs from ``before`` is broken.
        closing: Where signature and date stand.
        before: The items of a copy in the same format, measure and sections whose
            signature and date stood in the same places.
    """
    wanted = [
        (number, index == 0, content)
        for number, section in enumerate(copy.sections)
        for index, content in enumerate(section.content)
    ]
    head = sum(1 for _ in takewhile(_is_kept, zip(before, wanted, strict=False)))
    rest = min(len(before), len(wanted)) - head
    backwards = zip(reversed(before), reversed(wanted), strict=False)
    tail = min(rest, sum(1 for _ in takewhile(_is_kept, backwards)))
    changed = wanted[head : len(wanted) - tail]
    made = (
        _item(number, content, copy.sections[number], setter, closing, first=first)
        for number, first, content in changed
    )
    kept = before[len(before) - tail :]
    return Items((*before[:head], *made, *kept), head, tail)


_Wanted = tuple[int, bool, Block | TableBlock]


def _is_kept(pair: tuple[Item, _Wanted]) -> bool:
    item, wanted = pair
    return (item.section, item.first, item.content) == wanted


def _item(
    number: int,
    content: Block | TableBlock,
    section: Section,
    setter: Setter,
    closing: ClosingPlaces,
    *,
    first: bool,
) -> Item:
    form = setter.format
    width = form.text_height if section.landscape else form.text_width
    if isinstance(content, Block):
        return Item(number, first, content, lines=setter.block(content, width, closing))
    return Item(number, first, content, rows=tuple(_rows(content, setter, width)))


def _rows(table: TableBlock, setter: Setter, width: float) -> Iterator[SetRow]:
    return (setter.row(table, index, width) for index in range(len(table.rows)))
