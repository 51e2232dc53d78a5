"""`new -o P.rolw --year N --authority NAME`: an empty project with the statutory chapters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import save_project
from rolwriter.app.skeleton import new_project
from rolwriter.cli.output import WELL, say
from rolwriter.cli.parser import Parser
from rolwriter.cli.target import add_target, check_target


@dataclass
class Arguments:
    """What the verb takes."""

    output: Path
    year: int
    authority: str
    force: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    add_target(parser, "新工程文件，扩展名 .rolw")
    parser.words.add_argument("--year", type=int, required=True, help="报告年度，如 2025")
    parser.words.add_argument("--authority", required=True, help="发文机关全称")


def run(arguments: Arguments) -> int:
    """Make the project and save it."""
    check_target(arguments.output, force=arguments.force)
    save_project(new_project(arguments.year, arguments.authority), arguments.output)
    say(f"已新建工程：{arguments.output}")
    return WELL
