"""The parts of the report's file and the ties between them: nothing that was not put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from rolwriter.catalog.page_format import PageFormat
from rolwriter.catalog.paths import resource
from rolwriter.writers.docx.document import document_part
from rolwriter.writers.docx.furniture_styles import furniture_styles
from rolwriter.writers.docx.markup import RELATIONSHIPS, serialise
from rolwriter.writers.docx.names import FOOTER_EVEN, FOOTER_ODD
from rolwriter.writers.docx.sections import Furniture
from rolwriter.writers.docx.styles import styles_part
from rolwriter.writers.docx.surroundings import (
    blank_footer_part,
    font_table_part,
    footer_part,
    header_part,
    settings_part,
    title_part,
)
from rolwriter.writers.docx.variants import Variants
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.closing import place_closing
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.pages import lay_out
from rolwriter.writers.packing import pack

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PROPERTIES = f"{_PACKAGE}/relationships/metadata/core-properties"
_FROM_DOCUMENT = {
    # id: (kind of relationship, file)
    "styles": ("styles", "styles.xml"),
    "settings": ("settings", "settings.xml"),
    "fonts": ("fontTable", "fontTable.xml"),
    "theme": ("theme", "theme1.xml"),
    "odd": ("footer", "footer1.xml"),
    "even": ("footer", "footer2.xml"),
}
_HEADER = ("header", "header1.xml")
_BLANK = ("footer", "footer3.xml")


def write_docx(copy: Copy) -> bytes:
    """The copy as a Word file (.docx) after GB/T 9704-2012; same copy, same bytes."""
    page_format = copy.page_format
    text = [block for block in copy.blocks if isinstance(block, Block)]
    variants = Variants(text)
    apart = colophon_apart(copy)
    furniture = Furniture.of(copy, colophon_apart=apart)
    more = dict[str, tuple[tuple[str, str], bytes]]()
    if furniture.header:
        more["header"] = (_HEADER, header_part(copy))
    if furniture.blank_footer:
        more["blank"] = (_BLANK, blank_footer_part())
    return assemble(
        page_format,
        document_part(copy, variants, colophon_apart=apart),
        styles_part(
            page_format,
            place_closing(text, page_format),
            (*variants.styles(page_format), *furniture_styles(copy)),
        ),
        more,
        copy.title,
    )


def colophon_apart(copy: Copy) -> bool:
    """Whether the colophon does not fit under the last page's text, or that page is odd."""
    if copy.colophon is None:
        return False
    last = lay_out(copy, CellMeasure(copy.page_format)).pages[-1]
    return not last.lines and not last.rows


def assemble(
    page_format: PageFormat,
    document: bytes,
    styles: bytes,
    more: Mapping[str, tuple[tuple[str, str], bytes]] | None = None,
    title: str = "",
) -> bytes:
    """A Word file around a main part and its styles: page numbers, settings, fonts, theme.

    ``more``: further parts by the id the document names them with.
    """
    more = more or {}
    ties = {**_FROM_DOCUMENT, **{name: tie for name, (tie, _) in more.items()}}
    roots = {"document": (f"{RELATIONSHIPS}/officeDocument", "word/document.xml")}
    if title:
        roots["title"] = (_PROPERTIES, "docProps/core.xml")
    parts = {
        "[Content_Types].xml": _content_types(ties.values(), titled=bool(title)),
        "_rels/.rels": _relationships(roots),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(
            {name: (f"{RELATIONSHIPS}/{kind}", file) for name, (kind, file) in ties.items()}
        ),
        "word/styles.xml": styles,
        "word/settings.xml": settings_part(page_format),
        "word/fontTable.xml": font_table_part(page_format),
        # The smallest theme the schema allows, for Word files must have one. Nothing is
        # taken from it: the styles name their fonts and colours.
        "word/theme1.xml": resource("template", "theme.xml").read_bytes(),
        "word/footer1.xml": footer_part(page_format, FOOTER_ODD),
        "word/footer2.xml": footer_part(page_format, FOOTER_EVEN),
        **{f"word/{file}": data for (_, file), data in more.values()},
    }
    if title:
        parts["docProps/core.xml"] = title_part(title)
    return pack(parts)


def _content_types(ties: Iterable[tuple[str, str]], *, titled: bool) -> bytes:
    root = Element("Types", {"xmlns": f"{_PACKAGE}/content-types"})
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    SubElement(root, "Default", {"Extension": "rels", "ContentType": rels})
    SubElement(root, "Default", {"Extension": "xml", "ContentType": "application/xml"})
    kinds = {"document.xml": "document.main"}
    kinds.update({file: kind for kind, file in ties})
    for file, kind in kinds.items():
        office = _OFFICE if kind == "theme" else f"{_OFFICE}.wordprocessingml"
        content_type = f"{office}.{kind}+xml"
        SubElement(root, "Override", {"PartName": f"/word/{file}", "ContentType": content_type})
    if titled:
        core = "application/vnd.openxmlformats-package.core-properties+xml"
        SubElement(root, "Override", {"PartName": "/docProps/core.xml", "ContentType": core})
    return serialise(root)


def _relationships(targets: Mapping[str, tuple[str, str]]) -> bytes:
    root = Element("Relationships", {"xmlns": f"{_PACKAGE}/relationships"})
    for name, (kind, file) in targets.items():
        attributes = {"Id": name, "Type": kind, "Target": file}
        SubElement(root, "Relationship", attributes)
    return serialise(root)
