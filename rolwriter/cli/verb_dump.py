"""`dump P.rolw`: the report in a project as canonical JSON."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import open_project
from rolwriter.cli.output import WELL
from rolwriter.cli.parser import Parser
from rolwriter.storage.canonical import encode
from rolwriter.storage.codec import report_json


@dataclass
class Arguments:
    """What the verb takes."""

    project: Path


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")


def run(arguments: Arguments) -> int:
    """Print the report."""
    print(encode(report_json(open_project(arguments.project))).decode(), end="")
    return WELL
