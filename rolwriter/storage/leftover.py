"""Keys this version does not know, kept beside the project and written back in their place.

A project saved by a later version and edited by this one must not lose what the
later one had put in. What was understood is taken from what was read; the rest is
remembered by the id of the object it stood in, and merged in again on saving.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

Tree = dict[str, object]


def unknown_keys(raw: object, known: object, place: str) -> Iterator[tuple[str, str, object]]:
    """(place, key, value) for all that stands in ``raw`` and not in ``known``.

    Both are trees of dicts and lists of the same shape; ``place`` is the part's
    name to begin with, and within it the nearest id and the keys below that, so
    that it survives a move.
    """
    if isinstance(raw, dict) and isinstance(known, dict):
        raw_tree, known_tree = cast("Tree", raw), cast("Tree", known)
        place = _place(raw_tree, place)
        for key, value in raw_tree.items():
            if key in known_tree:
                yield from unknown_keys(value, known_tree[key], f"{place}.{key}")
            else:
                yield place, key, value
    elif isinstance(raw, list) and isinstance(known, list | tuple):
        raw_items, known_items = cast("list[object]", raw), cast("Sequence[object]", known)
        for item, known_item in zip(raw_items, known_items, strict=True):
            yield from unknown_keys(item, known_item, place)


def merge(tree: object, kept: Mapping[str, Mapping[str, object]], place: str) -> None:
    """Put the remembered keys back into a tree about to be written."""
    if isinstance(tree, dict):
        branch = cast("Tree", tree)
        place = _place(branch, place)
        for key, value in branch.items():
            merge(value, kept, f"{place}.{key}")
        for key, value in kept.get(place, {}).items():
            branch.setdefault(key, value)
    elif isinstance(tree, list | tuple):
        for item in cast("Sequence[object]", tree):
            merge(item, kept, place)


def _place(branch: Tree, place: str) -> str:
    name = branch.get("id")
    return f"{place.partition('#')[0]}#{name}" if isinstance(name, str) else place
