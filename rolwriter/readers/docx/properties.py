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
    VAL,
    w,
)
from rolwriter.readers.docx.styles import Style, Styles, is_on, number_of, outline_of, value_of
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


def read_properties(paragraph: Element, styles: Styles) -> ParagraphProperties:
    """The properties of a w:p."""
    element = next(paragraph.iterchildren(PPR), None)
    style_id = level = outline = numbering = mark = frame = None
    if element is not None:
        for child in element.iterchildren(P_STYLE, NUM_PR, OUTLINE, RPR, FRAME):
            tag = child.tag
            if tag == P_STYLE:
                style_id = child.get(VAL)
            elif tag == NUM_PR:
                numbering = child
            elif tag == RPR:
                mark = child
            elif tag == OUTLINE:
                outline = outline_of(number_of(element, OUTLINE))
            else:
                frame = child
    style = styles.paragraph(style_id)
    if outline is None:
        outline = style.outline
    num_id = style.num_id
    if numbering is not None:
        num_id = value_of(numbering, NUM_ID) or num_id
        level = number_of(numbering, ILVL)
    return ParagraphProperties(
        style,
        num_id,
        level,
        None if outline == -1 else outline,
        _is_gone(mark, style, styles) or (frame is not None and _is_drop_cap(frame)),
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


def _is_drop_cap(frame: Element) -> bool:
    """A large first letter is a paragraph of its own, but reads on into the next."""
    return frame.get(w("dropCap")) in {"drop", "margin"}
