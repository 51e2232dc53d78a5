"""Export, import, autosave and migrate leave the old file or the new one, whatever fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ACTS = ("export", "import", "autosave", "migrate")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it forks and asks /proc")


def cut_off(act: str, folder: Path, step: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.cut_off", act, str(folder), str(step)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=850,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    print(done.stdout)


@pytest.mark.parametrize("act", ACTS)
def test_an_act_cut_off_at_some_calls_leaves_old_or_new(act: str, tmp_path: Path) -> None:
    cut_off(act, tmp_path, 7)


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("act", ACTS)
def test_an_act_cut_off_at_any_call_leaves_old_or_new(act: str, tmp_path: Path) -> None:
    cut_off(act, tmp_path, 1)
