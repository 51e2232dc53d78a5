"""A look over a whole story for the paragraphs that need a close one.

Nearly all paragraphs of a report are runs of plain text with a style. One pass of the
C library finds the others; without it, looking at each element of every paragraph
would take several times as long as parsing.
"""

from __future__ import annotations

from collections.abc import Iterable

from rolwriter.readers.docx.names import (
    BODY,
    CELL,
    DELETED,
    FRAME,
    MOVED_AWAY,
    NUM_PR,
    OUTLINE,
    P_STYLE,
    PPR,
    R_STYLE,
    RPR,
    SDT_CONTENT,
    SPEC_VANISH,
    TABS,
    TBL,
    TEXT_BOX,
    VAL,
    VANISH,
    P,
    R,
    T,
)
from rolwriter.readers.docx.styles import Styles
from rolwriter.readers.guard import Element
from rolwriter.readers.guard.archive import too_many_paragraphs
from rolwriter.readers.guard.limits import MAX_PARAGRAPHS

_TRANSPARENT = frozenset({R, PPR, RPR})
_OF_PARAGRAPH = frozenset({NUM_PR, OUTLINE, FRAME})
_OF_MARK = frozenset({VANISH, SPEC_VANISH, DELETED, MOVED_AWAY})
_HOLDERS = frozenset({BODY, CELL, TEXT_BOX, SDT_CONTENT})


class Survey:
    """Text and style of the plain paragraphs of a story, and which ones are not plain."""

    def __init__(self, root: Element, handled: Iterable[str], styles: Styles) -> None:
        """Survey everything below root; ``handled`` are the elements that mean something."""
        self.texts: dict[Element, str] = {}
        """The text of each paragraph that holds runs of plain text alone."""
        self.styles: dict[Element, str | None] = {}
        """The style id of each paragraph that names one."""
        self.properties: set[Element] = set()
        """Paragraphs with properties, besides a style, that matter to a reader of text."""
        telling = {*handled, *_OF_MARK, *_OF_PARAGRAPH, P_STYLE, P, T, TBL} - _TRANSPARENT
        if styles.hide_anything:
            telling.add(R_STYLE)
        content = self._pass(root, telling)
        for paragraph in content:
            self.texts.pop(paragraph, None)

    def _pass(self, root: Element, telling: set[str]) -> set[Element]:
        """Go over the story once; returns the paragraphs that hold more than plain text."""
        content: set[Element] = set()
        paragraph: Element | None = None
        text: list[str] = []
        last: Element | None = None
        for element in root.iter(*telling):
            tag = element.tag
            if tag == T:
                text.append(element.text or "")
                last = element
            elif tag == P_STYLE:
                self._note_style(element)
            elif tag == P:
                self._keep(paragraph, text, last)
                paragraph, text, last = element, [], None
                if _is_misplaced(element):
                    content.update(element.iterancestors(P))
            else:
                self._note(tag, element, content)
        self._keep(paragraph, text, last)
        return content

    def _keep(self, paragraph: Element | None, text: list[str], last: Element | None) -> None:
        """Keep a paragraph's text, unless some came after its end: text that stands loose."""
        if paragraph is not None and (last is None or _is_inside(last, paragraph)):
            self.texts[paragraph] = "".join(text)
            if len(self.texts) > MAX_PARAGRAPHS:
                raise too_many_paragraphs()

    def _note_style(self, element: Element) -> None:
        """Old styles, kept in a record of changes, do not count."""
        properties = element.getparent()
        paragraph = properties.getparent() if properties is not None else None
        if paragraph is not None and paragraph.tag == P:
            self.styles[paragraph] = element.get(VAL)

    def _note(self, tag: str, element: Element, content: set[Element]) -> None:
        if tag in _OF_PARAGRAPH:
            self.properties.update(element.iterancestors(P))
        elif not (tag == TBL and not _is_misplaced(element)) and not _is_tab_stop(element):
            around = list(element.iterancestors(P))
            content.update(around)
            if tag in _OF_MARK:
                self.properties.update(around)


def _is_misplaced(block: Element) -> bool:
    """Whether a paragraph or table stands where only parts of paragraphs should."""
    parent = block.getparent()
    return parent is not None and parent.tag not in _HOLDERS


def _is_inside(text: Element, paragraph: Element) -> bool:
    run = text.getparent()
    if run is not None and run.getparent() is paragraph:
        return True
    return next(text.iterancestors(P), None) is paragraph


def _is_tab_stop(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == TABS
