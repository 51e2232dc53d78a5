"""What the operating system refused, in a clerk's words: the one table of its errors."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rolwriter.model.errors import PlaceError
from rolwriter.text.file_names import LONGEST

UNTOUCHED = "原来的文件没有改动，您的文字还在。"
_EITHER = "那里的文件要么是原来的，要么已是这次的内容，不会是半个；您的文字还在。"
_WINDOWS_PATH = 259
"""Characters of a path, where long paths are not switched on."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Why, as a clause, and what to do about it."""

    why: str
    remedy: str
    certain: bool = True
    """Whether nothing can have happened: an answer lost on its way says nothing of the act."""


_GONE = Cause(
    "文件或文件夹不存在",
    "请检查文件夹是否还在、U盘或网络盘是否已断开，再试一次；也可以另存到本机。",
)
_DENIED = Cause("没有权限", "请换一个有权限的文件夹，或请管理员开通权限。")
_READ_ONLY = Cause("该位置是只读的", "请另存到本机硬盘等可以写入的位置；U盘请检查写保护开关。")
_FULL = Cause("磁盘已满", "请删去一些不用的文件后重试，或另存到其他磁盘。")
_QUOTA = Cause("您的磁盘配额已用完", "请删去一些不用的文件后重试，或另存到其他磁盘。")
_BUSY = Cause("文件正被其他程序占用", "请关闭正在使用该文件的程序（如Word、WPS），再试一次。")
_BAD_NAME = Cause("文件名中有系统不允许的字符", "请去掉文件名中的特殊符号，再试一次。")
_LONG_NAME = Cause("文件名太长", f"请换一个短一些的文件名（不超过{LONGEST // 3}个汉字）。")
_LONG_PATH = Cause("文件夹一层套一层，路径太长", "请另存到层数少一些的文件夹，或缩短文件名。")
_LOOP = Cause("路径中的链接绕成了圈", "请换一个文件夹再试。")
_UNPLUGGED = Cause("U盘或磁盘已拔出或断开", "请重新插好后重试，或另存到本机硬盘。", certain=False)
_BROKEN = Cause(
    "磁盘读写出错（可能是U盘接触不良或磁盘损坏）",
    "请另存到其他磁盘；原来的磁盘请尽快备份、检查。",
    certain=False,
)
_NETWORK = Cause(
    "网络中断，连不上共享文件夹", "请检查网络后重试；急用时先另存到本机硬盘。", certain=False
)
_EXHAUSTED = Cause("系统资源不足（内存或打开的文件太多）", "请关闭一些程序，再试一次。")

_BY_NAME: Mapping[str, Cause] = {
    "ENOENT": _GONE,
    "ENOTDIR": Cause("路径中有一段不是文件夹", "请检查路径，换一个文件夹再试。"),
    "EISDIR": Cause("这是一个文件夹，不是文件", "请选择具体的文件，或另起一个文件名。"),
    "ESPIPE": Cause("这不是普通文件", "请选择具体的文件，或换一个位置。"),
    "EACCES": _DENIED,
    "EPERM": Cause("系统不允许这样做", "请换一个有权限的文件夹，或请管理员开通权限。"),
    "EROFS": _READ_ONLY,
    "ENOSPC": _FULL,
    "EDQUOT": _QUOTA,
    "EFBIG": Cause("文件超过了这个磁盘允许的大小", "请另存到其他磁盘。"),
    "ENAMETOOLONG": _LONG_NAME,
    "EINVAL": _BAD_NAME,
    "EILSEQ": _BAD_NAME,
    "ELOOP": _LOOP,
    "EBUSY": _BUSY,
    "ETXTBSY": _BUSY,
    "EAGAIN": _BUSY,
    "EMFILE": _EXHAUSTED,
    "ENFILE": _EXHAUSTED,
    "ENOMEM": _EXHAUSTED,
    "EIO": _BROKEN,
    "ENODEV": _UNPLUGGED,
    "ENXIO": _UNPLUGGED,
    "ENOMEDIUM": _UNPLUGGED,
    "EREMOTEIO": _NETWORK,
    "ESTALE": Cause(
        "共享文件夹已断开，或那里的文件已被换掉",
        "请重新打开共享文件夹后重试；急用时先另存到本机硬盘。",
        certain=False,
    ),
    **dict.fromkeys(
        (
            *("ENETDOWN", "ENETUNREACH", "ENETRESET", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT"),
            *("ENOTCONN", "ECONNABORTED", "ECONNRESET", "ECONNREFUSED", "ENOLINK", "ECOMM"),
            *("EPIPE", "ESHUTDOWN"),
        ),
        _NETWORK,
    ),
}
_BY_ERRNO = {getattr(errno, name): c for name, c in _BY_NAME.items() if hasattr(errno, name)}
_BY_WINERROR: Mapping[int, Cause] = {
    3: _GONE,
    19: _READ_ONLY,  # ERROR_WRITE_PROTECT
    **dict.fromkeys((15, 20, 21, 55, 433, 1110, 1112, 1167), _UNPLUGGED),
    **dict.fromkeys((23, 29, 30, 483, 1117), _BROKEN),
    **dict.fromkeys((32, 33), _BUSY),  # sharing and lock violation
    **dict.fromkeys((39, 112), _FULL),
    1295: _QUOTA,
    123: _BAD_NAME,
    161: _BAD_NAME,
    206: _LONG_PATH,
    **dict.fromkeys((51, 53, 54, 58, 59, 64, 65, 67, 121, 1222, 1231, 1232, 1236), _NETWORK),
}
"""Microsoft's "System Error Codes"; Python's errno is kept for those that are not here."""


def cause_of(error: OSError, path: Path) -> Cause:
    """Why the system refused; a cause that says only its words for one not known."""
    code: int = getattr(error, "winerror", None) or 0
    if code in (2, 3, 206) and len(str(path)) > _WINDOWS_PATH:
        return _LONG_PATH
    if code in _BY_WINERROR:
        return _BY_WINERROR[code]
    found = _BY_ERRNO.get(error.errno or 0)
    if found is None:
        words = f"系统报告错误（{error.strerror or error}）"
        return Cause(words, "请再试一次；仍不行，请换一个位置。", certain=False)
    if found is _LONG_NAME and len(os.fsencode(path.name)) <= LONGEST:
        return _LONG_PATH
    return found


def trouble(error: OSError, path: Path, act: str, consequence: str = "") -> PlaceError:
    """The error to raise when the system refuses ``act`` (保存, 读取, …) on a file.

    ``consequence`` takes the place of what this says of the file that is to be written.
    """
    cause = cause_of(error, path)
    meaning = consequence or (UNTOUCHED if cause.certain else _EITHER)
    return PlaceError(f"无法{act}“{path.name or path}”：{cause.why}。", meaning, cause.remedy)
