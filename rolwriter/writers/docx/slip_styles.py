"""The styles of the slip's lines: topic, hint, last year's text, the frame to write in."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import FaceRole, PageFormat
from rolwriter.writers.docx.markup import w

_SHADE, _FRAME, _FAINT = "F2F2F2", "7F7F7F", "7F7F7F"
_LINE = 360
"""One and a half lines, in 240ths."""


@dataclass(frozen=True, slots=True)
class SlipStyle:
    """A paragraph style: id, name in Word, face, size in half points, what is around it."""

    id: str
    name: str
    face: FaceRole
    half_points: int
    centred: bool = False
    before: int = 0
    after: int = 0
    keep: bool = False
    shaded: bool = False
    framed: bool = False
    indented: bool = False
    faint: bool = False


TITLE = SlipStyle("SlipTitle", "供稿单标题", FaceRole.TITLE, 40, centred=True, after=240)
LINE = SlipStyle("SlipLine", "供稿单说明", FaceRole.TEXT, 24)
TOPIC = SlipStyle("SlipTopic", "供稿主题", FaceRole.HEADING_1, 30, before=360, keep=True)
HINT = SlipStyle("SlipHint", "供稿提示", FaceRole.HEADING_2, 26, keep=True)
LABEL = SlipStyle("SlipLabel", "供稿单小标题", FaceRole.TEXT, 24, before=80, after=60, keep=True)
PREVIOUS = SlipStyle("SlipPrevious", "去年的文字", FaceRole.TEXT, 26, shaded=True, indented=True)
ANSWER = SlipStyle("SlipAnswer", "今年的文字", FaceRole.TEXT, 30, framed=True, indented=True)
END = SlipStyle("SlipEnd", "供稿编号", FaceRole.TEXT, 16, faint=True)
_PARAGRAPHS = (TITLE, LINE, TOPIC, HINT, LABEL, PREVIOUS, ANSWER, END)
CODE = "SlipCode"
"""The character style of a code behind other words."""


def slip_styles(page_format: PageFormat) -> list[Element]:
    """All of them, to stand beside the report's."""
    code = w(
        "style",
        w("name", val="供稿编号字符"),
        w("basedOn", val="DefaultParagraphFont"),
        w("rPr", w("color", val=_FAINT), w("sz", val=END.half_points)),
        type="character",
        customStyle=1,
        styleId=CODE,
    )
    return [*(_style(style, page_format) for style in _PARAGRAPHS), code]


def _style(style: SlipStyle, page_format: PageFormat) -> Element:
    font = page_format.font(style.face).official
    run = w("rPr", w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))
    if style.faint:
        run.append(w("color", val=_FAINT))
    run.append(w("spacing", val=0))
    run.append(w("sz", val=style.half_points))
    run.append(w("szCs", val=style.half_points))
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        *(() if style is ANSWER else (w("next", val=LINE.id),)),
        w("qFormat"),
        _paragraph(style),
        run,
        type="paragraph",
        customStyle=1,
        styleId=style.id,
    )


def _paragraph(style: SlipStyle) -> Element:
    """The children in the order the schema wants."""
    properties = w("pPr")
    if style.keep:
        properties.append(w("keepNext"))
    if style.framed:
        sides = ("top", "left", "bottom", "right")
        frame = (w(side, val="single", sz=6, space=4, color=_FRAME) for side in sides)
        properties.append(w("pBdr", *frame))
    if style.shaded:
        properties.append(w("shd", val="clear", color="auto", fill=_SHADE))
    properties.append(w("snapToGrid", val=0))
    properties.append(
        w("spacing", before=style.before, after=style.after, line=_LINE, lineRule="auto")
    )
    if style.indented:
        properties.append(w("ind", firstLineChars=200, firstLine=style.half_points * 20))
    if style.centred:
        properties.append(w("jc", val="center"))
    return properties
