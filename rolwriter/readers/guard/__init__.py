"""What stands before every reader of packed files: archives and XML of strangers, made safe."""

from __future__ import annotations

from rolwriter.readers.guard.archive import Archive, open_archive, too_large
from rolwriter.readers.guard.xml import Element, parse_xml

__all__ = ["Archive", "Element", "open_archive", "parse_xml", "too_large"]
