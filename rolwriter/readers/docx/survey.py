"""A look over a whole story for the paragraphs that need a close one.

Nearly all paragraphs of a report are runs of plain text with a style. One pass of the
C library finds the others; without it, looking at each element of every paragraph
would take several times as long as parsing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rolwriter.readers.docx.names import (
    BODY,
    CELL,
    DELETED,
    FRAME,
    MOVED_AWAY,
    NUM_PR,
    OUTLINE,
    P_STYLE,
    P_STYLE_CHANGE,
    PPR,
    R_STYLE,
    RPR,
    SDT_CONTENT,
    SPEC_VANISH,
    TAB,
    TABS,
    TBL,
    TEXT_BOX,
    VANISH,
    P,
    R,
    T,
)
from rolwriter.readers.docx.styles import Styles
from rolwriter.readers.guard import Element

_PLAIN = frozenset({P, TBL, R, T, PPR, RPR})
_OF_PARAGRAPH = frozenset({NUM_PR, OUTLINE, FRAME, P_STYLE_CHANGE})
_HOLDERS = frozenset({BODY, CELL, TEXT_BOX, SDT_CONTENT})
_OF_MARK = frozenset({VANISH, SPEC_VANISH, DELETED, MOVED_AWAY})


@dataclass(frozen=True, slots=True)
class Survey:
    """Which paragraphs are not plain."""

    content: set[Element] = field(default_factory=set[Element])
    """Paragraphs that hold more than runs of plain text."""
    properties: set[Element] = field(default_factory=set[Element])
    """Paragraphs with properties, besides a style, that matter to a reader of text."""

    @classmethod
    def of(cls, root: Element, handled: Iterable[str], styles: Styles) -> Survey:
        """Survey everything below root; ``handled`` are the elements that mean something."""
        telling = {*handled, VANISH, SPEC_VANISH} - _PLAIN
        if styles.hide_anything:
            telling |= {P_STYLE, R_STYLE}
        survey = cls()
        for element in root.iter(*telling, *_OF_PARAGRAPH):
            tag = element.tag
            if tag in _OF_PARAGRAPH:
                survey.properties.update(element.iterancestors(P))
            elif tag != TAB or not _is_tab_stop(element):
                around = list(element.iterancestors(P))
                survey.content.update(around)
                if tag in _OF_MARK:
                    survey.properties.update(around)
        for block in root.iter(P, TBL):
            parent = block.getparent()
            if parent is not None and parent.tag not in _HOLDERS:
                survey.content.update(block.iterancestors(P))
        return survey


def _is_tab_stop(tab: Element) -> bool:
    parent = tab.getparent()
    return parent is not None and parent.tag == TABS
