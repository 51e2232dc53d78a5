"""Export, import, autosave and migrate, cut off at each call they make on their folder.

``python -m tests.faults.cut_off ACT FOLDER``: each such call fails once with each error,
and is once the last before kill -9 (in a forked child). Says how many points it tried;
an assertion ends it with the point that broke the promise.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rolwriter.cli.main import run as run_verb
from rolwriter.cli.output import USER, WELL
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage import project_file
from rolwriter.storage.recovery import Journal, Origin
from tests.storage.sample import SAMPLE, sample_path

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
BY_PATH = ("open", "replace", "stat", "unlink")
BY_DESCRIPTOR = ("fsync", "fchmod", "close", "fstat", "dup")
Call = Callable[..., Any]


class Cut:
    """Counts the calls on a folder and does something at one of them."""

    def __init__(self, folder: Path, at: int, act: Callable[[], None]) -> None:
        self.folder, self.left, self.act = str(folder), at, act
        self.before = {name: getattr(os, name) for name in (*BY_PATH, *BY_DESCRIPTOR)}

    def __enter__(self) -> Cut:
        for name, call in self.before.items():
            setattr(os, name, self.wrap(call))
        return self

    def __exit__(self, *_: object) -> None:
        for name, call in self.before.items():
            setattr(os, name, call)

    def wrap(self, call: Call) -> Call:
        def wrapped(first: Any, *rest: Any, **named: Any) -> Any:
            if self.place(first).startswith(self.folder):
                self.left -= 1
                if self.left == 0:
                    self.act()
            return call(first, *rest, **named)

        return wrapped

    @staticmethod
    def place(file: Any) -> str:
        """The path a call names, or that of the descriptor it names."""
        if not isinstance(file, int):
            return str(file)
        try:
            return str(Path(f"/proc/self/fd/{file}").readlink())
        except OSError:
            return ""


def export(folder: Path) -> int:
    return run_verb(
        ["export", str(folder.parent / "p.rolw"), "-o", str(folder / "x.docx"), "--as", "draft"]
    )


def import_(folder: Path) -> int:
    source = str(folder.parent / "last.txt")
    return run_verb(["import", source, "-o", str(folder / "a.rolw"), "--force"])


def autosave(folder: Path) -> int:
    journal = Journal(folder)
    journal._id = "copy"  # the one that is there, its owner gone
    try:
        journal.write(SAMPLE, Origin(), journal.life)
    except RolwriterError as error:
        print(error, file=sys.stderr)
        return USER
    finally:
        journal.release()
    return WELL


def migrate(folder: Path) -> int:
    return run_verb(["set", str(folder / "a.rolw"), "authority", "新局"])


def with_export(folder: Path) -> Path:
    project_file.save(SAMPLE, folder.parent / "p.rolw")
    (folder / "x.docx").write_bytes(b"the export before")
    return folder / "x.docx"


def with_import(folder: Path) -> Path:
    (folder.parent / "last.txt").write_text("某局报告\n一、成效\n开会三次。\n", encoding="utf-8")
    project_file.save(Project(Report(authority="旧")), folder / "a.rolw")
    return folder / "a.rolw"


def with_copy(folder: Path) -> Path:
    journal = Journal.of_left_over(folder, "copy")
    assert journal is not None
    journal.write(Project(Report(authority="旧")), Origin(), journal.life)
    journal.release()
    return folder / "copy.rolw"


def with_older(folder: Path) -> Path:
    shutil.copy(sample_path(1), folder / "a.rolw")
    return folder / "a.rolw"


ACTS: dict[str, tuple[Callable[[Path], Path], Callable[[Path], int]]] = {
    "export": (with_export, export),
    "import": (with_import, import_),
    "autosave": (with_copy, autosave),
    "migrate": (with_older, migrate),
}


def fresh(folder: Path, prepare: Callable[[Path], Path]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return prepare(folder)


def quietly(act: Callable[[Path], int], folder: Path) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        code = act(folder)
    return code, said.getvalue()


def fail_each(folder: Path, name: str, new: bytes, step: int) -> int:
    prepare, act = ACTS[name]
    tried = 0
    for error in ERRORS:
        for at in range(1, 500, step):
            target = fresh(folder, prepare)
            old = target.read_bytes()

            def refuse(error: int = error) -> None:
                raise OSError(error, os.strerror(error))

            with Cut(folder, at, refuse) as cut:
                code, said = quietly(act, folder)
            where = f"{name}: {errno.errorcode[error]} at call {at}: {code} {said}"
            stands = target.read_bytes()
            assert code in (WELL, USER), where
            written = code == WELL or "已写入" in said
            if written and name == "autosave":  # under another name where this one was refused
                assert new in {copy.read_bytes() for copy in folder.glob("*.rolw")}, where
            else:
                assert stands == (new if written else old), where
            tried += 1
            if cut.left > 0:
                break
    return tried


def kill_each(folder: Path, name: str, new: bytes, step: int) -> int:
    prepare, act = ACTS[name]
    for at in range(1, 500, step):
        target = fresh(folder, prepare)
        old = target.read_bytes()
        child = os.fork()
        if child == 0:
            with Cut(folder, at, lambda: os.kill(os.getpid(), signal.SIGKILL)):
                quietly(act, folder)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        where = f"{name}: kill at call {at}"
        assert target.read_bytes() in (old, new), where
        assert quietly(act, folder)[0] == WELL, where
        assert target.read_bytes() == new, where
        assert not list(folder.glob(".rolw-*")), where
        if not os.WIFSIGNALED(status):
            return at // step
    raise AssertionError("more calls than were tried")


def main(name: str, folder: Path, step: int) -> None:
    prepare, act = ACTS[name]
    target = fresh(folder, prepare)
    code, said = quietly(act, folder)
    assert code == WELL, said
    new = target.read_bytes()
    failed, killed = fail_each(folder, name, new, step), kill_each(folder, name, new, step)
    print(f"{name}: {failed} failing calls, {killed} kill points")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]) / "place", int(sys.argv[3]))
