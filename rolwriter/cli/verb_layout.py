"""`layout P.rolw [--as KIND] [--json]`: the pages of a copy, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rolwriter.app.documents import open_project
from rolwriter.app.output.copies import make_copy
from rolwriter.app.output.layout import cell_layout, layout_json, layout_lines
from rolwriter.app.settings import load_settings
from rolwriter.cli.in_use import catalogue_in_use, open_findings, page_format_in_use
from rolwriter.cli.output import WELL
from rolwriter.cli.parser import Parser
from rolwriter.model.dispatch import CopyKind
from rolwriter.storage.canonical import encode


@dataclass
class Arguments:
    """What the verb takes."""

    project: Path
    kind: str
    json: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    parser.words.add_argument(
        "--as",
        dest="kind",
        choices=[str(kind) for kind in CopyKind],
        default=str(CopyKind.FORMAL),
        help="、".join(f"{kind} {kind.label}" for kind in CopyKind) + "；默认定稿",
    )
    parser.words.add_argument("--json", action="store_true", help="以JSON格式打印")


def run(arguments: Arguments) -> int:
    """Print the pages as the grid has them, whatever fonts the machine has."""
    project = open_project(arguments.project)
    kind, catalogue = CopyKind(arguments.kind), catalogue_in_use()
    copy = make_copy(
        project,
        kind,
        catalogue,
        page_format=page_format_in_use(),
        findings=open_findings(project, kind, catalogue),
        day=date.today(),
        threshold=load_settings().jump_percent,
    )
    layout = cell_layout(copy)
    if arguments.json:
        print(encode(layout_json(layout)).decode(), end="")
    else:
        print("\n".join(layout_lines(layout)))
    return WELL
