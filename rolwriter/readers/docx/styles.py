"""The styles part, resolved once: what a paragraph or run takes from its style."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rolwriter.readers.docx.names import (
    ILVL,
    NUM_ID,
    NUM_PR,
    OUTLINE,
    PPR,
    R_STYLE,
    RPR,
    VAL,
    VANISH,
    w,
)
from rolwriter.readers.guard import Element

_STYLE, _NAME, _BASED_ON = w("style"), w("name"), w("basedOn")
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLES = {"title", "标题"}
_OFF = {"0", "false", "off"}
BODY_LEVEL = 9
"""The outline level that stands for "no heading"; counted from 0."""
NO_HEADING = -1
"""The outline of what is explicitly no heading, whatever it inherits."""


def is_on(toggle: Element | None) -> bool | None:
    """A toggle's value: present means on unless it says otherwise; None where it is absent."""
    if toggle is None:
        return None
    return (toggle.get(VAL) or "").lower() not in _OFF


def value_of(parent: Element | None, name: str) -> str | None:
    """The w:val of a child element, None where there is none."""
    child = parent.find(name) if parent is not None else None
    return child.get(VAL) if child is not None else None


def number_of(parent: Element | None, name: str) -> int | None:
    """The w:val of a child element as a number, None where there is none."""
    return to_int(value_of(parent, name))


def to_int(text: str | None) -> int | None:
    """An attribute as a number; None for what is none, or absurdly long."""
    try:
        return int(text) if text and len(text) <= 11 else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits; None where neither it nor its bases say anything."""

    id: str = ""
    num_id: str | None = None
    own_level: int | None = None
    """The list level that this very style names, counted from 0."""
    outline: int | None = None
    """As in `SourceParagraph`: 1-based, 0 for the title."""
    hidden: bool | None = None
    base: Style | None = None


_NO_STYLE = Style()


class Styles:
    """All styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._default: str | None = None
        self._hidden_by_default = False
        if root is None:
            return
        for defaults in root.iter(w("rPrDefault")):
            properties = defaults.find(RPR)
            if properties is not None and is_on(properties.find(VANISH)):
                self._hidden_by_default = True
        for element in root.iter(_STYLE):
            style_id = element.get(w("styleId"))
            if style_id is None:
                continue
            self._elements.setdefault(style_id, element)
            is_default = (element.get(w("default")) or "").lower() in {"1", "true", "on"}
            if is_default and element.get(w("type")) == "paragraph":
                self._default = style_id

    def paragraph(self, style_id: str | None) -> Style:
        """The paragraph style of an id; the default one for None and for unknown ids."""
        if style_id is None or style_id not in self._elements:
            style_id = self._default
        return self._resolve(style_id) if style_id is not None else _NO_STYLE

    def numbering_style(self, style_id: str) -> str | None:
        """The numId of a list style (w:type="numbering")."""
        return self._resolve(style_id).num_id if style_id in self._elements else None

    def is_hidden(self, paragraph: Style, run_properties: Element | None) -> bool:
        """Whether a run is hidden text: by itself, else by its style and its paragraph's.

        Hidden is a toggle: a character style turns round what the paragraph style set.
        """
        style_id = value_of(run_properties, R_STYLE)
        if run_properties is not None:
            direct = is_on(run_properties.find(VANISH))
            if direct is not None:
                return direct
        if self._hidden_by_default:
            return True
        by_run = self._resolve(style_id).hidden if style_id in self._elements else None
        return bool(paragraph.hidden) != bool(by_run)

    @property
    def hide_anything(self) -> bool:
        """Whether any style has to do with hidden text; in most documents none does."""
        return self._hidden_by_default or any(
            self._resolve(style_id).hidden for style_id in self._elements
        )

    def _resolve(self, style_id: str | None) -> Style:
        if style_id is None or style_id not in self._elements:
            return _NO_STYLE
        chain: list[str] = []
        # Bases first, without recursion: a chain may be long, and may bite its tail.
        while style_id in self._elements and style_id not in self._resolved:
            if style_id in chain:
                break
            chain.append(style_id)
            style_id = value_of(self._elements[style_id], _BASED_ON) or ""
        style = self._resolved.get(style_id, _NO_STYLE)
        for link in reversed(chain):
            style = _inherit(link, self._elements[link], style)
            self._resolved[link] = style
        return style


def _inherit(style_id: str, element: Element, base: Style) -> Style:
    properties = element.find(PPR)
    numbering = properties.find(NUM_PR) if properties is not None else None
    run = element.find(RPR)
    hidden = is_on(run.find(VANISH)) if run is not None else None
    outline = outline_of(number_of(properties, OUTLINE), value_of(element, _NAME) or "")
    return Style(
        id=style_id,
        num_id=value_of(numbering, NUM_ID) or base.num_id,
        own_level=number_of(numbering, ILVL),
        outline=base.outline if outline is None else outline,
        hidden=base.hidden if hidden is None else hidden,
        base=base if base.id else None,
    )


def outline_of(level: int | None, style_name: str = "") -> int | None:
    """The outline of a w:outlineLvl (from 0) and a style's name; None where neither says one.

    BODY_LEVEL comes back as NO_HEADING.
    """
    name = style_name.strip().lower()
    if name in _TITLES:
        return 0
    if level is not None:
        return level + 1 if 0 <= level < BODY_LEVEL else NO_HEADING
    heading = _HEADING.match(name)
    return int(heading.group(1)) if heading else None
