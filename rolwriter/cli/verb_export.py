"""`export P.rolw -o OUT.docx`: the report as a Word file in the official format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import export_docx, open_project
from rolwriter.cli.output import WELL, say
from rolwriter.cli.parser import Parser
from rolwriter.model.errors import RolwriterError


@dataclass
class Arguments:
    """What the verb takes."""

    project: Path
    output: Path


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes; an export may be made anew over an older one."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    parser.words.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.docx", help="要写的Word文件"
    )


def run(arguments: Arguments) -> int:
    """Write the file and say what is not in it."""
    if arguments.output.suffix.lower() != ".docx":
        raise RolwriterError(
            f"不能导出为“{arguments.output.suffix or arguments.output.name}”格式。",
            "没有生成文件。",
            "目前可以导出Word文件，请把文件名的扩展名写成 .docx。",
        )
    left_out = export_docx(open_project(arguments.project), arguments.output)
    say(f"已导出：{arguments.output}")
    if left_out:
        say(f"提示：“未归类”中有{left_out}段文字没有写入，请在窗口中归到相应的章后再导出。")
    return WELL
