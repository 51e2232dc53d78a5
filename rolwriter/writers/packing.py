"""The zip around the parts of an Office file: fixed order, fixed times, no maker's mark."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as one file; the same parts are always the same bytes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            info = ZipInfo(name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            # The making system is a mark too, and would differ between Windows and Linux.
            info.create_system = 0
            archive.writestr(info, data)
    return buffer.getvalue()
