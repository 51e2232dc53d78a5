"""Hostile files: each ends as an error or the text, bounded, and nothing they name is touched."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.hostile import MARK, SECRET, make

ROOT = Path(__file__).resolve().parents[2]
STRACE = shutil.which("strace")
MOST_KIB = 300 * 1024
MOST_SECONDS = 5
"""Of computing: the clock tells of the machine's other work too."""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and strace are POSIX matters")
Reading = dict[str, Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    assert len(make(folder)) >= 30
    return folder


def read_all(folder: Path, *before: str) -> list[Reading]:
    done = subprocess.run(
        [*before, sys.executable, "-m", "tests.faults.read_each", str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.timeout(420)
def test_no_hostile_file_hurts_and_nothing_it_names_is_touched(
    folder: Path, tmp_path: Path
) -> None:
    log = tmp_path / "strace.log"
    watch = ["--seccomp-bpf", "-f", "-qq", "-e", "trace=connect,openat", "-o", str(log)]
    before = [str(STRACE), *watch] if STRACE and can_trace(tmp_path) else []
    readings = read_all(folder, *before)
    files = len(list(folder.iterdir())) - 1  # but for the file they would read
    assert len(readings) == 2 * files
    for reading in readings:
        assert SECRET not in reading["said"], reading
        assert reading["kib"] <= MOST_KIB, reading
        assert reading["computing"] <= MOST_SECONDS, reading
    print(f"hostile files: {files}, at most {figures(readings)}")
    if not before:
        return
    calls = log.read_text(errors="replace")
    assert "read_each" in calls or "openat" in calls
    assert MARK not in calls
    assert not re.search(r"connect\(.*AF_INET", calls)


def figures(readings: list[Reading]) -> str:
    def most(what: str) -> Reading:
        return max(readings, key=lambda reading: reading[what])

    return (
        f"{most('kib')['kib'] // 1024} MiB ({most('kib')['name']}), "
        f"{most('computing')['computing']:.1f} s of computing ({most('computing')['name']}), "
        f"{most('seconds')['seconds']:.1f} s by the clock ({most('seconds')['name']})"
    )


def can_trace(tmp_path: Path) -> bool:
    tried = subprocess.run(
        [str(STRACE), "--seccomp-bpf", "-f", "-o", str(tmp_path / "try.log"), "true"],
        capture_output=True,
        check=False,
    )
    return tried.returncode == 0


@pytest.mark.long
@pytest.mark.timeout(420)
def test_no_hostile_file_takes_longer_than_five_seconds(folder: Path) -> None:
    if os.getloadavg()[0] > (os.cpu_count() or 1):
        pytest.skip("the machine is busy with other things: its clock says nothing of a reading")
    readings = read_all(folder)
    print(f"hostile files: at most {figures(readings)}")
    assert max(reading["seconds"] for reading in readings) <= MOST_SECONDS
