"""`mask P.rolw`: what must not be published, and whether the public copy hides or keeps it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.documents import moved_words, open_sealed, save_project
from rolwriter.app.review.before_publication import (
    Private,
    hide,
    hide_all,
    keep,
    private_findings,
    reopen,
    unfound,
)
from rolwriter.app.review.checking import check_project
from rolwriter.app.review.finding_listing import (
    Places,
    finding_line,
    findings_json,
    settled_line,
)
from rolwriter.cli.in_use import checker_in_use, rules_switched_off
from rolwriter.cli.output import FINDINGS, WELL, say
from rolwriter.cli.parser import Parser
from rolwriter.model.errors import RolwriterError
from rolwriter.model.mask import Mask, masked_words
from rolwriter.model.project import Project
from rolwriter.text.sanitize import writable


@dataclass
class Arguments:
    """What the verb takes; one act at most."""

    project: Path
    hide: str | None
    hide_all: bool
    keep: str | None
    take_back: str | None
    public: str | None
    reason: str
    json: bool


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("project", type=Path, metavar="P.rolw", help="工程文件")
    act = parser.words.add_mutually_exclusive_group()
    act.add_argument("--hide", metavar="WORDS", help="公开稿中遮盖这几个字，报告不变")
    act.add_argument("--hide-all", action="store_true", help="没有处理的全部按建议的写法遮盖")
    act.add_argument("--keep", metavar="WORDS", help="公开稿中保留这几个字，要写理由")
    act.add_argument("--take-back", metavar="WORDS", help="取消对这几个字的处理")
    parser.words.add_argument(
        "--as", dest="public", metavar="WORDS", help="遮盖后写作什么；不写则按建议，写空则删去"
    )
    parser.words.add_argument("--reason", default="", metavar="WORDS", help="保留的理由")
    parser.words.add_argument("--json", action="store_true", help="以JSON格式打印")


def run(arguments: Arguments) -> int:
    """Do the act and save, if one is given; print what was found and what is decided on it."""
    _check(arguments)
    project, seal, version = open_sealed(arguments.project)
    checker, off = checker_in_use(), rules_switched_off()
    found = private_findings(check_project(project, checker, off))
    after = _decided(project, found, arguments)
    if after != project:
        save_project(after, arguments.project, seal)
        say(moved_words(arguments.project, version) or "已处理，并已保存。")
        found = private_findings(check_project(after, checker, off))
    if arguments.json:
        print(json.dumps(_tree(after, found), ensure_ascii=False, indent=1))
    else:
        _print(after, found)
    return FINDINGS if any(one.decision is None for one in found) else WELL


def _check(arguments: Arguments) -> None:
    lonely = ""
    if arguments.public is not None and arguments.hide is None:
        lonely = "--as 只与 --hide 一起用"
    elif arguments.reason and arguments.keep is None:
        lonely = "--reason 只与 --keep 一起用"
    if lonely:
        raise RolwriterError(
            f"命令的写法不对：{lonely}。", "没有改动任何文件。", "加 --help 看每个参数的说明。"
        )


def _decided(project: Project, found: Sequence[Private], arguments: Arguments) -> Project:
    if arguments.hide is not None:
        public = None if arguments.public is None else writable(arguments.public).strip()
        return hide(project, found, arguments.hide, public)
    if arguments.keep is not None:
        return keep(project, found, arguments.keep, writable(arguments.reason).strip())
    if arguments.take_back is not None:
        return reopen(project, found, arguments.take_back)
    return hide_all(project, found) if arguments.hide_all else project


def _print(project: Project, found: Sequence[Private]) -> None:
    places = Places(project.report)
    for one in found:
        if one.decision is None:
            print(finding_line(one.finding, places))
        else:
            print(settled_line(one.finding, one.decision, places))
    for mask in unfound(project, found):
        print(f"正文中已查不到\t“{mask.words}”\t公开稿中写作“{mask.public}”")
    waiting = sum(one.decision is None for one in found)
    if not found:
        say("公开前审查没有查出要处理的。")
    elif waiting:
        say(f"共{len(found)}处，还有{waiting}处没有处理。")
        say("用 --hide 在公开稿中遮盖，或用 --keep 保留并写明理由。")
    else:
        say(f"共{len(found)}处，都已处理。")


def _tree(project: Project, found: Sequence[Private]) -> list[dict[str, object]]:
    """As `check --json`, with the decision: mask or keep, what is shown and why; null: none."""
    places = Places(project.report)
    trees = findings_json([one.finding for one in found], places)
    return [tree | {"decision": _decision(one)} for tree, one in zip(trees, found, strict=True)]


def _decision(one: Private) -> dict[str, str] | None:
    match one.decision:
        case None:
            return None
        case Mask() as mask:
            return {"act": "mask", "public": masked_words(one.finding.text, [mask])}
        case kept:
            return {"act": "keep", "reason": kept.reason}
