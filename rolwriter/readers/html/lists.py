"""The numbers a browser sets before the items of a list."""

from __future__ import annotations

import re

from rolwriter.readers.html.tree import Node
from rolwriter.text.numerals import LIMIT, han_number

_HAN_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*(?:chinese|cjk)")
_NO_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*none")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def labels_of(parent: Node) -> dict[Node, str]:
    """The automatic numbers of a list's items as characters; none for bullets."""
    labels: dict[Node, str] = {}
    if parent.tag != "ol" or _NO_STYLE.search(parent.get("style")):
        return labels
    number = _number(parent.get("start"), 1) - 1
    for child in parent.children:
        if isinstance(child, Node) and child.tag == "li":
            number = _number(child.get("value"), number + 1)
            labels[child] = _written(number, parent)
    return labels


def _number(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"-?\d{1,6}", text.strip()) else default


def _written(number: int, parent: Node) -> str:
    if _HAN_STYLE.search(parent.get("style")) and 0 < number < LIMIT:
        return f"{han_number(number)}、"
    style = parent.attributes.get("type", "1")
    if style in {"a", "A"} and 1 <= number <= 26:
        return f"{chr(ord(style) + number - 1)}."
    if style in {"i", "I"} and 1 <= number <= len(_ROMAN):
        roman = _ROMAN[number - 1]
        return f"{roman.upper() if style == 'I' else roman}."
    return f"{number}."
