"""A copy as plain text, for pasting into the editor of a site.

One paragraph a line, numbers typed, no blanks before a paragraph: the site's own style
makes the indent, and blanks that are typed are doubled by it or lost. Lines end with
CRLF and the file begins with the mark of UTF-8, because the plain editors of older
Windows need both; neither goes along when the text is selected and copied.
"""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.catalog.page_format import BlockKind
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import Copy, TableBlock
from rolwriter.writers.unshowable import refuse_unshowable

_LINE_END = "\r\n"


def write_text(copy: Copy) -> bytes:
    """The copy as a text file; the same copy, the same bytes.

    RolwriterError when it holds characters that other machines cannot show.
    """
    refuse_unshowable(copy)
    return "".join(line + _LINE_END for line in copy_lines(copy)).encode("utf-8-sig")


def copy_lines(copy: Copy) -> list[str]:
    """What the copy says, a paragraph or a row of a table each."""
    lines = [line for line in (copy.header, copy.watermark) if line]
    for item in copy.blocks:
        lines.extend(_rows(item) if isinstance(item, TableBlock) else [_line(item)])
    if copy.colophon is not None:
        below = (copy.colophon.copies_to, f"{copy.colophon.printer}\u3000{copy.colophon.printed}")
        lines.extend(line for line in map(str.strip, below) if line)
    return lines


def _rows(table: TableBlock) -> Iterator[str]:
    for row in table.rows:
        yield "\t".join(" ".join(cell.split("\n")) for cell in row.cells)


def _line(block: Block) -> str:
    """The block on one line; where a title is broken on paper is no matter here."""
    text = block.text.replace("\n", "") if block.kind is BlockKind.TITLE else block.text
    text = text.replace("\n", " ")
    beside = "".join(run.text for run in block.beside.runs) if block.beside else ""
    return f"{text}\u3000\u3000{beside}" if beside else text
