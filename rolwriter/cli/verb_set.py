"""`set P.rolw KEY VALUE`: one change, saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import moved_words, open_sealed, save_project
from rolwriter.app.edit import KEYS, change_for
from rolwriter.app.session import Session
from rolwriter.cli.output import WELL, say
from rolwriter.cli.parser import Parser


@dataclass
class Arguments:
    """What the verb takes."""

    project: Path
    key: str
    value: str


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    parser.words.add_argument(
        "key",
        metavar="KEY",
        help=f"{'、'.join(KEYS)}，或 dump 中的段落编号（改文字）、章编号（改类型）",
    )
    parser.words.add_argument("value", metavar="VALUE", help="新的内容")


def run(arguments: Arguments) -> int:
    """Make the change and save; the file is untouched when the change cannot be made."""
    project, seal, version = open_sealed(arguments.project)
    session = Session(project, arguments.project)
    change = change_for(session, arguments.key, arguments.value)
    if change is None:
        say("内容本来就是这样，没有改动。")
        return WELL
    session.apply(change)
    save_project(session.project, arguments.project, seal)
    if moved_words(arguments.project, version):
        say(moved_words(arguments.project, version))
    say(f"已修改 {arguments.key}，并已保存。")
    return WELL
