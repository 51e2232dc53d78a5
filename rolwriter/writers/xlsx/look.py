"""How our sheets look: faces, lines, shades, and the set-up for printing on A4."""

from __future__ import annotations

import math
import unicodedata
from typing import Any

FACE = "宋体"
HEAD_FACE = "黑体"
SIZE = 11
TITLE_SIZE = 16
_SHADE = "E7E6E6"
_LINE = "808080"
_POINTS_A_LINE = 16.0


def style(
    cell: Any,  # noqa: ANN401 - openpyxl has no types
    *,
    head: bool = False,
    shaded: bool = False,
    framed: bool = True,
    size: int = SIZE,
    align: str = "left",
    locked: bool = True,
) -> None:
    """Give a cell its face, alignment, frame and shade; unlocked cells can be filled in."""
    from openpyxl import styles

    kit: Any = styles
    indent = 1 if framed and align == "right" else 0
    cell.font = kit.Font(name=HEAD_FACE if head else FACE, size=size)
    cell.alignment = kit.Alignment(
        horizontal=align, vertical="center", wrap_text=True, indent=indent
    )
    if framed:
        side = kit.Side(style="thin", color=_LINE)
        cell.border = kit.Border(left=side, right=side, top=side, bottom=side)
    if shaded:
        cell.fill = kit.PatternFill("solid", fgColor=_SHADE)
    cell.protection = kit.Protection(locked=locked)


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in a column ``width`` half-width characters wide."""
    return sum(max(1, math.ceil(_halves(line) / max(width - 1, 1))) for line in text.split("\n"))


def height_of(lines: int) -> float:
    """The height in points of a row with so many lines of text."""
    return max(lines, 1) * _POINTS_A_LINE + 4


def set_up_page(
    sheet: Any,  # noqa: ANN401
    heading_row: int,
    *,
    landscape: bool,
    one_page: bool = False,
) -> None:
    """A4, as wide as the page, the heading and a number on each page, a still heading."""
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = int(one_page)
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.page_margins.top, sheet.page_margins.bottom = 0.6, 0.75
    sheet.page_margins.header = sheet.page_margins.footer = 0.35
    if not one_page:
        sheet.oddFooter.center.text = "第 &P 页  共 &N 页"
    sheet.print_title_rows = f"{heading_row}:{heading_row}"
    sheet.freeze_panes = f"A{heading_row + 1}"


def _halves(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
