from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from rolwriter.app.guide import display
from rolwriter.app.guide.display import display_trouble, import_trouble

pytestmark = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="only X and Wayland can be missing"
)


def test_drawing_without_a_screen_needs_no_display() -> None:
    assert display_trouble({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert display_trouble({"QT_QPA_PLATFORM": "offscreen:size=800x600"}) is None


def test_no_display_is_told_in_both_languages_with_a_way_out() -> None:
    trouble = display_trouble({})
    assert trouble is not None
    assert "没有可用的显示屏" in trouble.chinese
    assert "No display" in trouble.english
    assert all("xvfb-run" in words for words in (trouble.chinese, trouble.english))


def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda name: name != "libxcb-cursor.so.0")
    trouble = display_trouble({"DISPLAY": ":0"})
    assert trouble is not None
    assert "sudo apt install libxcb-cursor0" in trouble.chinese
    assert trouble.english.endswith("sudo apt install libxcb-cursor0")


@pytest.mark.skipif(bool(display.missing_libraries()), reason="needs the libraries of X")
def test_a_display_that_does_not_answer_is_named() -> None:
    trouble = display_trouble({"DISPLAY": ":98765"})
    assert trouble is not None
    assert "DISPLAY=:98765" in trouble.chinese
    assert "DISPLAY=:98765" in trouble.english


def test_a_wayland_display_is_enough(tmp_path: Path) -> None:
    environment = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "way"}
    assert display_trouble(environment) is not None
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "way"))
        server.listen()
        assert display_trouble(environment) is None


def test_a_qt_that_cannot_be_loaded_names_the_package() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file")
    assert "apt install libegl1" in import_trouble(error).chinese
    assert "PySide6-Essentials" in import_trouble(ImportError("broken")).chinese
