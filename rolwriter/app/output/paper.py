"""The set pages as a PDF file, made by a process of its own.

Only the window knows Qt, which draws the pages. So the program starts itself without a
window, hands the copy over and takes the PDF back: the command line need not import
Qt, the window is never held up, and ending that process cancels at once.
"""

from __future__ import annotations

import logging
import queue
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

import msgspec

from rolwriter.app.cancel import cancel_wish, say_how_far
from rolwriter.model.errors import RolwriterError
from rolwriter.model.threads import DECODING
from rolwriter.storage.named import write_named
from rolwriter.writers.layout.copy import Copy
from rolwriter.writers.layout.wire import encode_copy

_LOG = logging.getLogger(__name__)
_WORD = "--paper-worker"
_TICK = 0.05
"""How often, in seconds, cancel and time are looked at."""
_SECONDS, _SECONDS_A_MEGABYTE = 60.0, 60.0
"""How long it may take; a report as long as a book is a megabyte and takes a few seconds."""
_UNCHANGED = "没有生成文件；原来的文件没有改动，您的文字还在。"
_OTHER_WAY = "请再试一次；若仍然如此，请先导出 Word 文件，再用 Word 或 WPS 存成 PDF。"


class Drawn(msgspec.Struct, frozen=True, tag="drawn"):
    """So many pages of all are drawn."""

    pages: int
    of: int


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """The whole PDF, and what was found when it was read again."""

    pdf: bytes
    missing: str = ""
    """Characters that were set and are not read on their page."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """A matter the user can settle: the three sentences of a RolwriterError."""

    what: str
    consequence: str
    remedy: str


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A bug of ours; ``where`` names exception, file and line, and no word of the text."""

    where: str


Answer = Drawn | Finished | Refused | Failed
"""What the process says, one a line; the last is not `Drawn`."""

with DECODING:  # a job's thread may be the first to come here
    _ANSWER: msgspec.json.Decoder[Answer] = msgspec.json.Decoder(Answer)


class PaperCancelledError(RolwriterError):
    """The user stopped it: nothing to complain about."""


def write_pdf(
    copy: Copy,
    path: Path,
    *,
    cancel: Event | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> str:
    """Put the copy into the PDF file at ``path``; an old file there is replaced whole.

    Blocks until it is done: call it off the UI thread. ``progress`` is called on this
    thread with (pages drawn, pages in all). Setting ``cancel``, or the wish of
    `app.cancel`, ends the process within 0.05 s.

    Returns:
        The characters that are not read on their page when the PDF is read again; a font
        may lack one, or have one glyph for two. Nearly always empty.

    Raises:
        RolwriterError: it could not be made or written, or was cancelled
            (`PaperCancelledError`); the old file stands then.
    """
    made = make_pdf(copy, cancel=cancel, progress=progress)
    write_named(path, made.pdf)
    return made.missing


def make_pdf(
    copy: Copy,
    *,
    cancel: Event | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Finished:
    """The copy as a PDF; same copy and same fonts, same bytes. Errors as for `write_pdf`."""
    from rolwriter.readers.worker import process

    data = encode_copy(copy)
    deadline = time.monotonic() + _SECONDS + _SECONDS_A_MEGABYTE * len(data) / (1 << 20)
    with process.folder_of_its_own() as folder:
        child = _start(folder)
        try:
            lines = process.converse(child, data)
            return _last(lines, cancel or cancel_wish(), deadline, progress)
        finally:
            process.end(child)


def _start(folder: str) -> subprocess.Popen[bytes]:
    from rolwriter.readers.worker import process

    # Without the seed Qt numbers the fonts of a PDF differently each time.
    more = {"QT_HASH_SEED": "0"}
    if sys.platform == "linux":
        more["QT_QPA_PLATFORM"] = "offscreen"
    try:
        return process.start(_command(), folder, more)
    except OSError:
        raise RolwriterError(
            "负责排版的后台程序启动不了。",
            _UNCHANGED,
            "请关闭一些程序或重启电脑后再试；如果装有安全软件，请确认它没有拦截本程序。",
        ) from None


def _command() -> list[str]:
    from rolwriter.readers.worker import process

    return process.own_command(_WORD)


def _last(
    lines: queue.SimpleQueue[bytes | None],
    cancel: Event | None,
    deadline: float,
    progress: Callable[[int, int], None] | None,
) -> Finished:
    while True:
        if cancel is not None and cancel.is_set():
            raise PaperCancelledError("已停止生成 PDF。", _UNCHANGED, "需要时可以重新导出。")
        if time.monotonic() > deadline:
            raise RolwriterError("生成 PDF 的时间太长，已经停止。", _UNCHANGED, _OTHER_WAY)
        try:
            line = lines.get(timeout=_TICK)
        except queue.Empty:
            continue
        match _decoded(line):
            case Drawn(pages=pages, of=of):
                say_how_far(f"第{pages}页，共{of}页")
                if progress is not None:
                    progress(pages, of)
            case Finished() as finished:
                return finished
            case Refused(what=what, consequence=consequence, remedy=remedy):
                raise RolwriterError(what, consequence, remedy)
            case Failed(where=where):
                _LOG.warning("painting failed: %s", where)
                raise _crashed()


def _decoded(line: bytes | None) -> Answer:
    if line is None:
        raise _crashed()
    try:
        return _ANSWER.decode(line)
    except (msgspec.DecodeError, UnicodeError):
        raise _crashed() from None


def _crashed() -> RolwriterError:
    return RolwriterError("生成 PDF 时后台程序出了错，没有做成。", _UNCHANGED, _OTHER_WAY)
