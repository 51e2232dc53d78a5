"""What a reader hands over: the words of a file, and what it could not keep as words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """Where in the file a paragraph stood."""

    BODY = "body"
    TABLE = "table"
    """One row of a table, its cells parted by tabs."""
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """One paragraph as the file shows it to a reader's eye.

    ``text`` holds automatic numbers as typed characters and no line break: a soft
    break ends a paragraph. ``outline`` is the heading level the file itself gives
    (1-based; None: none given, 0: the style for a document's title).
    """

    text: str
    kind: SourceKind = SourceKind.BODY
    outline: int | None = None


class NoteKind(StrEnum):
    """What a note of a reader is about."""

    REVISION = "revision"
    COMMENT = "comment"
    TABLE = "table"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    HIDDEN = "hidden"
    PICTURE = "picture"
    SOFT_BREAK = "soft-break"
    HEADER_FOOTER = "header-footer"
    CONTROL = "control"
    ENCODING = "encoding"
    FURNITURE = "furniture"
    FIELD = "field"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Note:
    """One Chinese sentence on something met in the file that the user should know of.

    ``dropped`` holds the words that were left out of the text (a tracked deletion,
    hidden text, a page number), so that they can be shown.
    """

    kind: NoteKind
    message: str
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file's text in reading order; ``apart`` holds headers, footers and comments."""

    format: str
    """The kind found by content: "txt", "docx", "doc", "pdf", …"""
    paragraphs: tuple[SourceParagraph, ...]
    apart: tuple[SourceParagraph, ...] = ()
    notes: tuple[Note, ...] = ()
