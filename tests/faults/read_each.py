"""Reads files one by one as the program does, and says how each ended and what it took.

``python -m tests.faults.read_each FOLDER``: one JSON line a file. Each is read by a fork of
its own, so that its figures are its own: seconds by the clock, seconds of computing and the
largest memory in KiB, of the fork and of the reading process it starts.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import sys
import time
from pathlib import Path

from rolwriter.app.documents import import_file, open_project
from rolwriter.app.output.inspect import inspect_file
from rolwriter.model.errors import RolwriterError
from rolwriter.readers.worker import read_cells_in_worker

SHEETS = (".xlsx", ".xls", ".xlsm", ".xltx", ".et")


def words(path: Path) -> str:
    """What the window's 打开, 导入 and 收回 would show of it."""
    if path.suffix == ".rolw":
        return "\n".join(open_project(path).report.lines)
    if path.suffix in SHEETS:
        return str(read_cells_in_worker(path.read_bytes(), path.name))
    return "\n".join(import_file(path).draft.report.lines)


def hidden(path: Path) -> str:
    """What 检查隐藏信息 would say of it."""
    return str(inspect_file(path))


WAYS = {"words": words, "hidden": hidden}


def read(path: Path, way: str) -> dict[str, str | float]:
    """How the reading ended: the words, or the first sentence of a refusal with a mark."""
    began = time.monotonic()
    try:
        said = WAYS[way](path)
    except RolwriterError as error:
        said = f"REFUSED {error.what}"
    took = time.monotonic() - began
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "name": path.name,
        "way": way,
        "said": said[:400],
        "seconds": took,
        "computing": sum(one.ru_utime + one.ru_stime for one in used),
        "kib": max(one.ru_maxrss for one in used),
    }


def main(folder: Path) -> None:
    logging.getLogger("rolwriter").addHandler(logging.StreamHandler(sys.stderr))
    for path in sorted(p for p in folder.iterdir() if not p.name.endswith(".txt")):
        for way in WAYS:
            child = os.fork()
            if child == 0:
                print(json.dumps(read(path, way)), flush=True)
                os._exit(0)
            _, status = os.waitpid(child, 0)
            assert status == 0, path.name


if __name__ == "__main__":
    main(Path(sys.argv[1]))
