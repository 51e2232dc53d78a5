"""The standard streams as a child of the program uses them.

The descriptors are used directly: a windowed program has no ``sys.stdin``.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

_INPUT, _OUTPUT = 0, 1
_CHUNK = 1 << 20


def set_binary() -> None:
    """Let the bytes through as they are."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(_INPUT, os.O_BINARY)
        msvcrt.setmode(_OUTPUT, os.O_BINARY)


def read_all() -> bytes:
    """All that the parent sends."""
    chunks: list[bytes] = []
    while chunk := os.read(_INPUT, _CHUNK):
        chunks.append(chunk)
    return b"".join(chunks)


def send(line: bytes) -> None:
    """Say one line, which ends with a line end; ends the process when nobody listens."""
    try:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(_OUTPUT, rest) :]
    except OSError:
        # the parent is gone: nobody waits for the answer
        os._exit(0)


def where(error: Exception) -> str:
    """Where in the code it went wrong; no message, for that may hold the user's words."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} {' > '.join(places)}"
