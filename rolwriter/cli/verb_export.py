"""`export P.rolw -o OUT.docx`: a copy of the report of one kind, in the official format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from rolwriter.app.carry.listing import carry_lines
from rolwriter.app.carry.survey import carry_report
from rolwriter.app.documents import open_project
from rolwriter.app.output.export import FORMATS, export_copy, unknown_format
from rolwriter.app.output.proof import proof_lines
from rolwriter.app.settings import load_settings
from rolwriter.cli.in_use import catalogue_in_use, open_findings, page_format_in_use
from rolwriter.cli.output import FINDINGS, WELL, say
from rolwriter.cli.parser import Parser
from rolwriter.model.dispatch import CopyKind


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
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help=f"要写的文件，按扩展名定格式：{'、'.join(FORMATS)}",
    )
    kinds = "，".join(f"{kind} {kind.label}" for kind in CopyKind)
    parser.words.add_argument(
        "--as",
        dest="kind",
        choices=[kind.value for kind in CopyKind],
        default=CopyKind.FORMAL.value,
        help=f"{kinds}；默认定稿。沿用内容没有核完时不出定稿、上行文和公开稿",
    )
    parser.words.add_argument(
        "--despite-carried", action="store_true", help="已知有沿用未核的内容，仍要导出"
    )


def run(arguments: Arguments) -> int:
    """Write the file and its proof; a copy that leaves the office asks for settled text first."""
    if arguments.output.suffix.lower() not in FORMATS:
        raise unknown_format(arguments.output)
    project, kind = open_project(arguments.project), CopyKind(arguments.kind)
    catalogue = catalogue_in_use()
    carried = carry_report(project, catalogue.phrases)
    if kind.is_final and not carried.settled and not arguments.despite_carried:
        say(f"去年的内容还没有核完，没有导出{kind.label}。尚未处理的有：")
        print("\n".join(carry_lines(project, carried)))
        say("请逐项核对；要先看样子可加 --as draft，确定不再核对可加 --despite-carried。")
        return FINDINGS
    done = export_copy(
        project,
        arguments.output,
        kind,
        catalogue,
        page_format=page_format_in_use(),
        findings=partial(open_findings, project, kind, catalogue),
        day=date.today(),
        threshold=load_settings().jump_percent,
    )
    say(f"已导出{kind.label}：{arguments.output}")
    for line in (*proof_lines(done.proof), *done.notes):
        say(line)
    if done.left_out:
        say(f"提示：“未归类”中有{done.left_out}段文字没有写入，请在窗口中归到相应的章后再导出。")
    return WELL
