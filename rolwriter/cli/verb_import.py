"""`import FILE -o P.rolw`: read a file, recognise the report in it, save the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.carry.listing import carry_json
from rolwriter.app.carry.roll_forward import RollForward, roll_forward
from rolwriter.app.carry.survey import carry_report
from rolwriter.app.documents import import_file, project_from, save_project
from rolwriter.app.imports.listing import import_json, import_lines
from rolwriter.cli.in_use import catalogue_in_use
from rolwriter.cli.output import WELL, say, say_notes
from rolwriter.cli.parser import Parser
from rolwriter.cli.target import add_target, check_target
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.storage.canonical import encode


@dataclass
class Arguments:
    """What the verb takes."""

    file: Path
    output: Path
    force: bool
    roll_forward: bool
    year: int | None
    report: str | None


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("file", type=Path, metavar="FILE", help="要读取的文件")
    add_target(parser, "存成的工程文件，扩展名 .rolw")
    parser.words.add_argument(
        "--roll-forward", action="store_true", help="把去年的报告结转到新的年度"
    )
    parser.words.add_argument(
        "--year", type=int, help="结转到的年度，如 2025，与 --roll-forward 同用"
    )
    parser.words.add_argument("--report", choices=["json"], help="在标准输出打印导入报告（JSON）")


def run(arguments: Arguments) -> int:
    """Read, recognise, save, and say what was found and what was changed."""
    check_target(arguments.output, force=arguments.force)
    if arguments.year is not None and not arguments.roll_forward:
        say("提示：--year 是结转到的年度，没有写 --roll-forward，所以没有用上。")
    imported = import_file(arguments.file)
    project, rolled = project_from(imported), None
    if arguments.roll_forward:
        rolled = roll_forward(project, _year(arguments, project))
        project = rolled.project
    save_project(project, arguments.output)
    if arguments.report:
        print(encode(_json(import_json(imported.draft), project, rolled)).decode(), end="")
        return WELL
    for line in import_lines(imported.draft):
        say(line)
    say_notes(imported.draft.notes)
    for move in rolled.moves if rolled else ():
        say(f"已改年份：{move.before} → {move.after}")
    if rolled:
        say(f"已结转到{project.report.year}年。用 carry 命令查看还有哪些内容沿用未核。")
    return WELL


def _year(arguments: Arguments, project: Project) -> int:
    if arguments.year is not None:
        return arguments.year
    if project.report.year is not None:
        return project.report.year + 1
    raise RolwriterError(
        "没有认出报告的年度，也没有写明要结转到哪一年。",
        "没有生成工程文件。",
        "请加上 --year 和年份，如 --year 2025。",
    )


def _json(
    listing: dict[str, object], project: Project, rolled: RollForward | None
) -> dict[str, object]:
    if rolled is None:
        return listing
    moves = [{"paragraph": m.paragraph_id, "from": m.before, "to": m.after} for m in rolled.moves]
    carry = carry_json(project, carry_report(project, catalogue_in_use().phrases))
    return {**listing, "moves": moves, "carry": carry}
