from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rolwriter.model.project import Project
from rolwriter.model.report import Report
from rolwriter.storage.recovery import Journal, LeftOver, Origin, left_overs

ONE, TWO = (Project(Report(authority=name)) for name in ("甲", "乙"))
NOWHERE = Origin()


def names(folder: Path) -> set[str]:
    return {p.name for p in folder.rglob("*") if p.is_file()} if folder.exists() else set()


def all_left(folder: Path) -> list[LeftOver]:
    damaged: list[Path] = []
    found = list(left_overs(folder, damaged))
    assert not damaged
    return found


def crashed(folder: Path, project: Project = ONE, origin: Origin = NOWHERE) -> None:
    """What a killed window leaves: the copy and the owner's mark, nobody holding it."""
    journal = Journal(folder)
    journal.write(project, origin, journal.life)
    journal.release()


def test_a_window_that_never_wrote_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    Journal(folder).clear()
    assert not folder.exists()


def test_a_copy_is_private_and_gone_when_cleared(tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    journal = Journal(folder)
    journal.write(ONE, Origin(), journal.life)
    if os.name != "nt":
        assert stat.S_IMODE(journal.copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    journal.clear()
    assert names(folder) == set()


def test_work_begun_before_a_clearing_writes_nothing_after_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    life = journal.life
    journal.clear()
    journal.write(ONE, Origin(), life)
    assert names(tmp_path) == set()


def test_a_copy_left_over_comes_back_with_where_it_belongs(tmp_path: Path) -> None:
    origin = Origin("/x/报告.rolw", "seal", "2026-01-02 03:04")
    crashed(tmp_path, TWO, origin)
    (left,) = all_left(tmp_path)
    assert (left.project, left.origin) == (TWO, origin)


def test_a_running_windows_copy_is_not_taken(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(ONE, Origin(), journal.life)
    assert all_left(tmp_path) == []
    journal.clear()


def test_one_left_over_is_offered_to_one_window_only(tmp_path: Path) -> None:
    crashed(tmp_path)
    (left,) = all_left(tmp_path)
    assert all_left(tmp_path) == []
    left.journal.release()
    assert len(all_left(tmp_path)) == 1


def test_a_copy_gone_on_with_stays_until_it_is_written_over(tmp_path: Path) -> None:
    crashed(tmp_path, ONE)
    (left,) = all_left(tmp_path)
    assert len(names(tmp_path)) == 2
    left.journal.write(TWO, Origin(), left.journal.life)
    left.journal.release()
    assert [again.project for again in all_left(tmp_path)] == [TWO]


def test_a_damaged_copy_is_moved_aside_and_never_removed(tmp_path: Path) -> None:
    crashed(tmp_path)
    (copy,) = tmp_path.glob("*.rolw")
    data = copy.read_bytes()[:-40]
    copy.write_bytes(data)
    damaged: list[Path] = []
    assert list(left_overs(tmp_path, damaged)) == []
    assert [path.read_bytes() for path in damaged] == [data]
    assert names(tmp_path) == {damaged[0].name}


def test_a_mark_without_a_copy_is_swept(tmp_path: Path) -> None:
    (tmp_path / "0123.owner").write_bytes(b"")
    assert all_left(tmp_path) == []
    assert names(tmp_path) == set()


def test_without_system_locks_a_running_process_is_respected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rolwriter.storage.owner.try_lock", lambda _: None)
    journal = Journal(tmp_path)
    journal.write(ONE, Origin(), journal.life)
    assert all_left(tmp_path) == []


CHILD = """
import sys
from pathlib import Path
from rolwriter.model.project import Project
from rolwriter.storage.recovery import Journal, Origin
journal = Journal(Path(sys.argv[1]))
journal.write(Project(), Origin(), journal.life)
print("written", flush=True)
sys.stdin.read()
"""


def test_a_killed_process_leaves_its_copy_to_the_next(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin and child.stdout
    with child.stdin, child.stdout:
        assert child.stdout.readline() == b"written\n"
        assert all_left(tmp_path) == []
        child.kill()
        child.wait()
    (left,) = all_left(tmp_path)
    left.journal.clear()
    assert names(tmp_path) == set()
