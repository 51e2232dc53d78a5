"""The only place that knows where resources/ is: checkout, installed wheel or frozen program."""

from __future__ import annotations

import sys
from pathlib import Path

from rolwriter.model.errors import RolwriterError


def resources() -> Path:
    """The folder of the program's data."""
    for folder in _candidates():
        if (folder / "catalog").is_dir():
            return folder
    raise RolwriterError(
        "找不到程序自带的资料文件夹 resources。",
        "程序缺少公文格式和目录资料，无法运行；您的文件没有改动。",
        "请重新安装本程序，或把完整的程序文件夹整个复制过来再试。",
    )


def resource(*names: str) -> Path:
    """One file or folder under resources/."""
    return resources().joinpath(*names)


def _candidates() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parents[1]
    frozen = Path(getattr(sys, "_MEIPASS", package.parent))
    return (frozen / "resources", package / "resources", package.parent / "resources")
