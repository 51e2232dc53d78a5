"""Old Word and WPS files (.doc, .wps): converted in memory, then read like any Word file."""

from __future__ import annotations

from rolwriter.readers.msdoc.convert import read_doc

__all__ = ["read_doc"]
