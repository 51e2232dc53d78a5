"""The small parts around the text: footers, settings, font table."""

from __future__ import annotations

from rolwriter.catalog.page_format import PageFormat
from rolwriter.writers.docx.document import run, words
from rolwriter.writers.docx.markup import part, w
from rolwriter.writers.docx.names import StyleName

_WORD_2013 = 15
"""The newest compatibility mode there is; without it Word opens files in an old one."""
_CHARSET_GB2312 = "86"


def footer_part(page_format: PageFormat, style: StyleName) -> bytes:
    """A footer with the page number between its dashes."""
    footer = page_format.footer
    number = w("fldSimple", w("r", words("1")), instr=" PAGE ")
    paragraph = w("p", w("pPr", w("pStyle", val=style.id)))
    paragraph.extend([run(footer.before), number, run(footer.after)])
    return part(w("ftr", paragraph))


def settings_part() -> bytes:
    """What the document asks of Word: no squeezed signs, own footers on even pages."""
    return part(
        w(
            "settings",
            w("zoom", percent=100),
            w("evenAndOddHeaders"),
            w("characterSpacingControl", val="doNotCompress"),
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
