"""The PDF read again in the process that painted it: do its pages say what was set on them?

The glyphs of a PDF carry their characters in a table beside them, which we write; a font
may lack a character or have one glyph for two. Whoever copies or searches the text later
gets what the table says, so it is read and compared before the file is handed on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from unicodedata import category, normalize

from rolwriter.readers.pdf.pdfium import opened
from rolwriter.ui.paper.glyphs import INVISIBLE
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.page import Layout, SetPage

_ALL = 40
"""Up to so many pages all are read, no report has more; of a book those after them only
that have a character not met before, for reading takes longer than painting [M]."""


def missing_characters(layout: Layout, pdf: bytes) -> str:
    """The characters that were set and are not read on their page; empty: none.

    Each line must be read in one piece; of one whose characters are all there in another
    order the whole is the answer. Blanks are left aside: where a line ends, and between Han
    and Western characters, a reader of PDFs makes them up. Compatible forms (a radical for
    its character) count as the same. RolwriterError when the PDF cannot be read at all.
    """
    missing, wanted = dict[str, None](), _to_read(layout)
    with opened(pdf, list(wanted)) as read:
        for words, found in zip(wanted.values(), read, strict=True):
            text = _folded(found.text())
            for line in map(_folded, words):
                if line not in text:
                    missing |= dict.fromkeys(Counter(line) - Counter(text) or line)
    return "".join(missing)


def _to_read(layout: Layout) -> dict[int, list[str]]:
    """What stands on each page that is to be read, by the page's index."""
    wanted, met = dict[int, list[str]](), set[str]()
    for index, page in enumerate(layout.pages):
        words = list(page_words(layout, page))
        chars = set[str]().union(*words)
        if index < _ALL or not chars <= met:
            wanted[index] = words
            met |= chars
    return wanted


def page_words(layout: Layout, page: SetPage) -> Iterator[str]:
    """All that is set on the page: text, tables, and what stands around them."""
    copy, colophon, footer = layout.copy, layout.copy.colophon, layout.copy.page_format.footer
    yield copy.header
    yield copy.watermark
    for placed in page.lines:
        yield placed.block.text[placed.line.start : placed.line.end]
        if not placed.line.start:
            yield _beside(placed.block)
        if copy.line_numbers and placed.number and not placed.line.beside:
            yield str(placed.number)
    for row in page.rows:
        for cell in row.cells:
            yield from (cell.text[line.start : line.end] for line, _ in cell.lines)
    if page.numbered:
        yield f"{footer.before}{page.number}{footer.after}"
    if colophon and page.colophon_top is not None:
        yield from (colophon.copies_to, colophon.printer, colophon.printed)


def _beside(block: Block) -> str:
    return "".join(run.text for run in block.beside.runs) if block.beside else ""


def _folded(text: str) -> str:
    """Without blanks and what has no look; each compatible form as its plain one."""
    plain = "".join(normalize("NFKC", text).split())
    if plain.isprintable():
        return plain
    return "".join(char for char in plain if category(char) not in INVISIBLE)
