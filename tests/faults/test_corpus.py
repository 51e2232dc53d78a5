"""Foreign files of every kind, where a collection of them stands beside the project."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
MOST_KIB = 1 << 20
MOST_SECONDS = 60
"""By the clock: beyond it a reading hangs."""


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.skipif(os.name == "nt", reason="readings are measured by forks")
@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus of foreign files beside the project")
def test_no_foreign_file_gives_a_traceback_a_hang_or_more_than_a_gibibyte() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.read_each", str(CORPUS)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=3500,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert "a reader failed" not in done.stderr
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    words = [reading for reading in readings if reading["way"] == "words"]
    assert len(words) == sum(path.suffix != ".txt" for path in CORPUS.iterdir())
    refused = [reading for reading in words if reading["said"].startswith("REFUSED")]
    keys = ("seconds", "computing", "kib")
    most = {key: max(reading[key] for reading in readings) for key in keys}
    print(
        f"corpus: {len(words)} files, {len(refused)} refused in words; at most "
        f"{most['computing']:.1f} s of computing, {most['seconds']:.1f} s by the clock, "
        f"{most['kib'] >> 10} MiB"
    )
    broken = [reading["name"] for reading in readings if "出了错" in reading["said"]]
    slow = [reading["name"] for reading in readings if "时间太长" in reading["said"]]
    assert broken == []
    assert slow == []
    assert most["kib"] <= MOST_KIB
    assert most["seconds"] <= MOST_SECONDS
