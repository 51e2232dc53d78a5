"""Each system call of a save fails once, or is the last before kill -9 (strace)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from rolwriter.storage import project_file
from rolwriter.storage.companion import backup_path
from tests.faults.saver import NEW, OLD, OLDER, TEMPS, prepare

STRACE = shutil.which("strace")
pytestmark = pytest.mark.skipif(STRACE is None, reason="strace is not installed")
CALL = re.compile(r"^(?:\d+\s+)?(\w+)\(", re.MULTILINE)
ROOT = Path(__file__).resolve().parents[2]


def run(path: Path, seal: str, *options: str) -> tuple[str, str]:
    """What the saver said, and strace's log of the calls on the save's own files."""
    folder = path.parent
    log = folder.parent / "strace.log"
    files = [folder, path, backup_path(path), *(folder / temp for temp in TEMPS)]
    watched = [word for file in files for word in ("-P", str(file))]
    child = subprocess.run(
        [
            *(str(STRACE), "-f", "-qq", "-o", str(log), *watched, *options),
            *(sys.executable, "-m", "tests.faults.saver", str(path), seal),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return child.stdout + child.stderr, log.read_text() if log.exists() else ""


def fresh(tmp_path: Path) -> tuple[Path, str]:
    folder = tmp_path / "project"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return prepare(folder)


def points(tmp_path: Path) -> list[tuple[str, int]]:
    """(call, which one) for every system call of an undisturbed save."""
    said, log = run(*fresh(tmp_path))
    if "SAVED" not in said:
        pytest.skip(f"strace cannot trace here: {said[:100]}")
    seen = Counter[str]()
    found = list[tuple[str, int]]()
    for name in CALL.findall(log):
        seen[name] += 1
        found.append((name, seen[name]))
    assert {"fsync", "rename", "write", "openat"} <= set(seen)
    return found


def assert_refused_or_saved(path: Path, said: str, where: str) -> None:
    assert "Traceback" not in said, f"{where}: {said}"
    stands = project_file.load(path)
    if "SAVED" in said or "已写入" in said:
        assert stands == NEW, where
    else:
        assert "REFUSED" in said, f"{where}: {said}"
        assert stands == OLD, where
    assert project_file.load(backup_path(path)) in (OLDER, OLD), where


def fail_each(tmp_path: Path, errors: list[str]) -> int:
    runs = 0
    for name, number in points(tmp_path):
        for error in errors:
            path, seal = fresh(tmp_path)
            said, _ = run(path, seal, "-e", f"inject={name}:error={error}:when={number}")
            assert_refused_or_saved(path, said, f"{error} at {name} {number}")
            runs += 1
    return runs


def test_a_full_disk_at_any_call_leaves_old_or_new(tmp_path: Path) -> None:
    assert fail_each(tmp_path, ["ENOSPC"]) >= 15


@pytest.mark.long
@pytest.mark.timeout(900)
def test_any_error_at_any_call_leaves_old_or_new(tmp_path: Path) -> None:
    runs = fail_each(tmp_path, ["EIO", "EACCES", "EROFS", "EDQUOT", "ENOSPC"])
    print(f"failing calls tried: {runs}")


def test_a_kill_at_any_call_leaves_old_or_new_and_no_litter(tmp_path: Path) -> None:
    tried = points(tmp_path)
    for name, number in tried:
        path, seal = fresh(tmp_path)
        run(path, seal, "-e", f"inject={name}:signal=KILL:when={number}")
        where = f"kill at {name} {number}"
        assert project_file.load(path) in (OLD, NEW), where
        assert project_file.load(backup_path(path)) in (OLDER, OLD), where
        project_file.save(NEW, path)
        assert {p.name for p in path.parent.iterdir()} == {"a.rolw", "a.rolw.bak"}, where
    print(f"kill points tried: {len(tried)}")
