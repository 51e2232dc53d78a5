"""Whether a window can be opened at all; asked before Qt, which would abort without a word.

Nothing of Qt is imported here. On Windows and macOS there is always a display.
"""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

WITHOUT_SCREEN = frozenset(
    {"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs", "vkkhrdisplay"}
)
"""Qt platforms that draw without an X or Wayland server."""

PACKAGES = {
    "libxcb.so.1": "libxcb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""What Qt's X11 plugin loads, and the Debian package that brings it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why no window can be opened, once for each kind of reader."""

    chinese: str
    english: str


def display_trouble(environment: Mapping[str, str] = os.environ) -> Trouble | None:
    """What stands in the way of a window; None when nothing does."""
    if sys.platform in {"win32", "darwin"}:
        return None
    platforms = [
        name.partition(":")[0] for name in environment.get("QT_QPA_PLATFORM", "").split(";") if name
    ]
    if WITHOUT_SCREEN.intersection(platforms[:1]):
        return None
    if platforms[:1] != ["xcb"] and _wayland_answers(environment):
        return None
    if not environment.get("DISPLAY"):
        return _no_display()
    missing = missing_libraries()
    if missing:
        return _missing(missing)
    return None if _x_server_answers(environment["DISPLAY"]) else _silent(environment["DISPLAY"])


def missing_libraries() -> list[str]:
    """The shared libraries of Qt's X11 plugin that this machine does not have."""
    return [name for name in PACKAGES if not _loads(name)]


def import_trouble(error: ImportError) -> Trouble:
    """Qt itself could not be loaded: name the package when the message tells which."""
    missing = [name for name in PACKAGES if name in str(error)]
    if missing:
        return _missing(missing)
    return Trouble(
        f"窗口组件 PySide6 无法载入：{error}。窗口没有打开，文件没有改动。"
        "请重新安装：python -m pip install --force-reinstall PySide6-Essentials",
        f"PySide6 cannot be loaded: {error}. "
        "Reinstall it: python -m pip install --force-reinstall PySide6-Essentials",
    )


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    address = Path(environment.get("XDG_RUNTIME_DIR", "/")) / name
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(str(address))
        except OSError:
            return False
    return True


def _x_server_answers(display: str) -> bool:
    """Ask as Qt will: the same library, the same name, the same permissions."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _no_display() -> Trouble:
    return Trouble(
        "没有可用的显示屏（未设置 DISPLAY 或 WAYLAND_DISPLAY），窗口无法打开，文件没有改动。"
        "请在图形桌面中运行；没有桌面时，可安装 xvfb 后运行：xvfb-run python main.py；"
        "只用命令行时，请运行：python main.py --help",
        "No display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened. "
        "Run it on a desktop, or install xvfb and run: xvfb-run python main.py; "
        "for the command line alone: python main.py --help",
    )


def _silent(display: str) -> Trouble:
    return Trouble(
        f"显示屏 DISPLAY={display} 没有应答或拒绝连接，窗口无法打开，文件没有改动。"
        "请检查远程桌面或 X 服务是否在运行、是否有权限；"
        "没有桌面时，可安装 xvfb 后运行：xvfb-run python main.py",
        f"The display DISPLAY={display} does not answer or refuses the connection, "
        "so no window can be opened. Check that the X server runs and lets you in, "
        "or install xvfb and run: xvfb-run python main.py",
    )


def _missing(names: list[str]) -> Trouble:
    packages = " ".join(PACKAGES[name] for name in names)
    return Trouble(
        f"缺少显示窗口所需的系统组件：{'、'.join(names)}。窗口无法打开，文件没有改动。"
        f"请安装：sudo apt install {packages}",
        f"Libraries needed for the window are missing: {', '.join(names)}. "
        f"Install them: sudo apt install {packages}",
    )
