"""The Chinese of severities and families, with the signs that stand beside the words."""

from __future__ import annotations

from rolwriter.catalog.rules import Family, RuleEntry
from rolwriter.model.finding import Severity

SEVERITY_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.HINT: "建议"}
SEVERITY_SIGNS = {Severity.ERROR: "!", Severity.WARNING: "?", Severity.HINT: "·"}
FAMILY_WORDS: dict[Family, str] = {
    "numbering": "序号和层次",
    "punctuation": "标点",
    "number": "数字写法",
    "date": "日期和年份",
    "wording": "用词和表述",
    "law": "法规名称",
    "figure": "数据核对",
    "structure": "结构和内容",
    "stale": "过时和沿用",
    "publication": "公开前审查",
}


def severity_name(severity: Severity) -> str:
    """The sign and the word: ``! 错误``."""
    return f"{SEVERITY_SIGNS[severity]} {SEVERITY_WORDS[severity]}"


def basis_words(entry: RuleEntry) -> str:
    """The basis; one that was not read in a source is called a convention."""
    if not entry.basis:
        return "公文写作惯例"
    return entry.basis if entry.verified else f"{entry.basis}（按惯例，未核对原文）"
