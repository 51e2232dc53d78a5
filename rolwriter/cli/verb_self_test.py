"""`self-test`: whether the program is whole and what the machine lacks."""

from __future__ import annotations

from rolwriter.app.self_test import Grade, self_test
from rolwriter.cli.output import FINDINGS, WELL
from rolwriter.cli.parser import Parser


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes: nothing."""
    del parser


def run(arguments: object) -> int:
    """Print a line a check; exit code 1 when the program itself is not whole."""
    del arguments
    worst = set[Grade]()
    for result in self_test():
        print(f"{result.grade.value} {result.message}")
        worst.add(result.grade)
    if Grade.FAULT in worst:
        print("自检发现问题：请按带“✗”的各行处理。")
        return FINDINGS
    print("自检通过。" + ("带“!”的各行是提示，不影响写作。" if Grade.HINT in worst else ""))
    return WELL
