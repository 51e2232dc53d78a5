"""The words between the ends of a Word file's bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from rolwriter.model.source import SourceKind
from rolwriter.readers.docx import names
from rolwriter.readers.docx.counters import Counters
from rolwriter.readers.docx.findings import Findings
from rolwriter.readers.docx.names import w
from rolwriter.readers.docx.numbering import read_numbering
from rolwriter.readers.docx.package import Package
from rolwriter.readers.docx.story import StoryReader
from rolwriter.readers.docx.styles import Styles
from rolwriter.readers.guard import Element, open_archive


def texts_in_bookmarks(data: bytes, prefix: str) -> list[tuple[str, list[str]]]:
    """Of each bookmark whose name begins so: the name and the paragraphs between its ends.

    The paragraphs in which it begins and ends do not count. RolwriterError as for `read_docx`.
    """
    package = Package(open_archive(data))
    styles = Styles(package.part("styles"))
    lists = read_numbering(package.part("numbering"), styles)
    found: list[tuple[str, list[str]]] = []
    for name, blocks in _ranges(package.document, prefix):
        findings = Findings()
        counters = Counters(lists, findings.number_formats.add)
        story = StoryReader(package.document, styles, counters, findings)
        # a run of blocks is walked like the element that would hold them
        paragraphs = story.read(cast("Element", blocks), SourceKind.BODY)
        found.append((name, [paragraph.text for paragraph in paragraphs]))
    return found


def _ranges(document: Element, prefix: str) -> Iterator[tuple[str, list[Element]]]:
    """Name and blocks of each bookmark that begins and ends in the body's own paragraphs."""
    open_marks: dict[str, tuple[str, list[Element]]] = {}
    body = document.find(names.BODY)
    for block in body if body is not None else ():
        for mark in block.iter(w("bookmarkEnd")):
            closed = open_marks.pop(mark.get(w("id")) or "", None)
            if closed is not None:
                yield closed
        for _, blocks in open_marks.values():
            blocks.append(block)
        for mark in block.iter(w("bookmarkStart")):
            name = mark.get(w("name")) or ""
            if name.startswith(prefix):
                open_marks[mark.get(w("id")) or ""] = (name, [])
