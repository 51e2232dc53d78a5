"""An act whose system calls fail one by one (strace), each with every error a disk can give.

``python -m tests.faults.struck ACT FOLDER STEP [ERROR ...]``: the act is done by a fork to
which strace is tied before it begins; the calls on the act's own files are those of an
undisturbed run. Says how many points it tried; an assertion ends it with the point that
broke the promise, and exit code 5 says that strace cannot be tied to a process here.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any

from rolwriter.app.output import paper
from rolwriter.cli.main import run as run_verb
from rolwriter.cli.output import USER, WELL
from rolwriter.readers import worker
from rolwriter.storage import project_file
from tests.faults import cut_off
from tests.faults.cut_off import fresh, quietly
from tests.readers.docx.packages import docx, p
from tests.storage.sample import SAMPLE

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT")
CANNOT = 5
CALL = re.compile(r"^(?:\d+\s+)?(\w+)\(", re.MULTILINE)
TEMPS = [f".rolw-t{number}" for number in range(1, 9)]
OLD = b"what stood there before"
WORD = docx(p("某局报告") + p("一、成效") + p("开会三次。"))
"""Made once: a package holds the time it was made."""


def export(suffix: str, folder: Path) -> int:
    source, target = str(folder.parent / "p.rolw"), str(folder / f"x.{suffix}")
    if suffix == "xlsx":
        return run_verb(["ledger", "export", source, "-o", target])
    return run_verb(["export", source, "-o", target, "--as", "draft"])


def with_export(suffix: str, folder: Path) -> Path:
    project_file.save(SAMPLE, folder.parent / "p.rolw")
    (folder / f"x.{suffix}").write_bytes(OLD)
    return folder / f"x.{suffix}"


def import_word(folder: Path) -> int:
    return run_verb(["import", str(folder / "w.docx"), "-o", str(folder / "a.rolw"), "--force"])


def with_word(folder: Path) -> Path:
    (folder / "w.docx").write_bytes(WORD)
    return cut_off.with_import(folder)


def open_(folder: Path) -> int:
    """What it opens it writes beside, so that its words can be compared."""
    words = folder.parent / "words"
    words.unlink(missing_ok=True)
    sys.stdout = words.open("w", encoding="utf-8")
    try:
        return run_verb(["text", str(folder / "a.rolw")])
    finally:
        sys.stdout.close()
        sys.stdout = sys.__stdout__


def with_open(folder: Path) -> Path:
    project_file.save(SAMPLE, folder / "a.rolw")
    return folder / "a.rolw"


ACTS: dict[str, tuple[Callable[[Path], Path], Callable[[Path], int]]] = {
    **{
        f"export-{suffix}": (partial(with_export, suffix), partial(export, suffix))
        for suffix in ("docx", "pdf", "html", "txt", "xlsx")
    },
    "import": (with_word, import_word),
    "open": (with_open, open_),
    "autosave": cut_off.ACTS["autosave"],
    "migrate": cut_off.ACTS["migrate"],
}


@dataclass(frozen=True)
class Ended:
    """How a run ended, what it said, and strace's log of it."""

    code: int
    said: str
    log: str


def tied(pid: int) -> bool:
    status = Path(f"/proc/{pid}/status").read_text()
    return re.search(r"TracerPid:\t0\n", status) is None


