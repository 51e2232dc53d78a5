"""The kinds of files the dialogs offer, and names fit for any file system."""

from __future__ import annotations

import re
from pathlib import Path

from rolwriter.text.file_names import mended

SUFFIX = "rolw"
PROJECTS = "报告工程 (*.rolw)"
IMPORTABLE = (
    "可读取的文件 (*.docx *.doc *.wps *.dotx *.docm *.pdf *.html *.htm *.rtf *.odt *.txt);;"
    "所有文件 (*)"
)
_UNFIT = re.compile(r'[\\/:*?"<>|\s.]+')
_BYTES = 180
"""Han characters take three bytes each, and a file name 255 on most systems."""


def is_project_name(path: Path) -> bool:
    """Whether the name is that of a project."""
    return path.suffix.lower() == f".{SUFFIX}"


def safe_name(text: str) -> str:
    """The text as a file name's stem, cut where the name would grow too long."""
    name = _UNFIT.sub("", text).encode()[:_BYTES].decode(errors="ignore")
    return name and mended(name)
