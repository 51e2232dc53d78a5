"""The child's side: set limits, read one file, answer, end. Never imports Qt."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.worker.protocol import (
    MEMORY,
    Answer,
    Failed,
    Finished,
    Job,
    Progress,
    Refused,
    Request,
    SlipFinished,
    Tabulated,
    decode_request,
    encode,
)

_INPUT, _OUTPUT = 0, 1
_CHUNK = 1 << 20


def worker_main() -> int:
    """Serve one request on the standard streams; the answer is the exit code, always 0.

    The descriptors are used directly: a windowed program has no ``sys.stdin``.
    """
    _set_binary()
    line, _, data = _read_all().partition(b"\n")
    request = decode_request(line)
    _limit(request)
    _send(_answer(request, data))
    return 0


def _answer(request: Request, data: bytes) -> Answer:
    try:
        return _read(request, data, lambda text: _send(Progress(text)))
    except RolwriterError as error:
        return Refused(error.what, error.consequence, error.remedy)
    except MemoryError:
        return Failed(MEMORY)
    except Exception as error:
        return Failed(_where(error))


def _read(request: Request, data: bytes, progress: Callable[[str], None]) -> Answer:
    """Do the job; each brings libraries of its own, loaded only now."""
    match request.job:
        case Job.WORDS:
            from rolwriter.readers.read import read_source

            return Finished(read_source(data, request.name, progress))
        case Job.CELLS:
            from rolwriter.readers.xlsx import read_workbook

            progress("正在读取表格……")
            return Tabulated(read_workbook(data, request.name))
        case Job.SLIP:
            from rolwriter.readers.slips import read_slip

            progress("正在读取供稿……")
            return SlipFinished(read_slip(data, request.name))


def _where(error: Exception) -> str:
    """Where in the code it went wrong; no message, for that may hold the user's words."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = (f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} {' > '.join(places)}"


def _limit(request: Request) -> None:
    """Limits the system itself keeps, where it can; the parent watches besides."""
    if sys.platform == "win32":
        return
    import resource

    for what, wanted in (
        (resource.RLIMIT_AS, request.memory_limit),
        (resource.RLIMIT_CPU, request.cpu_limit),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(what, (allowed, hard))


def _set_binary() -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(_INPUT, os.O_BINARY)
        msvcrt.setmode(_OUTPUT, os.O_BINARY)


def _read_all() -> bytes:
    chunks: list[bytes] = []
    while chunk := os.read(_INPUT, _CHUNK):
        chunks.append(chunk)
    return b"".join(chunks)


def _send(answer: Answer) -> None:
    try:
        rest = memoryview(encode(answer))
        while rest:
            rest = rest[os.write(_OUTPUT, rest) :]
    except OSError:
        # the parent is gone: nobody waits for the answer
        os._exit(0)
