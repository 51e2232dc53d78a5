"""The rules of the checks as data: code, family, severity, basis, example."""

from __future__ import annotations

from typing import Literal

import msgspec

from rolwriter.catalog.load import load_toml
from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError
from rolwriter.model.finding import Severity
from rolwriter.model.threads import once

Family = Literal[
    "numbering", "punctuation", "number", "date", "wording", "law",
    "figure", "structure", "stale", "publication",
]  # fmt: skip


class RuleEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: what a clerk is told of it and whether it applies outside of a report."""

    id: str
    family: Family
    severity: Severity
    title: str
    """What it looks for, in a few words."""
    explanation: str
    wrong: str
    right: str
    basis: str = ""
    verified: bool = False
    """The basis was read in a source; otherwise it is shown as a convention."""
    language: bool = False
    """Judges any official text, not only a report."""


class RulesFile(msgspec.Struct, forbid_unknown_fields=True):
    """One file of rules."""

    rule: list[RuleEntry]


@once
def load_rules() -> dict[str, RuleEntry]:
    """The rules by code, in the order of the files; RolwriterError for a code given twice.

    They stand in ``rules*.toml``: those on language apart from those on the report.
    """
    files = sorted(resource("catalog").glob("rules*.toml"))
    entries = [entry for file in files for entry in load_toml(file, RulesFile).rule]
    rules = {entry.id: entry for entry in entries}
    if len(rules) != len(entries):
        raise RolwriterError(
            "资料文件“rules*.toml”中有重复的规则编号。",
            "程序没有读入这份资料，您的文件没有改动。",
            "请重新安装本程序。",
        )
    return rules
