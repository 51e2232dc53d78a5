"""The one clear sentence for each way a reading process can end without an answer."""

from __future__ import annotations

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.refusals import SAVE_AS, UNCHANGED


class ReadingCancelledError(RolwriterError):
    """The user stopped the reading: nothing to complain about."""


def cancelled(name: str) -> ReadingCancelledError:
    """The user stopped it."""
    return ReadingCancelledError(f"已停止读取{_file(name)}。", UNCHANGED, "需要时可以重新导入。")


def too_slow(name: str) -> RolwriterError:
    """It ran out of time."""
    return RolwriterError(f"读取{_file(name)}的时间太长，已经停止。", UNCHANGED, SAVE_AS)


def too_hungry(name: str) -> RolwriterError:
    """It ran out of memory."""
    return RolwriterError(f"读取{_file(name)}要用的内存太多，已经停止。", UNCHANGED, SAVE_AS)


def crashed(name: str) -> RolwriterError:
    """It ended without an answer, or with an error of ours."""
    return RolwriterError(f"{_file(name)}读到一半出了错，没有读成。", UNCHANGED, SAVE_AS)


def not_started() -> RolwriterError:
    """The system would not start a process."""
    return RolwriterError(
        "负责读取文件的后台程序启动不了。",
        UNCHANGED,
        "请关闭一些程序或重启电脑后再试；如果装有安全软件，请确认它没有拦截本程序。",
    )


def _file(name: str) -> str:
    return f"“{name}”" if name else "这个文件"
