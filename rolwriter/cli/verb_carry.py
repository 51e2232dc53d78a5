"""`carry P.rolw [--json]`: what is unread, unchanged and stale of last year's text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.carry.listing import carry_json, carry_lines
from rolwriter.app.carry.survey import carry_report
from rolwriter.app.documents import open_project
from rolwriter.cli.in_use import catalogue_in_use
from rolwriter.cli.output import FINDINGS, WELL
from rolwriter.cli.parser import Parser
from rolwriter.storage.canonical import encode


@dataclass
class Arguments:
    """What the verb takes."""

    project: Path
    json: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    parser.words.add_argument("--json", action="store_true", help="以JSON格式打印")


def run(arguments: Arguments) -> int:
    """Print the list; exit code 1 while something waits for the clerk."""
    project = open_project(arguments.project)
    report = carry_report(project, catalogue_in_use().phrases)
    if arguments.json:
        print(encode(carry_json(project, report)).decode(), end="")
    else:
        print("\n".join(carry_lines(project, report)))
    return WELL if report.settled else FINDINGS
