"""Tables that hold data, and those that only hold the page together."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.readers.html.tree import Node

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_GROUPS = frozenset({"tbody", "thead", "tfoot"})
_PROSE_LINES = 4
_PROSE_LENGTH = 300
"""A cell with more lines, or more characters, holds text and not data."""


def is_data_table(table: Node, *, is_document: bool) -> bool:
    """Whether the rows are to be read as rows; old sites lay whole pages out in tables.

    In a document saved by an office program every table without another inside is one.
    """
    rows = list(rows_of(table))
    cells = [cell for row in rows for cell in row]
    if any(_has(cell, frozenset({"table"})) for cell in cells):
        return False
    if is_document:
        return True
    if all(len(row) < 2 for row in rows):
        return False
    return not any(_has(cell, _HEADINGS) or _is_prose(cell) for cell in cells)


def rows_of(table: Node) -> Iterator[list[Node]]:
    """The cells of each row, rows without cells left out."""
    for child in table.children:
        if not isinstance(child, Node):
            continue
        if child.tag == "tr":
            cells = [c for c in child.children if isinstance(c, Node) and c.tag in {"td", "th"}]
            if cells:
                yield cells
        elif child.tag in _GROUPS:
            yield from rows_of(child)


def outside_cells(table: Node) -> Iterator[Node]:
    """What stands in a table but in no cell: its caption, and words that lost their place."""
    for child in table.children:
        if isinstance(child, str):
            yield Node("#stray", {}, [child])
        elif child.tag in _GROUPS or child.tag == "tr":
            yield from outside_cells(child)
        elif child.tag not in {"td", "th"}:
            yield child


def _has(node: Node, tags: frozenset[str]) -> bool:
    return any(
        isinstance(child, Node) and (child.tag in tags or _has(child, tags))
        for child in node.children
    )


def _is_prose(cell: Node) -> bool:
    lines, length = _extent(cell)
    return lines > _PROSE_LINES or length > _PROSE_LENGTH


def _extent(node: Node) -> tuple[int, int]:
    lines, length = 0, 0
    for child in node.children:
        if isinstance(child, str):
            length += len(child.strip())
            continue
        below_lines, below_length = _extent(child)
        lines += below_lines + (child.tag in {"p", "div", "br", "li"})
        length += below_length
    return lines, length
