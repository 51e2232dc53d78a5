"""Tables: ruled, as wide as the type area, their head again on each page."""

from __future__ import annotations

from itertools import accumulate, pairwise
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import TWIPS_PER_POINT, FaceRole, PageFormat
from rolwriter.writers.docx.markup import w
from rolwriter.writers.docx.names import TABLE, table_style
from rolwriter.writers.docx.runs import run
from rolwriter.writers.layout.copy import TableBlock, TableRow


def table(block: TableBlock, width: int, page_format: PageFormat) -> Element:
    """The table; its columns share the width exactly."""
    edges = [0.0, *accumulate(block.widths)]
    at = [round(edge * width / edges[-1]) for edge in edges]
    columns = [right - left for left, right in pairwise(at)]
    element = w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val=TABLE.id),
            w("tblW", w=width, type="dxa"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=column) for column in columns)),
    )
    for index, row in enumerate(block.rows):
        head = index < block.header_rows
        element.append(_row(row, columns, block, page_format, head=head))
    return element


def line_height(block: TableBlock, page_format: PageFormat) -> int:
    """Height of one line of the table, in twips."""
    return round(block.size_pt * page_format.table.line_ratio * TWIPS_PER_POINT)


def _row(
    row: TableRow, columns: list[int], block: TableBlock, page_format: PageFormat, *, head: bool
) -> Element:
    height = row.least_lines * line_height(block, page_format) + 2 * page_format.table.above
    properties = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast"))
    if head:
        properties.append(w("tblHeader"))
    element = w("tr", properties)
    role = FaceRole.TABLE_HEAD if head else FaceRole.TABLE
    style = table_style(role, block.size_pt).id
    for text, width in zip(row.cells, columns, strict=True):
        paragraph = w("p", w("pPr", w("pStyle", val=style)))
        if text:
            paragraph.append(run(text))
        element.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph))
    return element
