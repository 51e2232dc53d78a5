"""`figures FILE [--json]`: every figure in any readable text, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rolwriter.app.documents import lines_of_file
from rolwriter.cli.output import WELL
from rolwriter.cli.parser import Parser
from rolwriter.storage.canonical import encode
from rolwriter.text.figure_format import plain
from rolwriter.text.figures import FigureToken, figures_in


@dataclass
class Arguments:
    """What the verb takes."""

    file: Path
    json: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("file", type=Path, metavar="FILE", help="文件或工程")
    parser.words.add_argument("--json", action="store_true", help="以JSON格式打印")


def run(arguments: Arguments) -> int:
    """Print the figures in their order."""
    lines, _ = lines_of_file(arguments.file)
    found = [(row, token) for row, line in enumerate(lines, 1) for token in figures_in(line)]
    if arguments.json:
        print(encode([_figure(row, token) for row, token in found]).decode(), end="")
        return WELL
    for row, token in found:
        print(f"第{row}段\t{token.text}\t{plain(token.value)}{token.unit}\t{token.name}")
    return WELL


def _figure(row: int, token: FigureToken) -> dict[str, object]:
    return {
        "value": _number(token.value),
        "unit": token.unit,
        "hedge": token.hedge,
        "text": token.text,
        "name": token.name,
        "place": {"paragraph": row, "start": token.span.start, "end": token.span.end},
    }


def _number(value: Decimal) -> int | float:
    """A JSON number; its shortest spelling is the decimal itself."""
    return int(value) if value == value.to_integral_value() else float(value)
