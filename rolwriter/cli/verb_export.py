"""`export P.rolw -o OUT.docx`: the report as a Word file in the official format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.carry import carry_report
from rolwriter.app.carry_listing import carry_lines
from rolwriter.app.documents import export_docx, open_project
from rolwriter.cli.in_use import catalogue_in_use
from rolwriter.cli.output import FINDINGS, WELL, say
from rolwriter.cli.parser import Parser
from rolwriter.model.errors import RolwriterError


@dataclass
class Arguments:
    """What the verb takes."""

    project: Path
    output: Path
    kind: str
    despite_carried: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes; an export may be made anew over an older one."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    parser.words.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT.docx", help="要写的Word文件"
    )
    parser.words.add_argument(
        "--as",
        dest="kind",
        choices=["draft", "formal"],
        default="formal",
        help="draft 草稿，formal 定稿（默认）；沿用内容没有核完时不出定稿",
    )
    parser.words.add_argument(
        "--despite-carried", action="store_true", help="已知有沿用未核的内容，仍要导出定稿"
    )


def run(arguments: Arguments) -> int:
    """Write the file and say what is not in it; a final copy asks for settled text first."""
    if arguments.output.suffix.lower() != ".docx":
        raise RolwriterError(
            f"不能导出为“{arguments.output.suffix or arguments.output.name}”格式。",
            "没有生成文件。",
            "目前可以导出Word文件，请把文件名的扩展名写成 .docx。",
        )
    project = open_project(arguments.project)
    carried = carry_report(project, catalogue_in_use().phrases)
    if arguments.kind == "formal" and not carried.settled and not arguments.despite_carried:
        say("去年的内容还没有核完，没有导出定稿。尚未处理的有：")
        print("\n".join(carry_lines(project, carried)))
        say("请逐项核对；要先看样子可加 --as draft，确定不再核对可加 --despite-carried。")
        return FINDINGS
    left_out = export_docx(project, arguments.output)
    say(f"已导出：{arguments.output}")
    if left_out:
        say(f"提示：“未归类”中有{left_out}段文字没有写入，请在窗口中归到相应的章后再导出。")
    return WELL
