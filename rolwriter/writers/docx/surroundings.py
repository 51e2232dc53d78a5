"""The small parts around the text: footers, settings, font table."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from rolwriter.catalog.page_format import PageFormat, Punctuation
from rolwriter.writers.docx.markup import part, serialise, w
from rolwriter.writers.docx.names import HEADER, StyleName
from rolwriter.writers.docx.runs import run
from rolwriter.writers.docx.watermark import watermark
from rolwriter.writers.layout.copy import Copy

_WORD_2013 = 15
"""The newest compatibility mode there is; without it Word opens files in an old one."""
_CHARSET_GB2312 = "86"


def footer_part(page_format: PageFormat, style: StyleName) -> bytes:
    """A footer with the page number between its dashes."""
    footer = page_format.footer
    number = w("fldSimple", run("1"), instr=" PAGE ")
    paragraph = w("p", w("pPr", w("pStyle", val=style.id)))
    paragraph.extend([run(footer.before), number, run(footer.after)])
    return part(w("ftr", paragraph))


def blank_footer_part() -> bytes:
    """The footer of pages without a number."""
    return part(w("ftr", w("p", w("pPr", w("pStyle", val="Footer")))))


def header_part(copy: Copy) -> bytes:
    """The line above the text of a draft, and the words across its pages."""
    paragraph = w("p", w("pPr", w("pStyle", val=HEADER.id)))
    if copy.header:
        paragraph.append(run(copy.header))
    if copy.watermark:
        paragraph.append(watermark(copy.watermark, copy.page_format))
    return part(w("hdr", paragraph))


def title_part(title: str) -> bytes:
    """The file's properties: its title and nothing else."""
    root = Element(
        "cp:coreProperties",
        {
            "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        },
    )
    SubElement(root, "dc:title").text = title
    return serialise(root)


def settings_part(page_format: PageFormat) -> bytes:
    """What the document asks of Word: marks squeezed or not, own footers on even pages."""
    condensed = page_format.lines.punctuation is Punctuation.CONDENSED
    return part(
        w(
            "settings",
            w("zoom", percent=100),
            w("evenAndOddHeaders"),
            w(
                "characterSpacingControl",
                val="compressPunctuation" if condensed else "doNotCompress",
            ),
            w(
                "compat",
                w(
                    "compatSetting",
                    name="compatibilityMode",
                    uri="http://schemas.microsoft.com/office/word",
                    val=_WORD_2013,
                ),
            ),
            w("themeFontLang", val="en-US", eastAsia="zh-CN"),
        )
    )


def font_table_part(page_format: PageFormat) -> bytes:
    """The fonts the styles name, each with its stand-ins for a machine that lacks it."""
    root = w("fonts")
    for font in page_format.fonts.values():
        root.append(
            w(
                "font",
                w("altName", val=",".join(font.chain[1:])),
                w("charset", val=_CHARSET_GB2312),
                w("family", val=font.font_class),
                w("pitch", val=font.pitch),
                name=font.official,
            )
        )
    return part(root)