def struck(folder: Path, act: Callable[[Path], int], files: list[Path], *options: str) -> Ended:
    """Do the act in a fork under strace, which watches (and fails) the calls on these files."""
    said, log = folder.parent / "said", folder.parent / "strace.log"
    said.unlink(missing_ok=True)
    ready, go = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(go)
        numbers = count(1)
        secrets.token_hex = lambda _bytes=None: f"t{next(numbers)}"
        os.read(ready, 1)
        code, words = 70, "a fault left the act"
        try:
            code, words = quietly(act, folder)
        finally:
            said.write_text(words, "utf-8")
            os._exit(code)
    watched = [word for file in files for word in ("-P", str(file))]
    tracer = subprocess.Popen(
        ["strace", "-qq", "-o", str(log), "-p", str(child), *watched, *options],
        stderr=subprocess.PIPE,
        text=True,
    )
    while tracer.poll() is None and not tied(child):
        time.sleep(0.002)
    os.close(go)
    os.close(ready)
    _, status = os.waitpid(child, 0)
    _, trouble = tracer.communicate()
    if tracer.returncode and "attach" in trouble:
        print(trouble)
        sys.exit(CANNOT)
    return Ended(os.waitstatus_to_exitcode(status), said.read_text("utf-8"), log.read_text())


def points(name: str, folder: Path) -> tuple[list[Path], list[tuple[str, int]], bytes]:
    """The files an undisturbed run touches, its calls on them, and what it leaves."""
    prepare, act = ACTS[name]
    target = fresh(folder, prepare)
    files = {folder, *folder.iterdir(), *(folder / temp for temp in TEMPS)}
    struck(folder, act, [*files])
    files |= {*folder.iterdir()}
    target = fresh(folder, prepare)
    ended = struck(folder, act, [*files])
    assert ended.code == WELL, ended.said
    seen, found = Counter[str](), list[tuple[str, int]]()
    for call in CALL.findall(ended.log):
        seen[call] += 1
        found.append((call, seen[call]))
    assert found, ended.log
    return [*files], found, target.read_bytes()


def check(name: str, folder: Path, target: Path, *, old: bytes, new: bytes, ended: Ended) -> None:
    """Old or new, never a third; said when it is the old; never a fault."""
    assert ended.code in (WELL, USER), "a fault"
    assert "Traceback" not in ended.said
    assert ended.code == WELL or ended.said.strip(), "no word of it"
    written = ended.code == WELL or "已写入" in ended.said
    if name == "open":
        assert target.read_bytes() == old
        words = (folder.parent / "words").read_text("utf-8")
        assert words == ("" if ended.code else "\n".join(SAMPLE.report.lines) + "\n")
    elif written and name == "autosave":  # under another name where this one was refused
        assert new in {copy.read_bytes() for copy in folder.glob("*.rolw")}
    else:
        assert target.read_bytes() == (new if written else old), "neither old nor new"


def remember(module: ModuleType, name: str) -> None:
    """Let a function of the module answer every later call as it answered the first."""
    function, answers = getattr(module, name), list[Any]()

    def answered(*words: Any, **named: Any) -> Any:
        if not answers:
            answers.append(function(*words, **named))
        return answers[0]

    setattr(module, name, answered)


def main(name: str, folder: Path, step: int, errors: list[str]) -> None:
    prepare, act = ACTS[name]
    # what is tried is the disk: pages are drawn and words recognised once
    remember(paper, "make_pdf")
    remember(worker, "draft_in_worker")
    fresh(folder, prepare)
    code, said = quietly(act, folder)  # once here: forks then find all loaded
    assert code == WELL, said
    files, found, new = points(name, folder)
    tried = refused = 0
    for number, (call, which) in enumerate(found):
        if number % step:
            continue
        for error in errors:
            target = fresh(folder, prepare)
            old = target.read_bytes()
            inject = f"inject={call}:error={error}:when={which}"
            ended = struck(folder, act, files, "-e", inject)
            try:
                check(name, folder, target, old=old, new=new, ended=ended)
            except AssertionError as broken:
                where = f"{name}: {error} at {call} {which}: {ended.code} {ended.said}"
                raise AssertionError(f"{where}\n{broken}\n{ended.log[-3000:]}") from None
            tried += 1
            refused += ended.code != WELL
    print(f"{name}: {len(found)} calls, {tried} failing points, {refused} refused in words")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) / "place", int(sys.argv[3]), sys.argv[4:] or [*ERRORS])
