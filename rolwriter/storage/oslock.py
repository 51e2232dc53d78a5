"""A lock the operating system keeps: it ends with the process, however that ends.

So it tells what no clock and no process number can: whether whoever wrote a file is
still there. Not every network drive has such locks; then the answer is None, and
nobody may conclude anything from it.
"""

from __future__ import annotations

import errno
import sys

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


def try_lock(descriptor: int) -> bool | None:
    """Take the lock on an open file; False: another has it, None: there are no locks here."""
    try:
        _lock(descriptor)
    except OSError as error:
        return False if error.errno in _HELD else None
    return True


if sys.platform == "win32":
    import msvcrt
    import os

    _FAR = 1 << 30
    """Past the content: a locked byte cannot be read by others on Windows."""

    def _lock(descriptor: int) -> None:
        place = os.lseek(descriptor, 0, os.SEEK_CUR)
        try:
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(descriptor, place, os.SEEK_SET)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
