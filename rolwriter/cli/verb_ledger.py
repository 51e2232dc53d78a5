"""`ledger export|import`: the ledger and the collection forms out to Excel and back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.collect.forms import load_files, read_files, write_supplier_form
from rolwriter.app.collect.listing import merge_line, preview_json, preview_lines
from rolwriter.app.documents import moved_words, open_project, open_sealed, save_project
from rolwriter.app.drafts import with_draft
from rolwriter.app.ledger.merge import merge
from rolwriter.cli.output import FINDINGS, WELL, say
from rolwriter.cli.parser import Parser
from rolwriter.model.errors import RolwriterError
from rolwriter.storage.canonical import encode
from rolwriter.storage.named import write_named


@dataclass
class Arguments:
    """What the verb takes; ``act`` says which of the fields are there."""

    act: str
    project: Path
    output: Path
    supplier: str | None
    files: list[Path]
    json: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    acts = parser.add_subparsers(
        dest="act", required=True, title="要做的事", metavar="export|import"
    )
    out = acts.add_parser("export", help="导出台账，或一个科室的数据征集表")
    out.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    out.words.add_argument(
        "-o", "--output", type=Path, required=True, metavar="X.xlsx", help="要写的Excel文件"
    )
    out.words.add_argument("--supplier", metavar="NAME", help="只要这个科室的数据征集表")
    back = acts.add_parser("import", help="读回填好的征集表，可以一次读多份")
    back.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    back.words.add_argument(
        "files", type=Path, nargs="+", metavar="X.xlsx", help="填好的表（xlsx、xls、et）"
    )
    back.words.add_argument("--json", action="store_true", help="以JSON格式打印读到的内容")


def run(arguments: Arguments) -> int:
    """Do the one or the other."""
    return _export(arguments) if arguments.act == "export" else _import(arguments)


def _export(arguments: Arguments) -> int:
    """Write the ledger, or one 科室's form; a file may be made anew over an older one."""
    if arguments.output.suffix.lower() != ".xlsx":
        raise RolwriterError(
            f"不能导出为“{arguments.output.suffix or arguments.output.name}”格式。",
            "没有生成文件。",
            "台账和征集表导出为Excel文件，请把文件名的扩展名写成 .xlsx。",
        )
    project = open_project(arguments.project)
    if not project.ledger:
        raise RolwriterError(
            "台账里还没有数据。",
            "没有生成文件。",
            "请先把去年的报告结转过来，或在台账里登记数据，再导出。",
        )
    if arguments.supplier is None:
        from rolwriter.app.ledger.table import write_ledger

        data = write_ledger(project)
    else:
        data = write_supplier_form(project, arguments.supplier.strip())
    write_named(arguments.output, data)
    say(f"已导出：{arguments.output}")
    return WELL


def _import(arguments: Arguments) -> int:
    """Read, apply, save; exit code 1 when something has to be looked at."""
    project, seal, version = open_sealed(arguments.project)
    read = read_files(project, load_files(arguments.files))
    change, report = merge(project, read)
    if change is not None:
        change = with_draft(project, change, "读入征集表")
        save_project(change.apply(project), arguments.project, seal)
        if moved_words(arguments.project, version):
            say(moved_words(arguments.project, version))
    if arguments.json:
        print(encode(preview_json(read)).decode(), end="")
    else:
        print("\n".join(preview_lines(read)))
    say(merge_line(report))
    return FINDINGS if read.has_findings else WELL
