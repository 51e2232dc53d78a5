"""The command line: which verb, and what becomes of its errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from rolwriter import __version__
from rolwriter.cli.output import BUG, USER, WELL, diagnoses_shown, say, say_error
from rolwriter.cli.parser import Parser
from rolwriter.model.errors import RolwriterError

VERBS = {
    "new": "新建一个空白工程",
    "import": "读取一个文件（如去年的报告），存成工程",
    "text": "打印文件或工程的纯文本，一段一行",
    "outline": "打印识别出的标题、机关、年度和章节",
    "dump": "打印工程内容（JSON）",
    "set": "修改工程中的一项并保存",
    "export": "导出Word文件（公文格式）",
    "inspect": "检查一个文件带不带隐藏信息（作者、批注、修订、路径等）",
    "layout": "列出排版后的各页各行和换页的地方",
    "pasted": "核对网站上公开的网页与公开稿是否一致",
    "carry": "列出沿用去年、还没有核过的内容",
    "checklist": "列出报告应当回答的事项和完成情况",
    "figures": "列出文中的数字",
    "ledger": "导出台账和数据征集表（Excel），读回填好的表",
    "check": "检查文件或工程，列出错误、提醒和建议",
    "fix": "改正其中可以放心改的，另存成文件，并列出改了什么",
    "rules": "列出全部检查规则",
    "mask": "列出公开前要处理的号码、姓名等，定在公开稿中遮盖或保留",
    "self-test": "检查程序自身和本机环境是否完好",
}
"""Each verb with its help line; its module is cli/verb_NAME.py."""


class Verb(Protocol):
    """A verb's module."""

    def add_arguments(self, parser: Parser) -> None:
        """Declare what the verb takes."""
        ...

    def run(self, arguments: object) -> int:
        """Do it; the answer is the exit code."""
        ...


def is_command(words: Sequence[str]) -> bool:
    """Whether the words are for the command line: a verb, an option, or no file at all."""
    if not words:
        return False
    first = words[0]
    return (
        first in VERBS or first.startswith("-") or not (Path(first).suffix or Path(first).exists())
    )


def run(words: Sequence[str]) -> int:
    """Run one verb; never raises and never shows a traceback."""
    try:
        _use_utf8()
        code = _run(words)
        # Now, and not when Python ends, where a closed pipe could no longer be handled.
        _flush()
        return code
    except RolwriterError as error:
        say_error(error)
        return USER
    except BrokenPipeError:
        # Whoever read our output stopped reading: that is their right and no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except KeyboardInterrupt:
        say("已中断。没有改动任何文件。")
        return USER
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else WELL
    except Exception as fault:
        say(
            f"程序内部出错（{type(fault).__name__}，{_place(fault)}）。\n"
            "您的文件没有改动。\n"
            "请把这两行文字和所用的命令告诉程序维护人员。"
        )
        return BUG


def _run(words: Sequence[str]) -> int:
    if words[0] in ("--version", "-V"):
        print(f"rolwriter {__version__}")
        return WELL
    if words[0] in ("--help", "-h"):
        print(_overview())
        return WELL
    if words[0] not in VERBS:
        raise RolwriterError(
            f"没有“{words[0]}”这个命令，也没有这个文件。",
            "没有执行任何操作。",
            f"可用的命令：{'、'.join(VERBS)}。加 --help 看说明；不带参数则打开窗口。",
        )
    verb = _verb(words[0])
    parser = Parser(prog=f"rolwriter {words[0]}", description=VERBS[words[0]])
    verb.add_arguments(parser)
    arguments = parser.parse_args(words[1:])
    with diagnoses_shown():
        return verb.run(arguments)


def _place(fault: Exception) -> str:
    """Where it was raised; never the message, which may hold the user's words."""
    import traceback

    last = traceback.extract_tb(fault.__traceback__)[-1]
    return f"{Path(last.filename).name} 第{last.lineno}行"


def _verb(name: str) -> Verb:
    return cast("Verb", import_module(f"rolwriter.cli.verb_{name.replace('-', '_')}"))


def _overview() -> str:
    verbs = "\n".join(f"  {name:<10} {text}" for name, text in VERBS.items())
    return (
        "法治政府建设年度报告起草助手\n\n"
        "用法： rolwriter              打开窗口\n"
        "       rolwriter 文件         打开窗口并载入该文件\n"
        "       rolwriter 命令 …       不开窗口，执行一个命令\n\n"
        f"命令：\n{verbs}\n\n"
        "“rolwriter 命令 --help” 显示该命令的参数。\n"
        "退出码：0 正常，1 有需要处理的发现，2 用法或文件的问题，3 程序内部错误。"
    )


def _use_utf8() -> None:
    """UTF-8 into files and pipes, the terminal's own encoding on a terminal.

    A program without a console (a window on Windows) has no streams at all.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush() -> None:
    if sys.stdout is not None:  # pyright: ignore[reportUnnecessaryComparison]
        sys.stdout.flush()
