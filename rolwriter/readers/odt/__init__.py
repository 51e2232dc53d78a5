"""OpenDocument text (odt, ott): the words of a file saved by LibreOffice or OpenOffice."""

from __future__ import annotations

from rolwriter.readers.odt.document import read_odt

__all__ = ["read_odt"]
