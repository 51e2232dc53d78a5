"""Web pages of strangers: counted before they are parsed, and spared what parses slowly."""

from __future__ import annotations

from rolwriter.readers.guard.archive import too_large
from rolwriter.readers.guard.limits import MAX_TAGS


def check_page(data: bytes) -> None:
    """RolwriterError when the page has more tags than any honest one."""
    if data.count(b"<") > MAX_TAGS:
        raise too_large("标签异常地多")


def with_closed_comments(markup: str) -> str:
    """The page with the openings of comments that never end made plain text.

    The parser would look for the end of each in all the rest: time grows with the square.
    """
    last = markup.rfind("-->") + 1
    return markup[:last] + markup[last:].replace("<!--", "&lt;!--")
