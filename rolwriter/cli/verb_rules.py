"""`rules`: every rule of the checks with its example and basis."""

from __future__ import annotations

from rolwriter.app.review.names import SEVERITY_WORDS
from rolwriter.catalog.rules import RuleEntry, load_rules
from rolwriter.cli.output import WELL
from rolwriter.cli.parser import Parser


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes: nothing."""
    del parser


def run(arguments: object) -> int:
    """Print the catalogue."""
    del arguments
    print("\n\n".join(_entry(entry) for entry in load_rules().values()))
    return WELL


def _entry(entry: RuleEntry) -> str:
    lines = [
        f"{entry.id}　{SEVERITY_WORDS[entry.severity]}　{entry.title}",
        f"　　{entry.explanation}",
        f"　　错例：{entry.wrong.replace(chr(10), ' ／ ')}",
        f"　　正例：{entry.right.replace(chr(10), ' ／ ')}",
    ]
    if entry.basis:
        unchecked = "" if entry.verified else "（没有核对原文）"
        lines.append(f"　　依据：{entry.basis}{unchecked}")
    return "\n".join(lines)
