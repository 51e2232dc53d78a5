"""`inspect FILE`: what a file carries besides the words one sees."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.output.inspect import ADVICE, inspect_file, inspection_json, summary, trace_line
from rolwriter.cli.output import FINDINGS, WELL, say
from rolwriter.cli.parser import Parser


@dataclass
class Arguments:
    """What the verb takes."""

    file: Path
    json: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument(
        "file", type=Path, metavar="FILE", help="要检查的文件：docx、xlsx、pdf、odt、html、txt"
    )
    parser.words.add_argument("--json", action="store_true", help="以JSON格式打印")


def run(arguments: Arguments) -> int:
    """Print what was found; the exit code tells whether there is anything."""
    inspection = inspect_file(arguments.file)
    name = arguments.file.name
    if arguments.json:
        print(json.dumps(inspection_json(name, inspection), ensure_ascii=False, indent=1))
    else:
        for trace in inspection.traces:
            print(trace_line(trace))
    say(summary(name, inspection))
    if inspection.traces:
        say(ADVICE)
    return FINDINGS if inspection.traces else WELL
