"""A paragraph's own properties, together with what its style says."""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.readers.docx.names import (
    DELETED,
    FRAME,
    ILVL,
    MOVED_AWAY,
    NUM_ID,
    NUM_PR,
    OUTLINE,
    P_STYLE,
    PPR,
    RPR,
    SPEC_VANISH,
    w,
)
from rolwriter.readers.docx.styles import (
    NO_HEADING,
    Style,
    Styles,
    is_on,
    number_of,
    outline_of,
    value_of,
)
from rolwriter.readers.guard import Element


@dataclass(frozen=True, slots=True)
class ParagraphProperties:
    """What decides on a paragraph's number, level and end."""

    style: Style
    num_id: str | None = None
    level: int | None = None
    """The list level given on the paragraph itself."""
    outline: int | None = None
    joins_next: bool = False
    """Whether its end is not shown: the mark is deleted, moved away or hidden."""


class StyleProperties:
    """The properties of paragraphs that have none of their own besides a style."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[str | None, ParagraphProperties] = {}

    def of(self, style_id: str | None) -> ParagraphProperties:
        """The properties that come with a style; built once for each."""
        known = self._known.get(style_id)
        if known is None:
            known = self._known[style_id] = self._build(style_id)
        return known

    def _build(self, style_id: str | None) -> ParagraphProperties:
        style = self._styles.paragraph(style_id)
        return ParagraphProperties(
            style,
            style.num_id,
            outline=None if style.outline == NO_HEADING else style.outline,
            joins_next=self._styles.is_hidden(style, None),
        )


def read_properties(paragraph: Element, styles: Styles) -> ParagraphProperties:
    """All properties of a w:p that tell on its text."""
    element = paragraph.find(PPR)
    style = styles.paragraph(value_of(element, P_STYLE))
    outline = outline_of(number_of(element, OUTLINE))
    if outline is None:
        outline = style.outline
    numbering = element.find(NUM_PR) if element is not None else None
    mark = element.find(RPR) if element is not None else None
    frame = element.find(FRAME) if element is not None else None
    return ParagraphProperties(
        style,
        value_of(numbering, NUM_ID) or style.num_id,
        number_of(numbering, ILVL),
        None if outline == NO_HEADING else outline,
        _is_gone(mark, style, styles) or _is_drop_cap(frame),
    )


def _is_gone(mark: Element | None, style: Style, styles: Styles) -> bool:
    if mark is None:
        return styles.is_hidden(style, None)
    return (
        mark.find(DELETED) is not None
        or mark.find(MOVED_AWAY) is not None
        or bool(is_on(mark.find(SPEC_VANISH)))
        or styles.is_hidden(style, mark)
    )


def _is_drop_cap(frame: Element | None) -> bool:
    """A large first letter is a paragraph of its own, but reads on into the next."""
    return frame is not None and frame.get(w("dropCap")) in {"drop", "margin"}
