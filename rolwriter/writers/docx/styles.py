"""`word/styles.xml`: every face, distance and indent of the file, so that runs need none.

The places of signature and date depend on the words of this report; they too go into
styles, made for it, so that nothing in the document is formatted directly.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from rolwriter.catalog.page_format import (
    BLACK,
    Align,
    BlockKind,
    FaceRole,
    PageFormat,
    ParagraphFormat,
    Punctuation,
)
from rolwriter.writers.docx.markup import part, w
from rolwriter.writers.docx.names import (
    FOOTER_EVEN,
    FOOTER_ODD,
    RUN_STYLES,
    STYLES,
    StyleName,
)
from rolwriter.writers.layout.closing import ClosingPlaces, Place

# Latin text is not declared Chinese: LibreOffice would break numbers between digits.
_LANGUAGES = {"val": "en-US", "eastAsia": "zh-CN"}
_HEADING_FACES = {
    BlockKind.HEADING_1: FaceRole.HEADING_1,
    BlockKind.HEADING_2: FaceRole.HEADING_2,
    BlockKind.HEADING_3: FaceRole.HEADING_3,
    BlockKind.HEADING_4: FaceRole.HEADING_4,
}


def styles_part(
    page_format: PageFormat, closing: ClosingPlaces, more: Iterable[Element] = ()
) -> bytes:
    """The styles for a report whose signature and date stand at these places, and ``more``."""
    places = {BlockKind.SIGNATURE: closing.signature, BlockKind.ISSUE_DATE: closing.issue_date}
    root = w("styles", _defaults(page_format), _normal(page_format), *_no_formatting())
    root.extend(_block_style(page_format, kind, places.get(kind)) for kind in STYLES)
    root.extend(_run_style(page_format, kind) for kind in _HEADING_FACES)
    root.extend(_own_run_style(page_format, role) for role in (FaceRole.SIGNATORY, FaceRole.MARK))
    root.extend(_footer_styles(page_format))
    root.extend(more)
    return part(root)


def _defaults(page_format: PageFormat) -> Element:
    language = w("lang", **_LANGUAGES)
    run = w("rPr", *face_of(page_format, FaceRole.TEXT, spacing=False), language)
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault"))


def _normal(page_format: PageFormat) -> Element:
    """What all paragraphs share: the line's height and the rules of Chinese line breaking."""
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w(
            "pPr",
            w("widowControl", val=0),
            w("kinsoku", val=1),
            *_punctuation(page_format),
            w("autoSpaceDE", val=int(page_format.lines.autospace > 0)),
            w("autoSpaceDN", val=int(page_format.lines.autospace > 0)),
            w("spacing", before=0, after=0, line=page_format.grid.line, lineRule="exact"),
            w("jc", val=Align.BOTH),
        ),
        w("rPr", *face_of(page_format, FaceRole.TEXT)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _punctuation(page_format: PageFormat) -> tuple[Element, ...]:
    """Whether marks may hang in the margin. They may where nothing is said.

    Saying so makes LibreOffice 7.4 do the opposite: it reads this property turned round.
    """
    hangs = page_format.lines.punctuation is Punctuation.HANGING
    return () if hangs else (w("overflowPunct", val=0),)


def _no_formatting() -> tuple[Element, ...]:
    """The default styles Word expects of the other types."""
    return (
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            w("uiPriority", val=1),
            w("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        w(
            "style",
            w("name", val="No List"),
            w("uiPriority", val=99),
            w("semiHidden"),
            type="numbering",
            default=1,
            styleId="NoList",
        ),
    )


def _block_style(page_format: PageFormat, kind: BlockKind, place: Place | None) -> Element:
    layout = page_format.paragraphs[kind]
    style = STYLES[kind]
    paragraph = w("pPr")
    if layout.keep_with_next:
        paragraph.append(w("keepNext"))
    # 2号 in a line of 3号's height: off the grid, or the title takes two of its lines.
    if page_format.faces[layout.face].size_pt > page_format.faces[FaceRole.TEXT].size_pt:
        paragraph.append(w("snapToGrid", val=0))
    paragraph.append(_spacing(page_format, kind))
    paragraph.extend(_indent(page_format, layout, place))
    # Title and signature may have several lines: the distance is around them, not between.
    if layout.before_lines or layout.after_lines:
        paragraph.append(w("contextualSpacing"))
    paragraph.append(w("jc", val=place.align if place else layout.align))
    if style.outline is not None:
        paragraph.append(w("outlineLvl", val=style.outline))
    head = [w("name", val=style.name), w("basedOn", val="Normal")]
    if kind is not BlockKind.TEXT:
        head.append(w("next", val=STYLES[BlockKind.TEXT].id))
    if kind in _HEADING_FACES:
        head.append(w("link", val=RUN_STYLES[_HEADING_FACES[kind]].id))
    run = w("rPr", *face_of(page_format, layout.face))
    return named_style(style, *head, w("qFormat"), paragraph, run)


def _run_style(page_format: PageFormat, kind: BlockKind) -> Element:
    face = _HEADING_FACES[kind]
    style = RUN_STYLES[face]
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="DefaultParagraphFont"),
        w("link", val=STYLES[kind].id),
        w("rPr", *face_of(page_format, face)),
        type="character",
        customStyle=1,
        styleId=style.id,
    )


