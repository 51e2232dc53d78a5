"""Files under a name the clerk gave: it must be one on every system."""

from __future__ import annotations

import os
from pathlib import Path

from rolwriter.model.errors import PlaceError
from rolwriter.model.trouble import UNTOUCHED
from rolwriter.storage.atomic import replace_file
from rolwriter.text.file_names import forbidden, mended


def write_named(path: Path, data: bytes) -> None:
    """Replace the file whole; PlaceError when it cannot be, or none may have that name."""
    check_name(path)
    replace_file(path, data)


def check_name(path: Path) -> None:
    """PlaceError when the path's name is forbidden somewhere; a file that is there may stay."""
    reason = forbidden(path.name)
    if reason and not os.path.exists(path):  # noqa: PTH110 pathlib's raises for a long name
        raise PlaceError(
            f"不能保存为“{path.name}”：{reason}。",
            UNTOUCHED,
            f"请换一个文件名，例如“{mended(path.name)}”。",
        )
