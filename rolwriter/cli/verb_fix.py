"""`fix FILE -o OUT`: make the safe fixes, and only those, and list them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import save_project
from rolwriter.app.review.checking import check_file, mend
from rolwriter.app.review.finding_listing import Places, mending_line
from rolwriter.cli.in_use import checker_in_use, rules_switched_off
from rolwriter.cli.output import WELL, say, say_notes
from rolwriter.cli.parser import Parser
from rolwriter.cli.rule_choice import add_only, chosen_rules
from rolwriter.cli.target import add_target, check_target
from rolwriter.model.errors import RolwriterError
from rolwriter.storage.named import write_named


@dataclass
class Arguments:
    """What the verb takes."""

    file: Path
    output: Path
    force: bool
    only: list[str]


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("file", type=Path, metavar="FILE", help="文件或工程")
    add_target(parser, "改好后存成的文件：.txt 为纯文本，.rolw 为工程")
    add_only(parser)


def run(arguments: Arguments) -> int:
    """Write the mended text and print what was changed; the file read stays as it is."""
    kind = arguments.output.suffix.lower()
    if kind not in (".txt", ".rolw"):
        raise RolwriterError(
            f"不能写成“{arguments.output.suffix or arguments.output.name}”格式。",
            "没有写入任何内容。",
            "请把 -o 后面文件名的扩展名写成 .txt（纯文本）或 .rolw（工程）。",
        )
    check_target(arguments.output, force=arguments.force)
    rules = chosen_rules(arguments.only)
    off = rules_switched_off() - {rule.upper() for rule in arguments.only}
    checker = checker_in_use()
    checked = check_file(arguments.file, checker, off)
    places = Places(checked.project.report)
    project, mendings = mend(checked, lambda f: f.rule_id in rules - off, checker)
    if kind == ".rolw":
        save_project(project, arguments.output)
    else:
        text = "\n".join(project.report.lines)
        write_named(arguments.output, f"{text}\n".encode())
    for mending in mendings:
        print(mending_line(mending, places))
    say(f"改了{len(mendings)}处，已写入：{arguments.output}")
    say_notes(checked.notes)
    return WELL
