"""The program's own child processes: how one is started, fed, heard and ended for certain.

Nothing here knows what the child does. Parent and child speak over the standard
streams: bytes in, lines out.
"""

from __future__ import annotations

import contextlib
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import IO, cast

from rolwriter.model.trouble import trouble

Lines = queue.SimpleQueue[bytes | None]
"""What a child says, a line each; None is its end."""
_LONGEST_LINE = 256 << 20
# This very copy of the program runs, though another may be installed; the libraries
# are found where Python finds them.
_FROM_SOURCE = (
    "import sys; sys.path.insert(0, sys.argv[1]); import rolwriter; del sys.path[0]; "
    "from rolwriter.entry import main; sys.exit(main(sys.argv[2:]))"
)


def own_command(word: str) -> list[str]:
    """How the program starts itself with that first word (see `rolwriter.entry`)."""
    if getattr(sys, "frozen", False):
        return [sys.executable, word]
    package_home = Path(__file__).resolve().parents[3]
    # -P: the folder of temporary files, where it runs, must not offer it modules
    return [sys.executable, "-P", "-c", _FROM_SOURCE, str(package_home), word]


@contextlib.contextmanager
def folder_of_its_own() -> Generator[str]:
    """A folder for a child's temporary files, gone afterwards; PlaceError when there is no room."""
    try:
        folder = tempfile.mkdtemp(prefix="rolwriter-")
    except OSError as error:
        raise trouble(error, Path("临时文件夹"), "使用") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def start(
    command: list[str], folder: str, more: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """Start a child that keeps its temporary files in ``folder``; what it says aside is lost.

    ``more`` is added to its environment. OSError when the system refuses.
    """
    places = {"TMPDIR": folder, "TEMP": folder, "TMP": folder}
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **places, **(more or {})},
        creationflags=subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0,
    )


def converse(child: subprocess.Popen[bytes], *pieces: bytes) -> Lines:
    """Feed the child and gather its lines, both on threads of their own."""
    lines: Lines = queue.SimpleQueue()
    stdin, stdout = cast("IO[bytes]", child.stdin), cast("IO[bytes]", child.stdout)  # asked for
    threading.Thread(target=_feed, args=(stdin, pieces), daemon=True).start()
    threading.Thread(target=_gather, args=(stdout, lines), daemon=True).start()
    return lines


def end(child: subprocess.Popen[bytes]) -> None:
    """Make sure that the child and all it started are gone and its pipes are closed."""
    if child.poll() is None:
        import psutil

        with contextlib.suppress(psutil.Error):
            for process in psutil.Process(child.pid).children(recursive=True):
                with contextlib.suppress(psutil.Error):
                    process.kill()
        child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.close()


def _feed(stream: IO[bytes], pieces: tuple[bytes, ...]) -> None:
    with contextlib.suppress(OSError, ValueError):  # the child may end before it has all
        for piece in pieces:
            stream.write(piece)
    with contextlib.suppress(OSError, ValueError):
        stream.close()


def _gather(stream: IO[bytes], lines: Lines) -> None:
    with contextlib.suppress(OSError, ValueError):
        while line := stream.readline(_LONGEST_LINE):
            lines.put(line)
    lines.put(None)
