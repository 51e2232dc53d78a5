"""Argparse with Chinese words: usage, headings and the sentence for a wrong call."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from rolwriter.model.errors import RolwriterError

_COMPLAINTS = (
    (r"the following arguments are required: (.+)", r"缺少 \1。"),
    (r"argument (.+): invalid int value: '(.*)'", r"\1 要写整数，不能写“\2”。"),
    (r"argument (.+): invalid choice: '(.*)' \(choose from .*", r"\1 不能写“\2”。"),
    (r"argument (.+): expected .*argument.*", r"\1 后面缺少内容。"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 和 \2 不能同时用。"),
    (r"unrecognized arguments: (.+)", r"多出了 \1。"),
)
"""Argparse's English for a wrong call, and what a clerk is told."""


class Parser(argparse.ArgumentParser):
    """A parser whose every word a clerk can read; a wrong call is the user's matter."""

    def __init__(self, **keywords: Any) -> None:  # noqa: ANN401 - argparse's own signature
        super().__init__(add_help=False, allow_abbrev=False, **keywords)
        # Python 3.14 colours the usage line, and the colours would hide its opening from us.
        self.color = False
        self.add_argument_group("选项").add_argument(
            "-h", "--help", action="help", help="显示这段说明"
        )
        self.words = self.add_argument_group("参数")

    def format_usage(self) -> str:
        """The usage line with its Chinese opening."""
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        """The whole help with its Chinese opening."""
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say what was wrong with the call and how to write it."""
        raise RolwriterError(
            f"命令的写法不对{_complaint(message)}",
            "没有执行任何操作，没有改动任何文件。",
            f"正确的写法：\n{self.format_usage()}加 --help 可以看到每个参数的说明。",
        )


def _complaint(message: str) -> str:
    """Argparse's message in Chinese; one that is not known is left out, never shown in English."""
    for english, chinese in _COMPLAINTS:
        found = re.fullmatch(english, message, re.DOTALL)
        if found:
            return f"：{found.expand(chinese)}".replace("-o/--output", "-o")
    return "。"
