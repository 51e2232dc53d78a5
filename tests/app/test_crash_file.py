from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from rolwriter.app.crash_file import crash_words, crashes, new_crashes

DYING = """
import ctypes, sys
from pathlib import Path
from rolwriter.app.crash_file import watch_crashes
watch = watch_crashes(Path(sys.argv[1]))
def 云溪区():
    secret = "党组会41次"
    {end}
云溪区()
"""


def run(folder: Path, end: str) -> None:
    command = [sys.executable, "-c", DYING.format(end=end), str(folder)]
    subprocess.run(command, check=False, timeout=60, capture_output=True)


def test_a_crash_is_found_at_the_next_start_once_and_named_by_its_time(tmp_path: Path) -> None:
    run(tmp_path, "ctypes.string_at(0)")
    found = new_crashes(tmp_path)
    assert [path.suffix for path in found] == [".txt"]
    assert new_crashes(tmp_path) == []
    assert crashes(tmp_path) == found
    words = crash_words(found[0])
    assert words
    assert "党组会" not in words
    assert os.sep + "ctypes" not in words


@pytest.mark.parametrize("end", ["watch.close()", "pass"])
def test_a_sound_end_leaves_nothing(tmp_path: Path, end: str) -> None:
    run(tmp_path, end)
    assert new_crashes(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_a_running_program_is_left_alone(tmp_path: Path) -> None:
    command = [sys.executable, "-c", DYING.format(end="print(1, flush=True); input()")]
    with subprocess.Popen(
        [*command, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        running.stdout.readline()
        assert new_crashes(tmp_path) == []
        assert len(list(tmp_path.iterdir())) == 1
        running.communicate(b"\n", timeout=60)


def test_no_more_than_five_records_are_kept(tmp_path: Path) -> None:
    for number in range(7):
        path = tmp_path / f"crash-2026010{number}-120000-aaaa.txt"
        path.write_text("Fatal Python error", "utf-8")
        os.utime(path, (number, number))
    new_crashes(tmp_path)
    assert [path.name[12:15] for path in crashes(tmp_path)] == ["02-", "03-", "04-", "05-", "06-"]


def test_a_record_is_copied_without_the_folders_of_the_program(tmp_path: Path) -> None:
    path = tmp_path / "crash-1.txt"
    path.write_text('Fatal\n  File "/srv/zhang/rolwriter/ui/kit/undo.py", line 3 in do\n', "utf-8")
    assert crash_words(path) == 'Fatal\n  File "undo.py", line 3 in do'
