from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from rolwriter.storage.companion import lock_path
from rolwriter.storage.lock import Holder, ProjectLock, take


def test_a_lock_says_who_has_it_and_goes_when_released(tmp_path: Path) -> None:
    project = tmp_path / "报告.rolw"
    lock = take(project)
    assert isinstance(lock, ProjectLock)
    second = take(project)
    assert isinstance(second, Holder)
    assert second.host == platform.node()
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_another_machines_lock_is_never_judged_stale(tmp_path: Path) -> None:
    project = tmp_path / "a.rolw"
    words = {"host": "别处", "user": "李四", "time": "2001-01-01 00:00", "id": "x"}
    lock_path(project).write_text(json.dumps(words), encoding="utf-8")
    assert take(project) == Holder("别处", "李四", "2001-01-01 00:00", "x")


def test_a_lock_that_cannot_be_read_is_anothers(tmp_path: Path) -> None:
    project = tmp_path / "a.rolw"
    lock_path(project).write_bytes(b"\xff")
    assert take(project) == Holder()


def test_forcing_takes_the_place_and_the_other_does_not_remove_it(tmp_path: Path) -> None:
    project = tmp_path / "a.rolw"
    first = take(project)
    forced = take(project, force=True)
    assert isinstance(first, ProjectLock)
    assert isinstance(forced, ProjectLock)
    first.release()
    assert lock_path(project).exists()
    forced.release()
    assert not lock_path(project).exists()


def test_where_no_lock_can_be_written_there_is_none_and_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "open", refuse)
    assert take(tmp_path / "a.rolw") is None


CHILD = """
import sys
from pathlib import Path
from rolwriter.storage.lock import take
lock = take(Path(sys.argv[1]))
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="seen on POSIX only")
def test_a_killed_programs_lock_on_this_machine_is_taken_over(tmp_path: Path) -> None:
    project = tmp_path / "a.rolw"
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(project)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin and child.stdout
    with child.stdin, child.stdout:
        assert child.stdout.readline() == b"locked\n"
        assert isinstance(take(project), Holder)
        child.kill()
        child.wait()
    lock = take(project)
    assert isinstance(lock, ProjectLock)
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_what_a_lock_says_of_its_holder_is_one_short_line() -> None:
    assert Holder("PC-3", "张三").words == "张三（PC-3）"
    assert Holder().words == "不知是谁"
    assert Holder("h\n" * 50, "u\n" * 50).words.count("\n") == 0
    assert len(Holder("h" * 999, "u" * 999).words) < 100
