from __future__ import annotations

import errno
from pathlib import Path

import pytest

from rolwriter.model.trouble import trouble

PATH = Path("报告.rolw")
UNIX = {
    "ENOENT": "不存在",
    "ENOTDIR": "不是文件夹",
    "ESPIPE": "不是普通文件",
    "EISDIR": "是一个文件夹",
    "EACCES": "没有权限",
    "EPERM": "不允许",
    "EROFS": "只读",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "配额",
    "EFBIG": "允许的大小",
    "EINVAL": "不允许的字符",
    "EILSEQ": "不允许的字符",
    "ELOOP": "绕成了圈",
    "EBUSY": "占用",
    "EMFILE": "资源不足",
    "EIO": "读写出错",
    "ENODEV": "拔出",
    "ENXIO": "拔出",
    "ESTALE": "共享文件夹已断开",
    "ENETDOWN": "网络中断",
    "ENETUNREACH": "网络中断",
    "EHOSTDOWN": "网络中断",
    "EHOSTUNREACH": "网络中断",
    "ETIMEDOUT": "网络中断",
    "ENOTCONN": "网络中断",
    "ECONNRESET": "网络中断",
}
WINDOWS = {
    3: "不存在",
    19: "只读",
    21: "拔出",
    32: "占用",
    33: "占用",
    53: "网络中断",
    55: "拔出",
    64: "网络中断",
    67: "网络中断",
    112: "磁盘已满",
    121: "网络中断",
    123: "不允许的字符",
    206: "路径太长",
    1117: "读写出错",
    1167: "拔出",
    1295: "配额",
}


class WindowsError(OSError):
    """What Windows raises, as far as it is looked at."""

    def __init__(self, number: int) -> None:
        super().__init__(errno.EINVAL, "")
        self.winerror = number


@pytest.mark.parametrize("name", [name for name in UNIX if hasattr(errno, name)])
def test_each_refusal_says_what_it_means_and_what_to_do(name: str) -> None:
    error = trouble(OSError(getattr(errno, name), "in English"), PATH, "保存")
    assert error.what.startswith("无法保存“报告.rolw”：")
    assert UNIX[name] in error.what
    assert "您的文字还在" in error.consequence
    assert error.remedy.startswith("请")
    assert "English" not in str(error)


@pytest.mark.parametrize("number", WINDOWS)
def test_what_windows_says_is_understood_by_its_own_number(number: int) -> None:
    error = trouble(WindowsError(number), PATH, "保存")
    assert WINDOWS[number] in error.what


@pytest.mark.parametrize("name", ["EIO", "ESTALE", "ETIMEDOUT", "ENODEV"])
def test_nothing_is_promised_of_a_file_on_a_place_that_stopped_answering(name: str) -> None:
    error = trouble(OSError(getattr(errno, name), ""), PATH, "保存")
    assert "没有改动" not in error.consequence
    assert "不会是半个" in error.consequence


def test_a_long_name_and_a_long_path_are_told_apart() -> None:
    refused = OSError(errno.ENAMETOOLONG, "")
    assert "文件名太长" in trouble(refused, Path("报" * 90), "保存").what
    assert "路径太长" in trouble(refused, Path("/".join(["报告"] * 700)), "保存").what


def test_windows_says_of_a_long_path_that_it_is_not_there() -> None:
    deep = Path("/".join(["报告报告"] * 60))
    assert "路径太长" in trouble(WindowsError(3), deep, "保存").what
    assert "不存在" in trouble(WindowsError(3), PATH, "保存").what


def test_a_refusal_nobody_foresaw_is_told_with_the_systems_own_words() -> None:
    assert "very odd" in trouble(OSError(9999, "very odd"), PATH, "保存").what


def test_what_reading_means_is_for_the_reader_to_say() -> None:
    error = trouble(OSError(errno.EIO, ""), PATH, "读取", "没有读入。")
    assert error.consequence == "没有读入。"
