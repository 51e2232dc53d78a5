"""What the styles of an OpenDocument file say about its words: hidden, headings, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rolwriter.readers.guard import Element
from rolwriter.readers.odt.names import LEVEL, LIST_FORMAT, style, text

_NAME, _PARENT = style("name"), style("parent-style-name")
_NUMBER, _BULLET = text("list-level-style-number"), text("list-level-style-bullet")
_OUTLINE_LEVEL = text("outline-level-style")
_DEEPEST = 20
"""Styles that inherit through more generations than this run in a circle."""

# How OpenDocument shows a number format by its first signs, and Word's name for it.
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一": "chineseCounting",
    "〇": "ideographDigital",
    "１": "decimalFullWidth",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "㊀": "ideographEnclosedCircle",
}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """One level of a list: ``template`` holds %1% to %10% for the numbers of the levels."""

    template: str
    number_format: str
    start: int = 1
    suffix: str = "tab"
    is_bullet: bool = False


ListStyle = dict[int, ListLevel]
"""A list's levels by their number from 1."""


class Styles:
    """The styles of a file by name; ``roots`` are its content and styles parts."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self.lists: dict[str, ListStyle] = {}
        self.outline: ListStyle = {}
        self._styles: dict[tuple[str, str], Element] = {}
        for root in roots:
            for element in root.iter(style("style")):
                family = element.get(style("family")) or ""
                self._styles[family, element.get(_NAME) or ""] = element
            for element in root.iter(text("list-style")):
                self.lists[element.get(_NAME) or ""] = _levels(element)
            for element in root.iter(text("outline-style")):
                self.outline = _levels(element)

    def is_hidden(self, family: str, name: str | None) -> bool:
        """Whether text in this style ("text" or "paragraph") is not shown."""
        for element in self._line(family, name):
            properties = element.find(style("text-properties"))
            display = properties.get(text("display")) if properties is not None else None
            if display is not None:
                return display == "none"
        return False

    def is_title(self, name: str | None) -> bool:
        """Whether a paragraph style is that of a document's title, or made from it."""
        return any(element.get(_NAME) == "Title" for element in self._line("paragraph", name))

    def list_style_of(self, name: str | None) -> str:
        """The list style that a paragraph style brings along; empty for none."""
        for element in self._line("paragraph", name):
            found = element.get(style("list-style-name"))
            if found is not None:
                return found
        return ""

    def _line(self, family: str, name: str | None) -> Iterable[Element]:
        """The style and those it inherits from, nearest first."""
        for _ in range(_DEEPEST):
            element = self._styles.get((family, name or ""))
            if element is None:
                return
            yield element
            name = element.get(_PARENT)


def _levels(element: Element) -> ListStyle:
    levels: ListStyle = {}
    for child in element.iterchildren(_NUMBER, _BULLET, _OUTLINE_LEVEL):
        index = to_int(child.get(LEVEL), 1)
        bullet = child.tag == _BULLET
        template = child.get(text("bullet-char")) or "•" if bullet else _template(child, index)
        levels[index] = ListLevel(
            template=template,
            number_format=_format(child.get(style("num-format")) or ""),
            start=to_int(child.get(text("start-value")), 1),
            suffix=_suffix(child),
            is_bullet=bullet,
        )
    return levels


def _template(level: Element, index: int) -> str:
    """The label with places for numbers; older files give prefix, suffix and a count of levels."""
    if not level.get(style("num-format")):
        return ""
    whole = level.get(LIST_FORMAT)
    if whole:
        return whole
    shown = min(max(to_int(level.get(text("display-levels")), 1), 1), index)
    places = ".".join(f"%{number}%" for number in range(index - shown + 1, index + 1))
    prefix, suffix = level.get(style("num-prefix")) or "", level.get(style("num-suffix")) or ""
    return f"{prefix}{places}{suffix}"


def _suffix(level: Element) -> str:
    for alignment in level.iter(style("list-level-label-alignment")):
        followed = alignment.get(text("label-followed-by")) or ""
        return {"listtab": "tab"}.get(followed, followed)
    return "tab"


def _format(shown: str) -> str:
    if shown.startswith("壹"):
        return "chineseLegalSimplified" if "贰" in shown else "ideographLegalTraditional"
    return _FORMATS.get(shown[:1], shown)


def to_int(value: str | None, default: int) -> int:
    """An attribute's whole number; the default for none and for nonsense."""
    return int(value) if value is not None and re.fullmatch(r"-?\d{1,6}", value) else default
