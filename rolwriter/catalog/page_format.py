"""The official page as values: `resources/format/gbt9704.toml`, checked and typed.

Word export, print and the editor take every measure and face from here, so that
they agree. Lengths are twips (1/20 pt) unless a name ends in ``_pt``, ``_chars`` or
``_lines``.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec.structs import replace

from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError
from rolwriter.model.threads import DECODING, once

TWIPS_PER_POINT = 20
BLACK = "000000"


class FaceRole(StrEnum):
    """What a run of characters is, as far as its face goes."""

    TITLE = "title"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    TEXT = "text"
    FOOTER = "footer"
    MASTHEAD = "masthead"
    URGENCY = "urgency"
    SIGNATORY = "signatory"
    CAPTION = "caption"
    ATTACHMENT_LABEL = "attachment_label"
    ATTACHMENT_TITLE = "attachment_title"
    COLOPHON = "colophon"
    SHEET_TITLE = "sheet_title"
    TABLE = "table"
    TABLE_HEAD = "table_head"
    HEADER = "header"
    LINE_NUMBER = "line_number"
    WATERMARK = "watermark"
    MARK = "mark"
    """What a draft says of the text and is not part of it: 〔沿用未核〕."""


class BlockKind(StrEnum):
    """What a paragraph is, as far as its layout goes."""

    TITLE = "title"
    DOCUMENT_NUMBER = "document_number"
    ADDRESSEE = "addressee"
    TEXT = "text"
    HEADING_1 = "heading1"
    HEADING_2 = "heading2"
    HEADING_3 = "heading3"
    HEADING_4 = "heading4"
    SIGNATURE = "signature"
    ISSUE_DATE = "issue_date"
    URGENCY = "urgency"
    MASTHEAD = "masthead"
    SIGNATORIES = "signatories"
    """Rows of names above the one they share with the document number."""
    NUMBER_ROW = "number_row"
    """Document number and, beside it, the last signatories; the red rule under it."""
    CAPTION = "caption"
    """题注 under the title: （送审稿）."""
    NOTE = "note"
    """附注 under the date."""
    ATTACHMENT_NOTE = "attachment_note"
    """附件说明 under the text."""
    ATTACHMENT_LABEL = "attachment_label"
    """附件1, on a page of its own."""
    ATTACHMENT_TITLE = "attachment_title"
    SHEET_TITLE = "sheet_title"
    """The head of a sheet that goes with the report: 审签单, 核对表."""


class Align(StrEnum):
    """How a paragraph's lines stand between the margins; the values are Word's."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class FontClass(StrEnum):
    """The broad design of a font; the values are Word's."""

    AUTO = "auto"
    MODERN = "modern"
    ROMAN = "roman"
    SWISS = "swiss"


class Punctuation(StrEnum):
    """What becomes of a mark for which a line that is full has no room."""

    HANGING = "hanging"
    """It stands in the right margin."""
    CONDENSED = "condensed"
    """The line is set closer, at most by the blank halves of its marks, to make room."""


class LoneCharacter(StrEnum):
    """What becomes of a paragraph's last line that holds one character only (孤字)."""

    KEPT = "kept"
    PULLED = "pulled"
    """The line above gives it a character more."""
    CONDENSED = "condensed"
    """The paragraph is set closer, within a limit, to do without that line; else as pulled."""


class Pitch(StrEnum):
    """Whether all characters of a font are equally wide; the values are Word's."""

    FIXED = "fixed"
    VARIABLE = "variable"


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the file: a value, and a name it does not know is an error."""


class Page(_Table, frozen=True):
    """Paper and margins."""

    width: int
    height: int
    top: int
    left: int
    right: int
    bottom: int


class Grid(_Table, frozen=True):
    """How many lines and characters a full page holds, and how high a line is."""

    lines: int
    chars: int
    line: int
    line_pitch: int


class Font(_Table, frozen=True, rename={"font_class": "class"}):
    """One design of type and the families that have it."""

    name: str
    """What a clerk calls it."""
    chain: tuple[str, ...]
    """Family names, the official one first, then its stand-ins in order."""
    font_class: FontClass
    pitch: Pitch

    @property
    def official(self) -> str:
        """The family a document names."""
        return self.chain[0]


class Face(_Table, frozen=True):
    """The type of one role: a key of `PageFormat.fonts`, a size, a spacing."""

    font: str
    size_pt: float
    char_spacing: int = 0
    color: str = BLACK
    """RRGGBB."""

    @property
    def size(self) -> int:
        """The height, and a Han character's width before spacing, in twips."""
        return round(self.size_pt * TWIPS_PER_POINT)


class Rule(_Table, frozen=True):
    """A line across the type area under a paragraph."""

    gap: int
    """From the foot of the paragraph's last line."""
    width: int
    color: str


class ParagraphFormat(_Table, frozen=True):
    """The layout of one kind of paragraph.

    The distance above holds at the top of a section too, and distances stand around
    neighbours of one kind, not between them.
    """

    face: FaceRole
    align: Align
    first_line_chars: float = 0
    left_chars: float = 0
    right_chars: float = 0
    hanging_chars: float = 0
    """How much further in than the first line the turned lines stand."""
    before_lines: float = 0
    after_lines: float = 0
    before: int = 0
    """On top of ``before_lines``."""
    after: int = 0
    """On top of ``after_lines``."""
    line: int = 0
    """How high a line is; 0: as high as the grid's."""
    off_grid: bool = False
    """Its lines are neither set on the grid nor counted among the page's lines of text."""
    keep_with_next: bool = False
    new_page: bool = False
    """It begins a page."""
    rule: Rule | None = None


