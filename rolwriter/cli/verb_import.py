"""`import FILE -o P.rolw`: read a file, recognise the report in it, save the project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import import_file, project_from, save_project
from rolwriter.cli.output import WELL, say, say_notes
from rolwriter.cli.parser import Parser
from rolwriter.cli.target import add_target, check_target
from rolwriter.model.report import PartKind, Report


@dataclass
class Arguments:
    """What the verb takes."""

    file: Path
    output: Path
    force: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("file", type=Path, metavar="FILE", help="要读取的文件")
    add_target(parser, "存成的工程文件，扩展名 .rolw")


def run(arguments: Arguments) -> int:
    """Read, recognise, save, and say what was found."""
    check_target(arguments.output, force=arguments.force)
    imported = import_file(arguments.file)
    project = project_from(imported)
    save_project(project, arguments.output)
    say(_summary(project.report))
    for doubt in imported.draft.doubts:
        say(f"请确认：{doubt.question}")
    say_notes(imported.draft.notes)
    return WELL


def _summary(report: Report) -> str:
    unplaced = sum(
        bool(p.text) for part in report.of_kind(PartKind.UNPLACED) for p in part.paragraphs
    )
    year = f"{report.year}年" if report.year else "未认出"
    return (
        f"年度：{year}；发文机关：{report.authority or '未认出'}；"
        f"章：{len(report.chapters)}；未归类：{unplaced}段"
    )
