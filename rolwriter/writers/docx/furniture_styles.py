"""Styles of what stands around the report's text: tables, colophon, header, counted lines."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import BLACK, Align, FaceRole, PageFormat
from rolwriter.writers.docx.markup import w
from rolwriter.writers.docx.names import (
    COPIES_TO,
    GAP,
    HEADER,
    LINE_NUMBER,
    PRINTED,
    RED_RULE,
    TABLE,
    THICK_RULE,
    THIN_RULE,
    StyleName,
    table_style,
)
from rolwriter.writers.docx.styles import face_of, named_style
from rolwriter.writers.docx.tables import line_height
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.copy import Copy, TableBlock

_EIGHTHS = 8 / 20
_LOWEST = 20
"""One point: the lowest line there is."""
_COPIES_LABEL = "抄送："


def furniture_styles(copy: Copy) -> Iterator[Element]:
    """Those this copy uses."""
    page_format = copy.page_format
    tables = [block for block in copy.blocks if isinstance(block, TableBlock)]
    if copy.header or copy.watermark:
        yield _header(page_format)
    if copy.line_numbers:
        yield _line_number(page_format)
    yield from _rules(copy)
    if tables:
        yield _table_style(page_format)
        sizes = {block.size_pt: block for block in tables}
        for size in sorted(sizes):
            for role in (FaceRole.TABLE, FaceRole.TABLE_HEAD):
                yield _cell_style(page_format, role, sizes[size])
    if tables or copy.colophon:
        yield _low(GAP, _LOWEST)
    if copy.colophon:
        yield from _colophon(page_format)


def _rules(copy: Copy) -> Iterator[Element]:
    """The lines under paragraphs of some kinds: paragraphs of their own, see `_rule`."""
    kinds = dict.fromkeys(block.kind for block in copy.blocks if isinstance(block, Block))
    for kind in kinds:
        rule = copy.page_format.paragraphs[kind].rule
        if rule is not None:
            after = copy.page_format.after(kind)
            yield _rule(RED_RULE, rule.width, rule.color, before=rule.gap, after=after)


def _rule(style: StyleName, width: int, color: str, *, before: int = 0, after: int = 0) -> Element:
    """A rule as a coloured line of that height: exactly as thick and as long as it should be.

    The edge of a paragraph would be no longer than its indents let it be, and LibreOffice
    7.4 makes no frame of paragraphs with edges.
    """
    return _low(style, width, w("shd", val="clear", color="auto", fill=color), before, after)


def _low(
    style: StyleName, height: int, shade: Element | None = None, before: int = 0, after: int = 0
) -> Element:
    spacing = w("spacing", before=before, after=after, line=height, lineRule="exact")
    shading = () if shade is None else (shade,)
    return named_style(
        style,
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        w("pPr", *shading, w("snapToGrid", val=0), spacing),
        w("rPr", w("sz", val=2), w("szCs", val=2)),
    )


def _header(page_format: PageFormat) -> Element:
    return named_style(
        HEADER,
        w("name", val=HEADER.name),
        w("basedOn", val="Normal"),
        w(
            "pPr",
            w("snapToGrid", val=0),
            w("spacing", line=page_format.header.line, lineRule="exact"),
            w("jc", val=Align.LEFT),
        ),
        w("rPr", *face_of(page_format, FaceRole.HEADER)),
    )


def _line_number(page_format: PageFormat) -> Element:
    return w(
        "style",
        w("name", val=LINE_NUMBER.name),
        w("basedOn", val="DefaultParagraphFont"),
        w("rPr", *face_of(page_format, FaceRole.LINE_NUMBER)),
        type="character",
        styleId=LINE_NUMBER.id,
    )


def _table_style(page_format: PageFormat) -> Element:
    form = page_format.table
    width = max(2, round(form.rule * _EIGHTHS))
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (w(side, val="single", sz=width, space=0, color="auto") for side in sides)
    room = (
        w(side, w=size, type="dxa")
        for side, size in (
            ("top", form.above),
            ("left", form.side),
            ("bottom", form.above),
            ("right", form.side),
        )
    )
    return w(
        "style",
        w("name", val=TABLE.name),
        w("tblPr", w("tblBorders", *lines), w("tblCellMar", *room)),
        type="table",
        customStyle=1,
        styleId=TABLE.id,
    )


def _cell_style(page_format: PageFormat, role: FaceRole, block: TableBlock) -> Element:
    style = table_style(role, block.size_pt)
    align = Align.CENTER if role is FaceRole.TABLE_HEAD else Align.LEFT
    return named_style(
        style,
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        w(
            "pPr",
            w("snapToGrid", val=0),
            w("spacing", line=line_height(block, page_format), lineRule="exact"),
            w("jc", val=align),
        ),
        w("rPr", *face_of(page_format, role, size_pt=block.size_pt)),
    )


def _colophon(page_format: PageFormat) -> Iterator[Element]:
    form = page_format.colophon
    size = page_format.faces[FaceRole.COLOPHON].size
    edge = round(form.edge_chars * size)
    turned = round(cells(_COPIES_LABEL) * size)
    right = w("tabs", w("tab", val="right", pos=page_format.text_width - edge))
    copies_to = (w("ind", left=edge + turned, right=edge, hanging=turned),)
    for style, before, indent, align in (
        (COPIES_TO, (), copies_to, Align.BOTH),
        (PRINTED, (right,), (w("ind", left=edge),), Align.LEFT),
    ):
        yield named_style(
            style,
            w("name", val=style.name),
            w("basedOn", val="Normal"),
            w(
                "pPr",
                *before,
                w("snapToGrid", val=0),
                w("spacing", line=form.line, lineRule="exact"),
                *indent,
                w("jc", val=align),
            ),
            w("rPr", *face_of(page_format, FaceRole.COLOPHON)),
        )
    yield _rule(THICK_RULE, form.thick, BLACK)
    yield _rule(THIN_RULE, form.thin, BLACK)
