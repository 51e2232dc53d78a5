"""`outline FILE [--json]`: what was recognised: title, organ, year, chapters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import report_of_file
from rolwriter.cli.output import WELL
from rolwriter.cli.parser import Parser
from rolwriter.model.report import Part, Report
from rolwriter.storage.canonical import Json, encode
from rolwriter.text.numbering import heading_end


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
    """Print the outline."""
    report = report_of_file(arguments.file)
    outline = outline_json(report)
    if arguments.json:
        print(encode(outline).decode(), end="")
    else:
        print("\n".join(_as_text(report)))
    return WELL


def outline_json(report: Report) -> Json:
    """The object the verb prints: title, authority, year, chapters with their sections."""
    return {
        "title": report.title,
        "authority": report.authority,
        "year": report.year,
        "chapters": [_chapter(part) for part in report.chapters],
    }


def _chapter(part: Part) -> Json:
    heading = part.heading
    return {
        "id": part.id,
        "role": part.role,
        "heading": heading.text[: heading_end(heading.text, 1)] if heading else "",
        "sections": [
            {"level": p.level, "heading": p.text[: heading_end(p.text, p.level)]}
            for p in part.sections
        ],
    }


def _as_text(report: Report) -> list[str]:
    lines = [
        f"标题：{report.title or '未认出'}",
        f"发文机关：{report.authority or '未认出'}",
        f"年度：{report.year or '未认出'}",
    ]
    for part in report.chapters:
        heading = part.heading
        lines.append(heading.text[: heading_end(heading.text, 1)] if heading else "（无标题的章）")
        lines += [f"　　{p.text[: heading_end(p.text, 2)]}" for p in part.sections]
    return lines
