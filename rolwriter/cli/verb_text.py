"""`text FILE`: the plain text of any readable file or project, one paragraph a line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import lines_of_file
from rolwriter.cli.output import WELL, say_notes
from rolwriter.cli.parser import Parser


@dataclass
class Arguments:
    """What the verb takes."""

    file: Path


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("file", type=Path, metavar="FILE", help="文件或工程")


def run(arguments: Arguments) -> int:
    """Print the lines; what is not in them is said on standard error."""
    lines, document = lines_of_file(arguments.file)
    for line in lines:
        print(line)
    if document is not None:
        say_notes(document.notes)
    return WELL
