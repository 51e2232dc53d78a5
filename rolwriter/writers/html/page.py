"""The page: the copy's blocks as headings, paragraphs and tables in their order.

Headings and landmarks are what a screen reader moves by: the title is h1, 一、 h2 and so
on, each chapter a section named by its heading. Numbers are characters of the text, as
everywhere; nothing is numbered by the browser, so that a copied page keeps them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from rolwriter.catalog.page_format import BlockKind, FaceRole, PageFormat
from rolwriter.writers.html.style import style_sheet
from rolwriter.writers.layout.blocks import Block, Run
from rolwriter.writers.layout.copy import Colophon, Copy, Section, TableBlock
from rolwriter.writers.unshowable import refuse_unshowable

_HEADINGS = {
    BlockKind.ATTACHMENT_TITLE: "h2",
    BlockKind.SHEET_TITLE: "h2",
    BlockKind.HEADING_1: "h2",
    BlockKind.HEADING_2: "h3",
    BlockKind.HEADING_3: "h4",
    BlockKind.HEADING_4: "h5",
}
_CLOSING = {BlockKind.SIGNATURE, BlockKind.ISSUE_DATE}
_TITLES = {BlockKind.TITLE}
_BESIDE = {BlockKind.NUMBER_ROW, BlockKind.SIGNATORIES}
"""Rows whose words stand at the right when no number stands at their left."""


def write_html(copy: Copy) -> bytes:
    """The copy as one HTML file in UTF-8; the same copy, the same bytes.

    RolwriterError when it holds characters that other machines cannot show.
    """
    refuse_unshowable(copy)
    return "\n".join([*_page(copy), ""]).encode("utf-8")


def _page(copy: Copy) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(copy.title)}</title>"
    yield f"<style>\n{style_sheet(copy.page_format)}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    label = ' aria-labelledby="title"' if _has_title(copy) else ""
    yield f"<article{label}>"
    above = "\u3000".join(filter(None, (copy.header, copy.watermark)))
    if above:
        yield f'<p class="header">{escape(above)}</p>'
    names = _Names()
    for number, section in enumerate(copy.sections):
        yield from _section(section, copy.page_format, names, first=number == 0)
    if copy.colophon is not None:
        yield from _colophon(copy.colophon)
    yield "</article>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _has_title(copy: Copy) -> bool:
    return any(isinstance(b, Block) and b.kind in _TITLES for b in copy.blocks)


class _Names:
    """Ids for the headings, in their order."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> str:
        """An id no heading of the page has yet."""
        self._last += 1
        return f"part-{self._last}"


def _section(
    section: Section, page_format: PageFormat, names: _Names, *, first: bool
) -> Iterator[str]:
    """A run of pages; each but the first begins a new one when printed."""
    classes = " ".join(filter(None, ("" if first else "new-page", "wide" * section.landscape)))
    if classes:
        yield f'<div class="{classes}">'
    open_chapter = False
    for kind, group in groupby(section.content, _group_of):
        items = list(group)
        if kind in _HEADINGS and kind is not BlockKind.SHEET_TITLE:
            for block in _blocks(items):
                begins = _HEADINGS[block.kind] == "h2"
                if begins and open_chapter:
                    yield "</section>"
                name = names.next()
                if begins:
                    yield f'<section aria-labelledby="{name}">'
                    open_chapter = True
                yield _element(_HEADINGS[block.kind], block, f' id="{name}"')
            continue
        ends = kind in _CLOSING or kind is BlockKind.ATTACHMENT_LABEL
        if ends and open_chapter:
            yield "</section>"
            open_chapter = False
        yield from _group(kind, items, page_format)
    if open_chapter:
        yield "</section>"
    if classes:
        yield "</div>"


def _group_of(item: Block | TableBlock) -> BlockKind | None:
    """What goes together: all lines of the title, signature and date, each kind of paragraph."""
    if isinstance(item, TableBlock):
        return None
    return BlockKind.SIGNATURE if item.kind in _CLOSING else item.kind


def _group(
    kind: BlockKind | None, items: Sequence[Block | TableBlock], page_format: PageFormat
) -> Iterator[str]:
    if kind is None:
        for item in items:
            if isinstance(item, TableBlock):
                yield from _table(item)
        return
    blocks = list(_blocks(items))
    if kind is BlockKind.TITLE:
        lines = [line for block in blocks for line in block.text.split("\n")]
        inside = "".join(f"<span>{escape(line)}</span>" for line in lines)
        yield f'<h1 id="title" class="title">{inside}</h1>'
    elif kind is BlockKind.SHEET_TITLE:
        yield from (_element("h2", block) for block in blocks)
    elif kind in _CLOSING:
        sealed = " sealed" * page_format.closing.sealed
        yield f'<div class="closing{sealed}">'
        yield from (_element("p", block) for block in blocks)
        yield "</div>"
    else:
        yield from (_element("p", block) for block in blocks)


def _blocks(items: Sequence[Block | TableBlock]) -> Iterator[Block]:
    return (item for item in items if isinstance(item, Block))


def _element(tag: str, block: Block, more: str = "") -> str:
    inside = "".join(_run(run, block) for run in block.runs)
    if block.beside is not None:
        beside = "".join(_run(run, block) for run in block.beside.runs)
        inside = f"<span>{inside}</span> <span>{beside}</span>"
    alone = " alone" * (block.kind in _BESIDE and block.beside is None)
    return f'<{tag}{more} class="{block.kind.value}{alone}">{inside}</{tag}>'


def _run(run: Run, block: Block) -> str:
    words = escape(run.text, quote=False).replace("\n", "<br>")
    if run.face is FaceRole.MARK:
        return f"<mark>{words}</mark>"
    own = block.kind.value == run.face.value or run.face is FaceRole.TEXT
    return words if own else f'<span class="face-{run.face.value}">{words}</span>'


def _table(table: TableBlock) -> Iterator[str]:
    """Its first rows are headings of columns; without any, the first cells name their rows."""
    total = sum(table.widths)
    yield '<div class="table" role="group" tabindex="0">'
    yield "<table>"
    shares = "".join(f'<col style="width:{100 * width / total:.1f}%">' for width in table.widths)
    yield f"<colgroup>{shares}</colgroup>"
    heads, rows = table.rows[: table.header_rows], table.rows[table.header_rows :]
    if heads:
        cells = ("".join(f'<th scope="col">{_cell(cell)}</th>' for cell in h.cells) for h in heads)
        yield "<thead>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</thead>"
    yield "<tbody>"
    for row in rows:
        height = f' style="height:{2 * row.least_lines}em"' if row.least_lines > 1 else ""
        texts = [_cell(cell) for cell in row.cells]
        named = not heads and len(texts) > 1 and texts[0] != ""
        first = f'<th scope="row">{texts[0]}</th>' if named else ""
        cells = "".join(f"<td>{text}</td>" for text in texts[1 if named else 0 :])
        yield f"<tr{height}>{first}{cells}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cell(words: str) -> str:
    return escape(words, quote=False).replace("\n", "<br>")


def _colophon(colophon: Colophon) -> Iterator[str]:
    yield '<footer class="colophon">'
    if colophon.copies_to:
        yield f"<p>{escape(colophon.copies_to)}</p>"
    if colophon.printer or colophon.printed:
        printer, printed = escape(colophon.printer), escape(colophon.printed)
        yield f'<p class="printed"><span>{printer}</span> <span>{printed}</span></p>'
    yield "</footer>"
