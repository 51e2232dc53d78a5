"""File names that every system takes: what Windows forbids is no name on Linux either.

The rules are those of Microsoft's "Naming Files, Paths, and Namespaces" and the 255 bytes
of ext4, xfs and most others. 255 bytes of UTF-8 are never more than the 255 UTF-16 units
that NTFS allows, so the one limit serves both.
"""

from __future__ import annotations

import re

LONGEST = 255
"""Bytes of UTF-8 in a name; a Han character takes three."""
_WIDE = str.maketrans('<>:"/\\|?*', "＜＞：”／＼｜？＊")
_MARKS = re.compile(r'[<>:"/\\|?*]')
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_DEVICE = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])[ .]*(?:\.|$)", re.IGNORECASE
)


def forbidden(name: str) -> str:
    """Why no file may have that name, as a clause; empty when it may."""
    reason = ""
    if not name.strip(". "):
        reason = "文件名是空的"
    elif found := _MARKS.search(name):
        reason = f"文件名中的“{found.group()}”在 Windows 上不能用"
    elif _UNSEEN.search(name):
        reason = "文件名中有看不见或无法识别的字符"
    elif _DEVICE.match(name):
        reason = f"“{name.partition('.')[0].strip()}”在 Windows 上是设备名，不能用作文件名"
    elif name[-1] in ". ":
        reason = "文件名不能以句点或空格结尾（Windows 会去掉它）"
    elif (size := len(name.encode())) > LONGEST:
        reason = f"文件名太长，占{size}字节，最多{LONGEST}字节（{LONGEST // 3}个汉字）"
    return reason


def mended(name: str) -> str:
    """The nearest name that a file may have: marks become full-width ones, the end is cut."""
    name = _UNSEEN.sub("", name).translate(_WIDE).rstrip(". ") or "未命名"
    if _DEVICE.match(name):
        name = f"_{name}"
    return shortened(name)


def shortened(name: str, end: str = "") -> str:
    """The name with ``end`` put before its ending (``.rolw``), the stem cut to fit the limit."""
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > LONGEST // 4:
        stem, dot, ending = name, "", ""
    tail = f"{end}{dot}{ending}"
    room = LONGEST - len(tail.encode())
    cut = stem.encode()[:room].decode(errors="ignore")
    return f"{cut.rstrip('. ') if cut != stem else stem}{tail}"