class Closing(_Table, frozen=True):
    """How the date stands to the signature, without a seal and with one."""

    date_offset_chars: float
    seal_date_right_chars: float
    seal_before_lines: float
    sealed: bool = False
    """Whether this copy is one to be sealed."""


class Footer(_Table, frozen=True):
    """The page number and its place."""

    before: str
    after: str
    edge_chars: float
    line: int
    distance: int


class HeadingAtFoot(StrEnum):
    """What is done with a heading that would stand on a page's last line."""

    KEPT = "kept"
    """It stands there: the page has its 22 lines."""
    MOVED = "moved"
    """It goes to the next page, with the text it heads."""


class Autospace(StrEnum):
    """Whether space stands between Han characters and Western letters or figures."""

    SET = "set"
    NONE = "none"


class Lines(_Table, frozen=True):
    """How paragraphs are broken into lines."""

    punctuation: Punctuation
    lone_character: LoneCharacter
    closest: int
    """By how much at most every character may be set closer for `LoneCharacter.CONDENSED`."""
    autospace: float
    """Between Han and Western characters, as a share of their size; 0: none."""


class Header(_Table, frozen=True):
    """The line above the text of a draft: from the page's upper edge, and its height."""

    distance: int
    line: int


class ColophonFormat(_Table, frozen=True):
    """The colophon (版记): its lines, its rules, its distance from both sides."""

    line: int
    edge_chars: float
    thick: int
    thin: int


class TableFormat(_Table, frozen=True):
    """Tables: a line is ``line_ratio`` times the size high; the room around a cell's words."""

    line_ratio: float
    side: int
    above: int
    rule: int
    most_columns: int
    """A table of the report with more columns stands on a page laid across."""


class DraftFormat(_Table, frozen=True):
    """What differs on a draft: the right margin, and where the lines are counted."""

    right: int
    number_gap: int


class PageFormat(_Table, frozen=True):
    """The whole format; every role and kind has its entry."""

    page: Page
    grid: Grid
    lines: Lines
    fonts: dict[str, Font]
    faces: dict[FaceRole, Face]
    paragraphs: dict[BlockKind, ParagraphFormat]
    closing: Closing
    footer: Footer
    header: Header
    colophon: ColophonFormat
    table: TableFormat
    draft: DraftFormat

    def __post_init__(self) -> None:
        """Refuse a format with a gap, which would show only when a report needs it."""
        for missing in (set(FaceRole) - set(self.faces)) | (set(BlockKind) - set(self.paragraphs)):
            raise ValueError(f"no entry for {missing}")
        for face in self.faces.values():
            if face.font not in self.fonts:
                raise ValueError(f"no font {face.font}")
        for key, font in self.fonts.items():
            if not font.chain:
                raise ValueError(f"font {key} names no family")

    def font(self, role: FaceRole) -> Font:
        """The font of a role."""
        return self.fonts[self.faces[role].font]

    @property
    def text_width(self) -> int:
        """Width of the type area (版心) in twips."""
        return self.page.width - self.page.left - self.page.right

    @property
    def text_height(self) -> int:
        """Height of the type area (版心) in twips."""
        return self.page.height - self.page.top - self.page.bottom

    def line(self, kind: BlockKind) -> int:
        """How high a line of the kind is, in twips."""
        return self.paragraphs[kind].line or self.grid.line

    def before(self, kind: BlockKind) -> int:
        """The distance above a paragraph of the kind, in twips."""
        layout = self.paragraphs[kind]
        return round(layout.before_lines * self.grid.line) + layout.before

    def after(self, kind: BlockKind) -> int:
        """The distance below a paragraph of the kind, in twips."""
        layout = self.paragraphs[kind]
        return round(layout.after_lines * self.grid.line) + layout.after

    def across(self) -> PageFormat:
        """The same page turned, its head at the binding edge (clause 8): as many as fit."""
        page, below = self.page, self.page.bottom - self.footer.distance
        turned = Page(
            width=page.height,
            height=page.width,
            top=page.left,
            right=page.top,
            bottom=page.right,
            left=page.bottom,
        )
        lines = (turned.height - turned.top - turned.bottom) // self.grid.line
        chars = (turned.width - turned.left - turned.right) // self.cell(FaceRole.TEXT)
        return replace(
            self,
            page=turned,
            grid=replace(self.grid, lines=lines, chars=chars),
            footer=replace(self.footer, distance=turned.bottom - below),
        )

    def cell(self, role: FaceRole) -> int:
        """How far a Han character of the role takes the line, in twips."""
        face = self.faces[role]
        return face.size + face.char_spacing


@once
def load_page_format() -> PageFormat:
    """The format of GB/T 9704-2012; RolwriterError when the program's own file is damaged."""
    try:
        data = resource("format", "gbt9704.toml").read_bytes()
        with DECODING:
            return msgspec.toml.decode(data, type=PageFormat)
    except (OSError, ValueError) as error:
        raise RolwriterError(
            "程序自带的公文格式资料 gbt9704.toml 缺失或已损坏。",
            "暂时不能导出或排版；您的报告没有改动。",
            "请重新安装本程序，或把完整的程序文件夹整个复制过来再试。",
        ) from error
