"""Sections: the paper, its margins, what stands above and under the text, counted lines."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import PageFormat
from rolwriter.writers.docx.markup import w
from rolwriter.writers.layout.copy import Copy, Section


@dataclass(frozen=True, slots=True)
class Furniture:
    """Which parts around the text the copy needs."""

    header: bool = False
    blank_footer: bool = False
    """A footer without a number: a section without one would take over the last one's."""

    @classmethod
    def of(cls, copy: Copy, *, colophon_apart: bool) -> Furniture:
        """What this copy needs."""
        unnumbered = any(not section.numbered for section in copy.sections)
        return cls(bool(copy.header or copy.watermark), unnumbered or colophon_apart)


def section(copy: Copy, one: Section, furniture: Furniture, *, even: bool = False) -> Element:
    """The properties of a section; ``even``: it begins on the next even page."""
    page_format = copy.page_format.across() if one.landscape else copy.page_format
    properties = w("sectPr")
    if furniture.header:
        properties.extend([_reference("header", kind, "header") for kind in ("even", "default")])
    properties.extend(footers(numbered=one.numbered))
    if even:
        # The next page needs no word; named, it keeps a table of LibreOffice 7.4 from floating.
        properties.append(w("type", val="evenPage"))
    properties.extend(page_properties(page_format, landscape=one.landscape))
    if copy.line_numbers:
        gap = page_format.draft.number_gap
        properties.insert(
            len(properties) - 1, w("lnNumType", countBy=1, distance=gap, restart="newPage")
        )
    return properties


def footers(*, numbered: bool = True) -> list[Element]:
    """The footers of even and odd pages, with the page's number or without."""
    return [
        _reference("footer", kind, part if numbered else "blank")
        for kind, part in (("even", "even"), ("default", "odd"))
    ]


def page_properties(page_format: PageFormat, *, landscape: bool = False) -> list[Element]:
    """Paper, margins and grid."""
    page = page_format.page
    size = w("pgSz", w=page.width, h=page.height)
    if landscape:
        size.set("w:orient", "landscape")
    return [
        size,
        w(
            "pgMar",
            top=page.top,
            right=page.right,
            bottom=page.bottom,
            left=page.left,
            header=page_format.header.distance,
            footer=page_format.footer.distance,
            gutter=0,
        ),
        w("docGrid", type="lines", linePitch=page_format.grid.line_pitch),
    ]


def _reference(what: str, kind: str, part: str) -> Element:
    reference = w(f"{what}Reference", type=kind)
    reference.set("r:id", part)
    return reference
