"""What the operating system refused, in a clerk's words."""

from __future__ import annotations

import errno
from pathlib import Path

from rolwriter.model.errors import RolwriterError

_UNTOUCHED = "原来的文件没有改动，您的文字还在。"
_REMEDIES: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("文件或文件夹不存在", "请检查文件夹是否还在、U盘或网络盘是否已断开，再试一次。"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "请检查路径，换一个文件夹再试。"),
    errno.EISDIR: ("这是一个文件夹，不是文件", "请选择具体的文件，或另起一个文件名。"),
    errno.EACCES: ("没有权限", "请换一个有权限的文件夹，或请管理员开通权限。"),
    errno.EPERM: ("系统不允许这样做", "请换一个有权限的文件夹，或请管理员开通权限。"),
    errno.EROFS: ("该位置是只读的", "请另存到本机硬盘等可以写入的位置。"),
    errno.ENOSPC: ("磁盘已满", "请删去一些不用的文件，或另存到其他磁盘。"),
    errno.EDQUOT: ("您的磁盘配额已用完", "请删去一些不用的文件，或另存到其他磁盘。"),
    errno.ENAMETOOLONG: ("文件名太长", "请换一个短一些的文件名（一般不超过80个汉字）。"),
    errno.EBUSY: ("文件正被其他程序占用", "请关闭正在使用该文件的程序（如Word、WPS），再试一次。"),
    errno.EINVAL: ("文件名中有系统不允许的字符", "请去掉文件名中的特殊符号，再试一次。"),
}
_WINDOWS_SHARING_VIOLATION = 32


def trouble(error: OSError, path: Path, act: str) -> RolwriterError:
    """The error to raise when the system refuses ``act`` (保存, 读取, …) on a file."""
    number = error.errno or 0
    if getattr(error, "winerror", None) == _WINDOWS_SHARING_VIOLATION:
        number = errno.EBUSY
    cause, remedy = _REMEDIES.get(
        number, (f"系统报告错误（{error.strerror or error}）", "请换一个位置再试。")
    )
    return RolwriterError(f"无法{act}“{path.name or path}”：{cause}。", _UNTOUCHED, remedy)