def _own_run_style(page_format: PageFormat, role: FaceRole) -> Element:
    style = RUN_STYLES[role]
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="DefaultParagraphFont"),
        w("rPr", *face_of(page_format, role)),
        type="character",
        customStyle=1,
        styleId=style.id,
    )


def _footer_styles(page_format: PageFormat) -> tuple[Element, ...]:
    footer = page_format.footer
    edge = round(footer.edge_chars * page_format.faces[FaceRole.FOOTER].size)
    hundredths = round(footer.edge_chars * 100)
    base = w(
        "style",
        w("name", val="footer"),
        w("basedOn", val="Normal"),
        w(
            "pPr",
            w("snapToGrid", val=0),
            w("spacing", line=footer.line, lineRule="exact"),
        ),
        w("rPr", *face_of(page_format, FaceRole.FOOTER)),
        type="paragraph",
        styleId="Footer",
    )
    odd = w("ind", right=edge, rightChars=hundredths)
    even = w("ind", left=edge, leftChars=hundredths)
    return (
        base,
        *(
            named_style(
                style,
                w("name", val=style.name),
                w("basedOn", val="Footer"),
                w("pPr", indent, w("jc", val=align)),
            )
            for style, indent, align in (
                (FOOTER_ODD, odd, Align.RIGHT),
                (FOOTER_EVEN, even, Align.LEFT),
            )
        ),
    )


def named_style(style: StyleName, *children: Element) -> Element:
    """A paragraph style of that name."""
    element = w("style", *children, type="paragraph", styleId=style.id)
    if not style.built_in:
        element.set("w:customStyle", "1")
    return element


def _spacing(page_format: PageFormat, kind: BlockKind) -> Element:
    """Height of lines and distances; under a rule it is the rule that keeps the distance."""
    ruled = page_format.paragraphs[kind].rule is not None
    return w(
        "spacing",
        before=page_format.before(kind),
        after=0 if ruled else page_format.after(kind),
        line=page_format.line(kind),
        lineRule="exact",
    )


def _indent(
    page_format: PageFormat, layout: ParagraphFormat, place: Place | None
) -> tuple[Element, ...]:
    """Indents in characters, which Word shows and keeps, and in twips for others.

    A place that follows from the words is an exact length and has no count of characters.
    """
    size = page_format.faces[layout.face].size
    if place is not None and (
        place.align is not layout.align or place.indent != round(layout.right_chars * size)
    ):
        if place.align is Align.LEFT:
            return (w("ind", left=place.indent),)
        return (w("ind", right=place.indent),)
    # A rule under the paragraph would begin and end where its sides are set in.
    sides = (
        ("left", 0 if layout.rule else layout.left_chars),
        ("right", 0 if layout.rule else layout.right_chars),
        ("firstLine", layout.first_line_chars),
    )
    indent = w("ind")
    for side, chars in sides:
        if chars:
            indent.set(f"w:{side}Chars", str(round(chars * 100)))
            indent.set(f"w:{side}", str(round(chars * size)))
    return (indent,) if indent.attrib else ()


def face_of(
    page_format: PageFormat, role: FaceRole, *, spacing: bool = True, size_pt: float = 0
) -> tuple[Element, ...]:
    """Font, spacing and size; the font is named for every script.

    Theme fonts would win over names, and a run without a name of its own for Latin
    text would set digits and “ ” in another face.
    """
    face = page_format.faces[role]
    name = page_format.font(role).official
    half_points = round((size_pt or face.size_pt) * 2)
    return (
        w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name),
        *((w("color", val=face.color),) if face.color != BLACK else ()),
        *((w("spacing", val=face.char_spacing),) if spacing else ()),
        w("sz", val=half_points),
        w("szCs", val=half_points),
    )
