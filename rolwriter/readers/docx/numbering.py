"""The numbering part: which lists a document defines and how each level writes its number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rolwriter.readers.docx.names import ALTERNATE, ILVL, P_STYLE, RPR, VAL, VANISH, w
from rolwriter.readers.docx.styles import Style, Styles, is_on, number_of, to_int, value_of
from rolwriter.readers.docx.symbols import BULLET
from rolwriter.readers.guard import Element

LEVELS = 9
"""Levels of a list; Word knows no more."""

_NUM, _ABSTRACT, _LEVEL = w("num"), w("abstractNum"), w("lvl")
_ABSTRACT_ID, _OVERRIDE = w("abstractNumId"), w("lvlOverride")
_FORMAT = w("numFmt")
_PADDED = re.compile(r"(0*)1\b")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list, as defined."""

    text: str
    """The label with %1 to %9 for the numbers of the levels."""
    number_format: str = "decimal"
    start: int = 0
    suffix: str = "tab"
    """What parts label and text: "tab", "space" or "nothing"."""
    restart: int | None = None
    """1-based level after which this one starts anew; 0: never; None: after any above it."""
    legal: bool = False
    """All numbers of the label in plain digits."""
    hidden: bool = False
    font: str = ""
    width: int = 0
    """Digits to fill up with zeros."""
    style: str | None = None
    """The paragraph style that stands for this level."""


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """What a w:num refers to: the levels in force, and which list it counts along with."""

    abstract_id: str
    levels: dict[int, Level] = field(default_factory=dict[int, Level])
    starts: dict[int, int] = field(default_factory=dict[int, int])
    """Start values that this w:num sets anew."""

    def level_for(self, direct: int | None, style: Style) -> int:
        """The level of a paragraph: its own word, else that of its style or the nearest base."""
        if direct is not None:
            return min(max(direct, 0), LEVELS - 1)
        by_style = {level.style: index for index, level in self.levels.items() if level.style}
        candidate: Style | None = style
        while candidate is not None:
            if candidate.id in by_style:
                return by_style[candidate.id]
            if candidate.own_level is not None:
                return min(max(candidate.own_level, 0), LEVELS - 1)
            candidate = candidate.base
        return 0


def read_numbering(root: Element | None, styles: Styles) -> dict[str, ListDefinition]:
    """All lists of the numbering part by numId; list styles are followed to their list."""
    if root is None:
        return {}
    abstracts = {
        element.get(_ABSTRACT_ID) or "": element for element in root.iterchildren(_ABSTRACT)
    }
    nums = {element.get(w("numId")) or "": element for element in root.iterchildren(_NUM)}
    definitions: dict[str, ListDefinition] = {}
    levels: dict[str, dict[int, Level]] = {}
    for num_id, num in nums.items():
        abstract_id = _follow(value_of(num, _ABSTRACT_ID) or "", abstracts, nums, styles)
        if abstract_id not in abstracts:
            continue
        if abstract_id not in levels:
            levels[abstract_id] = _levels(abstracts[abstract_id])
        definitions[num_id] = _definition(num, abstract_id, levels[abstract_id])
    return definitions


def _follow(
    abstract_id: str, abstracts: dict[str, Element], nums: dict[str, Element], styles: Styles
) -> str:
    """The list that a list style stands for: abstractNum → style → num → abstractNum."""
    seen: set[str] = set()
    while abstract_id in abstracts and abstract_id not in seen:
        seen.add(abstract_id)
        link = value_of(abstracts[abstract_id], w("numStyleLink"))
        if link is None:
            break
        num = nums.get(styles.numbering_style(link) or "")
        target = value_of(num, _ABSTRACT_ID) or _styled(link, abstracts)
        if target is None:
            break
        abstract_id = target
    return abstract_id


def _styled(style_id: str, abstracts: dict[str, Element]) -> str | None:
    for abstract_id, element in abstracts.items():
        if value_of(element, w("styleLink")) == style_id:
            return abstract_id
    return None


def _definition(num: Element, abstract_id: str, levels: dict[int, Level]) -> ListDefinition:
    levels = dict(levels)
    starts: dict[int, int] = {}
    for override in num.iterchildren(_OVERRIDE):
        index = to_int(override.get(ILVL))
        if index is None:
            continue
        own = override.find(_LEVEL)
        if own is not None:
            levels[index] = _level(own)
        start = number_of(override, w("startOverride"))
        if start is not None:
            starts[index] = start
            if index in levels:
                levels[index] = replace(levels[index], start=start)
    return ListDefinition(abstract_id, levels, starts)


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        index: _level(element)
        for element in abstract.iterchildren(_LEVEL)
        if (index := to_int(element.get(ILVL))) is not None
    }


def _level(element: Element) -> Level:
    number_format, width = _format(element)
    text = value_of(element, w("lvlText")) or ""
    if element.find(w("lvlPicBulletId")) is not None:
        # A picture for a bullet; the character beside it belongs to no font that is used.
        number_format, text = "bullet", BULLET
    run = element.find(RPR)
    fonts = run.find(w("rFonts")) if run is not None else None
    return Level(
        text=text,
        number_format=number_format,
        start=number_of(element, w("start")) or 0,
        suffix=value_of(element, w("suff")) or "tab",
        restart=number_of(element, w("lvlRestart")),
        legal=bool(is_on(element.find(w("isLgl")))),
        hidden=bool(is_on(run.find(VANISH))) if run is not None else False,
        font=(fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "") if fonts is not None else "",
        width=width,
        style=value_of(element, P_STYLE),
    )


def _format(level: Element) -> tuple[str, int]:
    """The number format, and the digits it fills up to ("custom" stands for 001, 0001)."""
    element = level.find(_FORMAT)
    if element is None:
        wrapped = level.find(ALTERNATE)
        element = next(wrapped.iter(_FORMAT), None) if wrapped is not None else None
    if element is None:
        return "decimal", 0
    padded = _PADDED.match(element.get(w("format")) or "")
    if element.get(VAL) == "custom" and padded:
        return "decimal", len(padded.group(0))
    return element.get(VAL) or "decimal", 0
