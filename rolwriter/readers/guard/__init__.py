"""What stands before every reader: archives, XML and pages of strangers, made safe."""

from __future__ import annotations

from rolwriter.readers.guard.archive import Archive, open_archive, too_large
from rolwriter.readers.guard.page import check_page, with_closed_comments
from rolwriter.readers.guard.xml import Element, parse_xml

__all__ = [
    "Archive",
    "Element",
    "check_page",
    "open_archive",
    "parse_xml",
    "too_large",
    "with_closed_comments",
]
