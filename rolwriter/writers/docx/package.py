"""The parts of the report's file and the ties between them: nothing that was not put in."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from rolwriter.catalog.page_format import PageFormat, load_page_format
from rolwriter.catalog.paths import resource
from rolwriter.model.report import Report
from rolwriter.writers.docx.document import document_part
from rolwriter.writers.docx.markup import RELATIONSHIPS, serialise
from rolwriter.writers.docx.names import FOOTER_EVEN, FOOTER_ODD
from rolwriter.writers.docx.styles import styles_part
from rolwriter.writers.docx.surroundings import font_table_part, footer_part, settings_part
from rolwriter.writers.layout.blocks import blocks
from rolwriter.writers.layout.closing import place_closing
from rolwriter.writers.packing import pack

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_FROM_DOCUMENT = {
    # id: (kind of relationship, file)
    "styles": ("styles", "styles.xml"),
    "settings": ("settings", "settings.xml"),
    "fonts": ("fontTable", "fontTable.xml"),
    "theme": ("theme", "theme1.xml"),
    "odd": ("footer", "footer1.xml"),
    "even": ("footer", "footer2.xml"),
}


def write_docx(report: Report) -> bytes:
    """The report as a Word file (.docx) after GB/T 9704-2012; same report, same bytes.

    What stands in 未归类 is not written: see `blocks.left_out`.
    """
    page_format = load_page_format()
    run_of_blocks = blocks(report)
    closing = place_closing(run_of_blocks, page_format)
    return assemble(
        page_format,
        document_part(run_of_blocks, page_format),
        styles_part(page_format, closing),
    )


def assemble(page_format: PageFormat, document: bytes, styles: bytes) -> bytes:
    """A Word file around a main part and its styles: page numbers, settings, fonts, theme."""
    return pack(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relationships({"document": ("officeDocument", "word/document.xml")}),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _relationships(_FROM_DOCUMENT),
            "word/styles.xml": styles,
            "word/settings.xml": settings_part(),
            "word/fontTable.xml": font_table_part(page_format),
            # The smallest theme the schema allows, for Word files must have one. Nothing is
            # taken from it: the styles name their fonts, and all ink is black.
            "word/theme1.xml": resource("template", "theme.xml").read_bytes(),
            "word/footer1.xml": footer_part(page_format, FOOTER_ODD),
            "word/footer2.xml": footer_part(page_format, FOOTER_EVEN),
        }
    )


def _content_types() -> bytes:
    root = Element("Types", {"xmlns": f"{_PACKAGE}/content-types"})
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    SubElement(root, "Default", {"Extension": "rels", "ContentType": rels})
    SubElement(root, "Default", {"Extension": "xml", "ContentType": "application/xml"})
    kinds = {"document.xml": "document.main"}
    kinds.update({file: kind for kind, file in _FROM_DOCUMENT.values()})
    for file, kind in kinds.items():
        office = _OFFICE if kind == "theme" else f"{_OFFICE}.wordprocessingml"
        content_type = f"{office}.{kind}+xml"
        SubElement(root, "Override", {"PartName": f"/word/{file}", "ContentType": content_type})
    return serialise(root)


def _relationships(targets: dict[str, tuple[str, str]]) -> bytes:
    root = Element("Relationships", {"xmlns": f"{_PACKAGE}/relationships"})
    for name, (kind, file) in targets.items():
        attributes = {"Id": name, "Type": f"{RELATIONSHIPS}/{kind}", "Target": file}
        SubElement(root, "Relationship", attributes)
    return serialise(root)
