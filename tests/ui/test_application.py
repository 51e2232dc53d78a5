from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from rolwriter.app.crash_file import crash_words, new_crashes
from rolwriter.app.guide import display
from rolwriter.app.guide.display import display_trouble, import_trouble
from rolwriter.ui.application import run_window

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="X and Wayland alone can be absent")


def started(checkout: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "PYTHONIOENCODING": "utf-8", **environment}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        if name not in environment:
            variables.pop(name, None)
    return subprocess.run(
        [sys.executable, str(checkout / "main.py"), *words],
        env=variables,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@linux_only
def test_without_a_display_it_says_so_in_chinese_and_english(checkout: Path) -> None:
    ended = started(checkout)
    assert ended.returncode == 2
    assert "没有可用的显示屏" in ended.stderr
    assert "No display" in ended.stderr
    assert "xvfb-run" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "qt.qpa" not in ended.stderr


@linux_only
def test_a_display_that_does_not_answer_is_named(checkout: Path) -> None:
    ended = started(checkout, DISPLAY=":4041")
    assert ended.returncode == 2
    assert ":4041" in ended.stderr or "apt install" in ended.stderr
    assert "qt.qpa" not in ended.stderr


@linux_only
def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda name: name != "libxcb-cursor.so.0")
    trouble = display_trouble({"DISPLAY": ":0"})
    assert trouble is not None
    assert "libxcb-cursor0" in trouble.chinese
    assert "sudo apt install libxcb-cursor0" in trouble.english


@linux_only
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_without_a_screen_needs_no_display(platform: str) -> None:
    assert display_trouble({"QT_QPA_PLATFORM": platform}) is None


@linux_only
def test_a_wayland_display_is_enough(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        variables = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
        assert display_trouble(variables) is None
    assert display_trouble({**variables, "WAYLAND_DISPLAY": "wayland-1"}) is not None


def test_a_qt_that_cannot_be_loaded_names_the_package() -> None:
    error = ImportError("libGL.so.1: cannot open shared object file")
    assert "sudo apt install libgl1" in import_trouble(error).chinese
    assert "PySide6" in import_trouble(ImportError("No module named 'PySide6'")).english


@pytest.mark.parametrize("words", [["--unknown"], ["a.rolw", "b.rolw"]])
def test_words_it_does_not_know_are_answered_with_the_usage(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_window(words) == 2
    assert "用法" in capsys.readouterr().err


CUT_OFF = """
import ctypes
from PySide6.QtCore import QTimer
from rolwriter.ui import application
from rolwriter.ui.main_window import MainWindow
MainWindow.begin = lambda window, path: QTimer.singleShot(0, window, lambda: ctypes.string_at(0))
application.run_window([])
"""


def test_a_window_that_is_cut_off_leaves_a_record_of_where(tmp_path: Path, checkout: Path) -> None:
    places = {"XDG_DATA_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    variables = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    script = [sys.executable, "-c", CUT_OFF]
    subprocess.run(
        script, env=variables, cwd=checkout, timeout=60, check=False, capture_output=True
    )
    (record,) = new_crashes(tmp_path / "rolwriter" / "log")
    assert "application.py" in crash_words(record)
