"""Opening and saving a project file (.rolw)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from rolwriter.model.project import Project
from rolwriter.storage.atomic import replace_file
from rolwriter.storage.codec import REPORT, from_parts, to_parts
from rolwriter.storage.container import pack, unpack
from rolwriter.storage.trouble import trouble

SUFFIX = ".rolw"


def load(path: Path) -> Project:
    """The project in the file; RolwriterError when there is none to read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise trouble(error, path, "读取") from error
    return decode(data)


def decode(data: bytes) -> Project:
    """The project in the bytes of a file; RolwriterError when there is none."""
    return from_parts(unpack(data))


def is_project(data: bytes) -> bool:
    """Whether the bytes look like a project file, whatever its name; damage is told later."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return REPORT in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def save(project: Project, path: Path) -> None:
    """Replace the file by the project as it stands; RolwriterError leaves the old one."""
    replace_file(path, pack(to_parts(project)))
