"""`checklist P.rolw [--json]`: what the report must answer, and what it answers already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.checklist.listing import checklist_json, checklist_lines
from rolwriter.app.checklist.survey import checklist
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
    """Print the list; exit code 1 while a required item is open."""
    project = open_project(arguments.project)
    found = checklist(project, catalogue_in_use())
    if arguments.json:
        print(encode(checklist_json(project, found)).decode(), end="")
    else:
        print("\n".join(checklist_lines(project, found)))
    return WELL if found.done == len(found.required) else FINDINGS
