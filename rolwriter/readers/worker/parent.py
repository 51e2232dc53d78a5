"""The parent's side: start the child, feed it, watch its limits, take its answer."""

from __future__ import annotations

import logging
import queue
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from rolwriter.model.draft import Draft
from rolwriter.model.errors import RolwriterError
from rolwriter.model.sheets import Workbook
from rolwriter.model.slip import FilledSlip
from rolwriter.model.source import SourceDocument
from rolwriter.model.trace import Inspection
from rolwriter.readers.read import load_bytes
from rolwriter.readers.refusals import SAVE_AS, SAVE_SHEET_AS
from rolwriter.readers.worker import failures, limits, process
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
    decode_answer,
    encode,
)

_LOG = logging.getLogger(__name__)
_TICK = 0.05
"""How often, in seconds, cancel, time and memory are looked at."""


def read_in_worker(
    source: bytes | str | Path,
    name: str = "",
    *,
    timeout: float | None = None,
    memory_limit: int | None = None,
    progress: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
) -> SourceDocument:
    """The words of a file, read by a process that can be stopped at any moment.

    Blocks until the answer is there: call it off the UI thread. ``source`` is the
    file's bytes or its path, ``timeout`` in seconds by the clock and ``memory_limit`` in
    bytes where `worker.limits` shall not hold. ``progress`` is called on this thread with
    short Chinese lines; setting ``cancel`` ends the child within a tick of 0.05 s.
    No process and no temporary file outlives the call.

    Raises:
        RolwriterError: the file cannot be read, or its reading went beyond a limit,
            crashed or was cancelled (`ReadingCancelledError`).
    """
    if isinstance(source, bytes):
        data = source
    else:
        data, name = load_bytes(source), name or Path(source).name
    answer = _ask(
        data,
        name,
        Job.WORDS,
        timeout=timeout,
        memory_limit=memory_limit,
        progress=progress,
        cancel=cancel,
    )
    if not isinstance(answer, Finished):
        raise failures.crashed(name)
    return answer.document


def draft_in_worker(
    data: bytes,
    name: str = "",
    *,
    progress: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
) -> tuple[Draft, str]:
    """The report recognised in a file, and the file's kind; else like `read_in_worker`."""
    answer = _ask(data, name, Job.DRAFT, progress=progress, cancel=cancel)
    if not isinstance(answer, Drafted):
        raise failures.crashed(name)
    return answer.draft, answer.format


def read_cells_in_worker(
    data: bytes, name: str = "", *, cancel: threading.Event | None = None
) -> Workbook:
    """The cells of a spreadsheet, read like words by `read_in_worker`; same limits and errors."""
    try:
        answer = _ask(data, name, Job.CELLS, cancel=cancel)
    except RolwriterError as error:
        if error.remedy != SAVE_AS:
            raise
        # the way out for a spreadsheet does not lead through Word
        raise RolwriterError(error.what, error.consequence, SAVE_SHEET_AS) from None
    if not isinstance(answer, Tabulated):
        raise failures.crashed(name)
    return answer.workbook


def read_slip_in_worker(
    data: bytes, name: str = "", *, cancel: threading.Event | None = None
) -> FilledSlip:
    """The answers on a returned slip, read like words by `read_in_worker`."""
    answer = _ask(data, name, Job.SLIP, cancel=cancel)
    if not isinstance(answer, SlipFinished):
        raise failures.crashed(name)
    return answer.slip


def inspect_in_worker(
    data: bytes, name: str = "", *, cancel: threading.Event | None = None
) -> Inspection:
    """What a file carries besides its words, searched like words are read; same limits."""
    answer = _ask(data, name, Job.TRACES, cancel=cancel)
    if not isinstance(answer, Inspected):
        raise failures.crashed(name)
    return answer.inspection


def _ask(
    data: bytes,
    name: str,
    job: Job,
    *,
    timeout: float | None = None,
    memory_limit: int | None = None,
    progress: Callable[[str], None] | None = None,
    cancel: threading.Event | None = None,
) -> Answer:
    """Have the job done by a child and take its answer; RolwriterError when there is none."""
    limit = memory_limit or limits.memory(len(data))
    request = Request(name, limit, job)
    with process.folder_of_its_own() as folder:
        child = _start(folder)
        try:
            answers = process.converse(child, encode(request), data)
            watch = _Watch(
                child,
                name,
                size=len(data),
                seconds=limits.CLOCK if timeout is None else timeout,
                memory_limit=limit,
                cancel=cancel,
            )
            return _settled(_last_answer(answers, watch, progress), name)
        finally:
            process.end(child)


def _start(folder: str) -> subprocess.Popen[bytes]:
    try:
        return process.start(_command(), folder)
    except OSError:
        raise failures.not_started() from None


def _command() -> list[str]:
    return process.own_command("--reader-worker")


class _Watch:
    """The limits of one reading; `check` raises when one of them is passed."""

    def __init__(
        self,
        child: subprocess.Popen[bytes],
        name: str,
        *,
        size: int,
        seconds: float,
        memory_limit: int,
        cancel: threading.Event | None,
    ) -> None:
        self.name = name
        self._child = child
        self._size = size
        self._deadline = time.monotonic() + seconds
        self._computing = limits.computing(size)
        self._memory_limit = memory_limit
        self._cancel = cancel

    def begun(self, start: float) -> None:
        """The child stands ready after so much computing: a slow machine gets more of it."""
        self._computing = limits.computing(self._size, start)

    def check(self) -> None:
        """Raise the error of the limit that was passed, if one was."""
        if self._cancel is not None and self._cancel.is_set():
            raise failures.cancelled(self.name)
        computed, memory = _used_by(self._child.pid)
        if time.monotonic() > self._deadline or computed > self._computing:
            raise failures.too_slow(self.name)
        if memory > self._memory_limit:
            raise failures.too_hungry(self.name)


def _used_by(pid: int) -> tuple[float, int]:
    """Seconds of computing and bytes of memory that a process has used."""
    import psutil

    try:
        process = psutil.Process(pid)
        times = process.cpu_times()
        return times.user + times.system, process.memory_info().rss
    except psutil.Error:
        return 0, 0


def _last_answer(
    lines: process.Lines,
    watch: _Watch,
    progress: Callable[[str], None] | None,
) -> Answer:
    while True:
        watch.check()
        try:
            line = lines.get(timeout=_TICK)
        except queue.Empty:
            continue
        if line is None:
            raise failures.crashed(watch.name)
        try:
            answer = decode_answer(line)
        except (msgspec.DecodeError, UnicodeError):
            raise failures.crashed(watch.name) from None
        match answer:
            case Begun(start=start):
                watch.begun(start)
            case Progress(message=message):
                if progress is not None:
                    progress(message)
            case _:
                return answer


def _settled(answer: Answer, name: str) -> Answer:
    """The answer when it is a result; the error it tells of otherwise."""
    match answer:
        case Refused(what=what, consequence=consequence, remedy=remedy):
            raise RolwriterError(what, consequence, remedy)
        case Failed(where=where):
            if where == MEMORY:
                raise failures.too_hungry(name)
            _LOG.warning("a reader failed: %s", where)
            raise failures.crashed(name)
        case _:
            return answer
