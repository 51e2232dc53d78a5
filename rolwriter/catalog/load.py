"""Reading a TOML file of the catalogue into checked structs."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from rolwriter.model.errors import RolwriterError

_T = TypeVar("_T")


def load_toml(path: Path, kind: type[_T]) -> _T:
    """The file as ``kind``; RolwriterError names the file and the place when it does not fit."""
    try:
        return msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise RolwriterError(
            f"资料文件“{path.name}”不能使用：{error}。",
            "程序没有读入这份资料，您的文件没有改动。",
            "请重新安装本程序；如果改过这个文件，请按提示的位置改回来。",
        ) from error
