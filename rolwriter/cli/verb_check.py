"""`check FILE`: what the rules find in any readable file or project."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.review.checking import check_file
from rolwriter.app.review.finding_listing import Places, finding_line, findings_json, settled_line
from rolwriter.app.review.names import SEVERITY_WORDS
from rolwriter.checks.engine import is_report
from rolwriter.cli.in_use import checker_in_use, rules_switched_off
from rolwriter.cli.output import FINDINGS, WELL, say, say_notes
from rolwriter.cli.parser import Parser
from rolwriter.cli.rule_choice import add_only, chosen_rules
from rolwriter.model.finding import Finding, Severity


@dataclass
class Arguments:
    """What the verb takes."""

    file: Path
    json: bool
    severity: Severity
    only: list[str]


def add_arguments(parser: Parser) -> None:
    """Declare what the verb takes."""
    parser.words.add_argument("file", type=Path, metavar="FILE", help="文件或工程")
    parser.words.add_argument("--json", action="store_true", help="以JSON格式打印")
    parser.words.add_argument(
        "--severity",
        choices=[severity.value for severity in Severity],
        default=Severity.HINT.value,
        help="最低的级别：error 只列错误，warning 列错误和提醒，hint 全列（默认）",
    )
    add_only(parser)


def run(arguments: Arguments) -> int:
    """Print the findings; the exit code tells whether there are any."""
    rules = chosen_rules(arguments.only)
    off = rules_switched_off() - {rule.upper() for rule in arguments.only}
    checked = check_file(arguments.file, checker_in_use(), off)
    grave = list(Severity)[: list(Severity).index(Severity(arguments.severity)) + 1]
    found = [f for f in checked.findings if f.rule_id in rules and f.severity in grave]
    places = Places(checked.project.report)
    if arguments.json:
        print(json.dumps(findings_json(found, places), ensure_ascii=False, indent=1))
    else:
        for finding in found:
            print(finding_line(finding, places))
        say(_summary(found))
        if not is_report(checked.project.report):
            say("没有认出年度报告的标题和各章，只按语言文字的规则作了检查。")
    for rule in sorted(checked.failed):
        say(f"规则 {rule} 没能运行，这一条没有检查；请告诉程序维护人员。")
    for finding, decision in checked.settled:
        say(settled_line(finding, decision, places))
    say_notes(checked.notes)
    return FINDINGS if found else WELL


def _summary(found: list[Finding]) -> str:
    if not found:
        return "没有发现问题。"
    count = Counter(finding.severity for finding in found)
    parts = [f"{name}{count[level]}处" for level, name in SEVERITY_WORDS.items() if count[level]]
    return f"共发现{len(found)}处：{'、'.join(parts)}。"
