"""Styles for paragraphs whose places follow from their words, so that none is set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import PageFormat
from rolwriter.writers.docx.markup import w
from rolwriter.writers.docx.names import STYLES
from rolwriter.writers.layout.blocks import Block

_Key = tuple[str, int, int, int]


class Variants:
    """The styles one copy needs beside those of its kinds, numbered in the order of the text."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._ids = dict[_Key, str]()
        self._names = dict[str, str]()
        self._properties = dict[str, Element]()
        counts = dict[str, int]()
        for block in blocks:
            key = _key(block)
            if key is not None and key not in self._ids:
                style = STYLES[block.kind]
                counts[style.id] = number = counts.get(style.id, 0) + 1
                self._ids[key] = f"{style.id}-{number}"
                self._names[self._ids[key]] = f"{style.name} {number}"

    def style_of(self, block: Block) -> str:
        """The id of the block's style."""
        key = _key(block)
        return STYLES[block.kind].id if key is None else self._ids[key]

    def properties(self, block: Block) -> Element:
        """A paragraph's properties, one element for all of a style: not to be changed."""
        style = self.style_of(block)
        if style not in self._properties:
            self._properties[style] = w("pPr", w("pStyle", val=style))
        return self._properties[style]

    def styles(self, page_format: PageFormat) -> Iterator[Element]:
        """Each as a style of its kind with its own edges and tab."""
        ruled = {
            STYLES[kind].id
            for kind, form in page_format.paragraphs.items()
            if form.rule is not None
        }
        for (base, first, turned, beside), style_id in self._ids.items():
            properties = w("pPr")
            if beside >= 0:
                properties.append(w("tabs", w("tab", val="left", pos=beside)))
            if first >= 0:
                # A rule under the paragraph begins at its left edge, not at its first line's.
                left = 0 if base in ruled else turned
                indent = w("ind", left=left, leftChars=0, firstLineChars=0)
                indent.set("w:hanging" if first < left else "w:firstLine", str(abs(first - left)))
                properties.append(indent)
            yield w(
                "style",
                w("name", val=self._names[style_id]),
                w("basedOn", val=base),
                properties,
                type="paragraph",
                customStyle=1,
                styleId=style_id,
            )


def _key(block: Block) -> _Key | None:
    if block.indents is None and block.beside is None:
        return None
    first, turned = (block.indents.first, block.indents.turned) if block.indents else (-1, -1)
    return STYLES[block.kind].id, first, turned, block.beside.left if block.beside else -1
