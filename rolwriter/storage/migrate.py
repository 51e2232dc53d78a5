"""One step a format version: the parts an older program wrote, made into those of the next.

A version is raised when a part changes its name or its meaning, never for a part or a
key that is merely new: those an older program keeps as it found them. A step must do
with any part missing (a damaged file is opened as far as it is whole), and stays for ever;
`tests/storage/test_formats.py` holds a stored file against each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project

Parts = Mapping[str, bytes]
FORMAT = 2
"""The version this program writes."""


def _from_1(parts: Parts) -> Parts:
    """The files that were read in stood among last year's, though they may be of this one."""
    moved = re.compile(r"^previous/(source-\d+\.bin)$")
    return {moved.sub(r"sources/\1", name): data for name, data in parts.items()}


class LaterFormatError(RolwriterError):
    """The project was written by a later version of the program."""

    def __init__(self, version: int) -> None:
        super().__init__(
            f"这个工程由更新版本的程序保存（格式{version}，本程序支持到{FORMAT}）。",
            "文件没有改动。本程序不能保证完整读出其中的内容，所以不在这个文件里修改。",
            "请在安装了新版本程序的电脑上打开，或升级本程序；在窗口中可以只读打开。",
        )
        self.version = version
        self.project: Project | None = None
        """What of it this version understands, to be looked at only."""


STEPS: Mapping[int, Callable[[Parts], Parts]] = {1: _from_1}
"""From each older version to the next."""


def migrate(parts: Parts, version: int) -> dict[str, bytes]:
    """The parts as today's version has them; LaterFormatError for a version to come."""
    if version > FORMAT:
        raise LaterFormatError(version)
    while version < FORMAT:
        parts = STEPS[version](parts)
        version += 1
    return dict(parts)
