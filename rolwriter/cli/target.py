"""The file a verb writes: never over another without being told to."""

from __future__ import annotations

import os
from pathlib import Path

from rolwriter.cli.parser import Parser
from rolwriter.model.errors import RolwriterError


def add_target(parser: Parser, help_text: str) -> None:
    """Declare ``-o FILE`` and ``--force``."""
    parser.words.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help=help_text
    )
    parser.words.add_argument("--force", action="store_true", help="文件已存在时覆盖它")


def check_target(path: Path, *, force: bool) -> None:
    """RolwriterError when the file exists and overwriting was not asked for."""
    # os.path, for Path.exists raises where the name is too long for the system
    if os.path.exists(path) and not force:  # noqa: PTH110
        raise RolwriterError(
            f"文件“{path}”已经存在。",
            "没有写入任何内容，原文件没有改动。",
            "请换一个文件名；确定要覆盖时加上 --force。",
        )
