"""Two saves of one file in the same moment: found afterwards, and both texts kept.

Where the system keeps locks a save is alone with its file (`exclusive`). On a share without
them two saves may both find the file as they opened it, and the later rename covers the
earlier one. That is found by the earlier one: a save has its temp file in the folder before
it looks at the file, so whoever may still cover mine is to be seen there once mine stands.
I wait until those that were there are gone and look again. Is it another's text by then, and
``.bak`` does not hold mine either (it does when the other opened mine before), then mine
stands nowhere: it is put beside.
"""

from __future__ import annotations

import os
import platform
import time
from datetime import datetime
from pathlib import Path

from rolwriter.model.errors import PlaceError, RolwriterError
from rolwriter.model.trouble import trouble
from rolwriter.storage.atomic import digest_of, in_flight, replace_file
from rolwriter.storage.companion import backup_path
from rolwriter.storage.whole import read_whole
from rolwriter.text.file_names import mended, shortened

_PATIENCE = 2.0
"""Seconds that a save under way is waited for; it takes thousandths, on a share some tenths."""
_STEP = 0.02
_HOST = 32
"""Characters of a host's name that are shown."""
_waited_out = set[Path]()
"""Temp files that nobody went on with: not waited for again."""


class LostRaceError(RolwriterError):
    """Another saved the file in the same moment; the text stands in a file of its own."""

    def __init__(self, path: Path, copy: Path, seal: str) -> None:
        super().__init__(
            f"“{path.name}”刚才同时被别人保存：文件里现在是别人的一份，"
            f"您的一份已另存为同一文件夹里的“{copy.name}”。",
            "两份都在，没有丢失文字。",
            "请对比两份内容，合成一份。",
        )
        self.path = path
        self.copy = copy
        self.seal = seal
        """Of the copy."""

    def __reduce__(self) -> tuple[type[RolwriterError], tuple[Path, Path, str]]:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Cross a process boundary whole."""
        return (type(self), (self.path, self.copy, self.seal))


def keep_beside(path: Path, data: bytes) -> Path:
    """Put a text that has lost its place into a file of its own: 名称（冲突 主机 时间）.

    RolwriterError when it cannot be written; nothing is changed then.
    """
    host = mended(platform.node())[:_HOST]
    words = f"（冲突 {host} {datetime.now():%Y-%m-%d %H%M%S}"
    number = 1
    while True:
        end = f"{words}）" if number == 1 else f"{words} {number}）"
        copy = path.with_name(shortened(path.name, end))
        if not os.path.lexists(copy):
            replace_file(copy, data)
            return copy
        number += 1


def look_again(path: Path, data: bytes) -> None:
    """See that the file just put there was not covered by a save that did not know it.

    LostRaceError when it was; the text is in a file of its own then. RolwriterError
    when the file cannot be looked at, or that copy not be written.
    """
    mine = digest_of(data)
    flying = in_flight(path.parent) - _waited_out
    end = time.monotonic() + _PATIENCE
    while True:
        # first who is under way, then the file: who is gone from the one list is in the other
        stands = _digest_at(path)
        if stands != mine:
            break
        if not flying:
            return
        if time.monotonic() > end:
            _waited_out.update(flying)
            return
        time.sleep(_STEP)
        flying &= in_flight(path.parent)
    if _digest_at(backup_path(path)) != mine:
        raise LostRaceError(path, keep_beside(path, data), mine)


def _digest_at(path: Path) -> str | None:
    try:
        return digest_of(read_whole(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        unread = trouble(error, path, "再读一遍")
        raise PlaceError(
            f"“{path.name}”已写入，但没有读回来核对：{unread.what}",
            "新的内容应当已在文件里，您的文字也还在窗口里。",
            "请再保存一次；若仍然如此，请另存到本机硬盘。",
        ) from error
