"""Each system call of export, import, open, autosave and migrate fails (strace), with any error."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXPORTS = ("docx", "pdf", "html", "txt", "xlsx")
ACTS = (*(f"export-{suffix}" for suffix in EXPORTS), "import", "open", "autosave", "migrate")
CANNOT = 5
"""The exit code of a runner that strace cannot be tied to."""
pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def strike(act: str, folder: Path, step: int, *errors: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.struck", act, str(folder), str(step), *errors],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=1700,
        check=False,
    )
    if done.returncode == CANNOT:
        pytest.skip(f"strace cannot trace here: {done.stdout[:100]}")
    assert done.returncode == 0, done.stderr[-4000:]
    print(done.stdout, end="")
    assert "0 failing points" not in done.stdout


@pytest.mark.parametrize("act", ["export-txt", "import", "open", "autosave", "migrate"])
def test_an_act_on_a_full_disk_at_some_calls_leaves_old_or_new(act: str, tmp_path: Path) -> None:
    strike(act, tmp_path, 9, "ENOSPC")


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("act", ACTS)
def test_any_error_at_any_call_of_an_act_leaves_old_or_new(act: str, tmp_path: Path) -> None:
    strike(act, tmp_path, 1)
