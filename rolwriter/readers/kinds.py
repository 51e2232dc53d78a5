"""The kinds of files an office has, as they are told apart by content."""

from __future__ import annotations

from enum import StrEnum


class FileKind(StrEnum):
    """What a file is, whatever its name says."""

    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    HTML = "html"
    MHT = "mht"
    TEXT = "txt"
    # What follows holds no text that can be read; `refusals` says why, kind by kind.
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    DRAWING = "drawing"
    OFD = "ofd"
    PROJECT = "rolw"
    ARCHIVE = "archive"
    DAMAGED_ARCHIVE = "damaged-archive"
    OLD_OFFICE = "old-office"
    XML = "xml"
    PICTURE = "picture"
    UNKNOWN = "unknown"
