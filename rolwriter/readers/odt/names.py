"""The names of OpenDocument that the reader knows, in lxml's notation."""

from __future__ import annotations

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _OFFICE, _STYLE, _DRAW, _SVG, _MANIFEST = (
    _NS % name
    for name in ("text", "table", "office", "style", "drawing", "svg-compatible", "manifest")
)
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def text(name: str) -> str:
    """A name of the vocabulary of text, "text:name"."""
    return _TEXT + name


def style(name: str) -> str:
    """A name of the vocabulary of styles, "style:name"."""
    return _STYLE + name


def table(name: str) -> str:
    """A name of the vocabulary of tables, "table:name"."""
    return _TABLE + name


def office(name: str) -> str:
    """A name of the vocabulary of the package, "office:name"."""
    return _OFFICE + name


P, H, LIST, LIST_ITEM, LIST_HEADER = (
    text(name) for name in ("p", "h", "list", "list-item", "list-header")
)
STYLE_NAME, LEVEL = text("style-name"), text("level")
ID = "{http://www.w3.org/XML/1998/namespace}id"
BODY_TEXT = office("text")
ANNOTATION = office("annotation")
TEXT_BOX, FRAME, IMAGE, OBJECT = (_DRAW + name for name in ("text-box", "frame", "image", "object"))
DRAWING = _DRAW
LIST_FORMAT = _LOEXT + "num-list-format"
ENCRYPTION = _MANIFEST + "encryption-data"
UNSEEN = frozenset(
    {
        _SVG + "title",
        _SVG + "desc",
        _DC + "creator",
        _DC + "date",
        text("note-citation"),
        text("sequence-decls"),
        text("variable-decls"),
        text("user-field-decls"),
        text("dde-connection-decls"),
        text("alphabetical-index-auto-mark-file"),
        text("script"),
        text("index-source"),
        text("table-of-content-source"),
        text("ruby-text"),
        office("forms"),
        office("event-listeners"),
        _DRAW + "glue-point",
    }
)
"""Elements whose text no eye sees in the page's text."""
