"""`pasted P.rolw PAGE.html`: a published page against the public copy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import open_project
from rolwriter.app.output.pasted import compare_pasted, difference_line, pasted_json, pasted_summary
from rolwriter.cli.in_use import catalogue_in_use
from rolwriter.cli.output import FINDINGS, WELL, say
from rolwriter.cli.parser import Parser


@dataclass
class Arguments:
    """What the verb takes."""

    project: Path
    page: Path
    json: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    parser.words.add_argument("page", type=Path, metavar="PAGE.html", help="从网站上另存下来的网页")
    parser.words.add_argument("--json", action="store_true", help="以JSON格式打印")


def run(arguments: Arguments) -> int:
    """Print the differences; the exit code tells whether there are any."""
    project = open_project(arguments.project)
    pasted = compare_pasted(project, arguments.page, catalogue_in_use())
    name = arguments.page.name
    if arguments.json:
        print(json.dumps(pasted_json(name, pasted), ensure_ascii=False, indent=1))
    else:
        for difference in pasted.differences:
            print(difference_line(difference))
    say(pasted_summary(name, pasted))
    return FINDINGS if pasted.differences else WELL
