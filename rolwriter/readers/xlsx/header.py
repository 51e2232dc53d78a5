"""Which column is which: heading rows told by their titles, wherever they were moved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from rolwriter.catalog.collection import load_collection
from rolwriter.model.form import Column
from rolwriter.model.sheets import Cell, CellKind

_NOISE = re.compile(r"[\s*:★☆]+|\([^()]*\)$")
_ENOUGH = 2
"""Titles that make a row a heading row; one of them must be the name or the id."""


def plain_title(text: str) -> str:
    """A title without blanks, marks and a closing bracket: 今年数 （2025年）* is 今年数."""
    title = unicodedata.normalize("NFKC", text)
    while (shorter := _NOISE.sub("", title)) != title:
        title = shorter
    return title


def titles(year: int | None) -> dict[str, Column]:
    """All titles a column may stand under in a form of that year."""
    words = load_collection()
    return {
        plain_title(words.filled(title, year)): column.key
        for column in words.columns
        for title in (column.title, *column.aliases)
    }


def heading(cells: Iterable[Cell], known: Mapping[str, Column]) -> dict[Column, int] | None:
    """The columns by kind when these cells are a heading row; the first of a kind counts."""
    found = dict[Column, int]()
    for cell in cells:
        if cell.kind is CellKind.TEXT or cell.kind is CellKind.NUMBER:
            column = known.get(plain_title(cell.text))
            if column is not None:
                found.setdefault(column, cell.column)
    if len(found) >= _ENOUGH and (Column.NAME in found or Column.ID in found):
        return found
    return None
