"""The child's side: set limits, read one file, answer, end. Never imports Qt."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.worker import limits
from rolwriter.readers.worker.protocol import (
    MEMORY,
    Answer,
    Begun,
    Drafted,
    Failed,
    Finished,
    Inspected,
    Job,
    Progress,
    Refused,
    Request,
    SlipFinished,
    Tabulated,
    decode_request,
    encode,
)
from rolwriter.readers.worker.streams import read_all, send, set_binary, where

_MAPPED = 768 << 20
"""Bytes of libraries and room that count as addresses and not as memory."""


def worker_main() -> int:
    """Serve one request on the standard streams; the answer is the exit code, always 0."""
    start = time.process_time()
    set_binary()
    line, _, data = read_all().partition(b"\n")
    request = decode_request(line)
    _limit(request, limits.computing(len(data), start))
    send(encode(Begun(start)))
    send(encode(_answer(request, data)))
    return 0


def _answer(request: Request, data: bytes) -> Answer:
    try:
        return _read(request, data, lambda text: send(encode(Progress(text))))
    except RolwriterError as error:
        return Refused(error.what, error.consequence, error.remedy)
    except MemoryError:
        return Failed(MEMORY)
    except Exception as error:
        return Failed(where(error))


def _read(request: Request, data: bytes, progress: Callable[[str], None]) -> Answer:
    """Do the job; each brings libraries of its own, loaded only now."""
    match request.job:
        case Job.WORDS:
            from rolwriter.readers.read import read_source

            return Finished(read_source(data, request.name, progress))
        case Job.DRAFT:
            from rolwriter.readers.outline import recognise
            from rolwriter.readers.read import read_source

            words = read_source(data, request.name, progress)
            progress("正在识别章节……")
            return Drafted(recognise(words), words.format)
        case Job.CELLS:
            from rolwriter.readers.xlsx import read_workbook

            progress("正在读取表格……")
            return Tabulated(read_workbook(data, request.name))
        case Job.SLIP:
            from rolwriter.readers.slips import read_slip

            progress("正在读取供稿……")
            return SlipFinished(read_slip(data, request.name))
        case Job.TRACES:
            from rolwriter.readers.traces import inspect_bytes

            progress("正在检查隐藏信息……")
            return Inspected(inspect_bytes(data, request.name))


def _limit(request: Request, computing: float) -> None:
    """Limits the system itself keeps, where it can; the parent watches besides and is first."""
    if sys.platform == "win32":
        return
    import resource

    for what, wanted in (
        (resource.RLIMIT_DATA, request.memory_limit),
        (resource.RLIMIT_AS, request.memory_limit + _MAPPED),
        (resource.RLIMIT_CPU, math.ceil(computing) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(what, (allowed, hard))
