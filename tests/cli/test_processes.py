"""The program as the shell starts it: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import LINES

PRINT_QT = "import sys; print([m for m in sys.modules if m.partition('.')[0] in {names}])"


def start(checkout: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=checkout,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("way", [["main.py"], ["-m", "rolwriter"]])
def test_both_ways_to_start_print_a_files_text(
    checkout: Path, report: Path, way: list[str]
) -> None:
    printed = start(checkout, *way, "text", report)
    assert (printed.returncode, printed.stderr) == (0, "")
    assert printed.stdout.splitlines() == LINES


def test_another_copy_that_is_installed_does_not_read_for_this_one(
    checkout: Path, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "installed" / "rolwriter"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise ImportError('an older version')")
    monkeypatch.setenv("PYTHONPATH", str(other.parent))
    printed = start(checkout, "main.py", "text", report)
    assert (printed.returncode, printed.stderr) == (0, "")


def test_errors_go_to_standard_error_with_exit_code_2(checkout: Path, tmp_path: Path) -> None:
    refused = start(checkout, "main.py", "text", tmp_path / "没有.txt")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "没有.txt" in refused.stderr


@pytest.mark.parametrize("verb", ["text", "outline", "import"])
def test_the_command_line_loads_no_qt(
    checkout: Path, report: Path, tmp_path: Path, verb: str
) -> None:
    words = [verb, str(report), *(["-o", str(tmp_path / "p.rolw")] if verb == "import" else [])]
    printed = PRINT_QT.format(names={"PySide6", "shiboken6"})
    code = f"from rolwriter.entry import main; code = main({words!r}); {printed}; sys.exit(code)"
    done = start(checkout, "-c", code)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_start_of_a_verb_loads_no_office_library(checkout: Path) -> None:
    printed = PRINT_QT.format(names={"docx", "openpyxl", "lxml", "pypdfium2", "doc2docx"})
    done = start(checkout, "-c", f"from rolwriter.entry import main; main(['--help']); {printed}")
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_a_reader_that_stops_listening_is_no_fault(checkout: Path, tmp_path: Path) -> None:
    long = tmp_path / "长.txt"
    long.write_text("第一段\n" * 25_000, encoding="utf-8")
    script = f'set -o pipefail; "{sys.executable}" main.py text "{long}" | head -n 1'
    done = subprocess.run(
        ["bash", "-c", script], cwd=checkout, capture_output=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert done.stdout.decode() == "第一段\n"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_program_says_so_and_qt_does_not_abort(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    refused = start(checkout, "main.py")
    assert (refused.returncode, refused.stdout) == (2, "")
    chinese, english = refused.stderr.splitlines()
    assert "没有可用的显示屏" in chinese
    assert english.startswith("No display")
