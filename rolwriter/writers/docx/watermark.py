"""Words across each page of a draft, as Word itself draws a watermark: a shape in the header."""

from __future__ import annotations

from math import hypot
from xml.etree.ElementTree import Element, SubElement

from rolwriter.catalog.page_format import TWIPS_PER_POINT, FaceRole, PageFormat
from rolwriter.writers.docx.markup import w
from rolwriter.writers.layout.cells import cells

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_TEXT_PATH = "136"
"""Word's number for a shape that is text along a line."""
_WIDEST = 0.8
"""Of the page's diagonal."""


def watermark(words: str, page_format: PageFormat) -> Element:
    """A run with the words, turned across the middle of the page, behind the text."""
    face = page_format.faces[FaceRole.WATERMARK]
    page = page_format.page
    diagonal = hypot(page.width, page.height) / TWIPS_PER_POINT
    size = min(face.size_pt, _WIDEST * diagonal / max(1.0, cells(words)))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{size * cells(words):.0f}pt;"
        f"height:{size:.0f}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    picture = w("pict")
    kind = SubElement(
        picture,
        "v:shapetype",
        {
            "xmlns:v": _VML,
            "xmlns:o": _OFFICE,
            "id": f"_x0000_t{_TEXT_PATH}",
            "coordsize": "21600,21600",
            "o:spt": _TEXT_PATH,
            "adj": "10800",
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
    )
    formulas = SubElement(kind, "v:formulas")
    for equation in (
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
    ):
        SubElement(formulas, "v:f", {"eqn": equation})
    SubElement(kind, "v:path", {"textpathok": "t", "o:connecttype": "custom"})
    SubElement(kind, "v:textpath", {"on": "t", "fitshape": "t"})
    shape = SubElement(
        picture,
        "v:shape",
        {
            "xmlns:v": _VML,
            "xmlns:o": _OFFICE,
            "id": "PowerPlusWaterMarkObject1",
            "o:spid": "_x0000_s2049",
            "type": f"#_x0000_t{_TEXT_PATH}",
            "style": style,
            "o:allowincell": "f",
            "fillcolor": f"#{face.color}",
            "stroked": "f",
        },
    )
    font = page_format.font(FaceRole.WATERMARK).official
    SubElement(
        shape,
        "v:textpath",
        {"style": f'font-family:"{font}";font-size:1pt', "string": words},
    )
    return w("r", picture)
