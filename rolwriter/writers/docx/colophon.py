"""The colophon (版记) in a frame at the foot of the type area.

A frame of paragraphs and not a table: LibreOffice lets no table float that is as wide as
the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import PageFormat
from rolwriter.writers.docx.markup import w
from rolwriter.writers.docx.names import COPIES_TO, PRINTED, THICK_RULE, THIN_RULE, StyleName
from rolwriter.writers.docx.runs import run
from rolwriter.writers.layout.copy import Colophon


def colophon_frame(colophon: Colophon, page_format: PageFormat) -> Iterator[Element]:
    """抄送, then 印发机关 left and 印发日期 right, with rules above, between and under."""
    width = page_format.text_width
    yield _framed(THICK_RULE, width)
    if colophon.copies_to:
        yield _framed(COPIES_TO, width, run(colophon.copies_to))
    printed = bool(colophon.printer or colophon.printed)
    if colophon.copies_to and printed:
        yield _framed(THIN_RULE, width)
    if printed:
        runs = [run(colophon.printer)] if colophon.printer else []
        if colophon.printed:
            runs.append(run(f"\t{colophon.printed}"))
        yield _framed(PRINTED, width, *runs)
    yield _framed(THICK_RULE, width)


def _framed(style: StyleName, width: int, *runs: Element) -> Element:
    """A paragraph of the frame; Word joins those in a row whose frames are alike."""
    frame = w("framePr", w=width, hSpace=0, wrap="around")
    for name, value in (
        ("vAnchor", "margin"),
        ("hAnchor", "margin"),
        ("xAlign", "left"),
        ("yAlign", "bottom"),
    ):
        frame.set(f"w:{name}", value)
    return w("p", w("pPr", w("pStyle", val=style.id), frame), *runs)
