"""Layout as typed characters: what parts a number from its text, and the cells of a row."""

from __future__ import annotations

from collections.abc import Iterable

_CLOSED = tuple("、．.）)。，,：:；;】〕》」』")
"""A label that ends so stands close to its text, as it is typed."""


def gap(label: str, text: str, suffix: str = "tab") -> str:
    """What stands between an automatic number and its text.

    ``suffix`` is what the file sets there: "tab", "space" or "nothing". A tab only
    sets the text apart on paper; typed text has nothing after 一、 or （一）, but 1.
    before a figure needs a space, or 1. and 2024 would become 1.2024.
    """
    if suffix == "nothing" or not label or not text:
        return ""
    if suffix == "space" and label[-1].isascii():
        return " "
    if not label.endswith(_CLOSED):
        return " "
    return " " if label[-1] in ".)" and text[0].isascii() and text[0].isalnum() else ""


def row(cells: Iterable[Iterable[str]]) -> str:
    """A table row as one line: the lines of a cell parted by blanks, the cells by tabs.

    Empty for a row without words.
    """
    texts = [" ".join(_flat(line) for line in lines if line.strip()) for lines in cells]
    return "\t".join(texts) if any(texts) else ""


def _flat(line: str) -> str:
    return line.strip().replace("\t", " ")
