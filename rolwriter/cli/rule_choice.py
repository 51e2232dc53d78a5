"""The option ``--only RULE…`` of the verbs that check."""

from __future__ import annotations

from collections.abc import Collection

from rolwriter.catalog.rules import load_rules
from rolwriter.cli.parser import Parser
from rolwriter.model.errors import RolwriterError


def add_only(parser: Parser) -> None:
    """Declare ``--only``; it may be given several rules and several times."""
    parser.words.add_argument(
        "--only",
        nargs="+",
        action="extend",
        default=[],
        metavar="RULE",
        help="只用这些规则，如 P04 W05；用 rules 命令查看全部规则",
    )


def chosen_rules(only: Collection[str]) -> frozenset[str]:
    """The rules asked for, all of them when none was named; RolwriterError for an unknown one."""
    known = load_rules()
    wanted = {rule.upper() for rule in only}
    unknown = sorted(wanted - known.keys())
    if unknown:
        raise RolwriterError(
            f"没有“{'”“'.join(unknown)}”这条规则。",
            "没有检查，没有改动任何文件。",
            "请用 rules 命令查看全部规则的编号。",
        )
    return frozenset(wanted or known)
