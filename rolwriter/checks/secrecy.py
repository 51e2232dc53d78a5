"""Marks of secrecy, internal papers and document numbers that are usually not public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.checks.pattern import pattern_rule
from rolwriter.checks.rule import Hit, ParagraphRule, Scene

_MARK = re.compile(
    r"(?:秘\s?密|机\s?密|绝\s?密)\s?★[\d\u4e00-\u9fff]{0,8}|密级\s?[:：]\s?(?:秘密|机密|绝密)"
)
_MARK_ALONE = re.compile(r"(?:秘\s?密|机\s?密|绝\s?密)(?:★.{0,10})?")


def _secrecy(text: str, scene: Scene) -> Iterator[Hit]:
    """The mark as it is set on a document; 保密, 国家秘密 and 商业秘密 are notions."""
    del scene
    said = "密级标志：涉密内容不得公开，也不得在非涉密计算机上处理，请立即核对。"
    if _MARK_ALONE.fullmatch(text):
        yield Hit(0, len(text), said)
        return
    for match in _MARK.finditer(text):
        yield Hit(*match.span(), said)


def _hidden_number(match: re.Match[str]) -> str:
    """云溪委办〔2024〕12号 as ×××〔2024〕×号: that there is a document, and no more."""
    return re.sub(r"^[^〔]*(〔\d+〕)\d+号$", r"×××\1×号", match["at"])


PARAGRAPH_RULES = (
    ParagraphRule("Z08", _secrecy, frozenset("密")),
    pattern_rule(
        "Z09",
        "内部(?:资料|文件|材料|参阅|参考|刊物|通报|情况通报|传阅|掌握|使用)(?!汇编|管理|归档|审核|流转|[价性])|"
        "仅供内部(?:使用|参阅|参考|掌握)?|注意保存|(?:请勿|不得)(?:外传|对外公开|转载)|内参|工作秘密(?=[:：★])",
        "“{words}”说明这是内部材料，公开前请核对能否写出。",
        needs=("内部", "内参", "注意保存", "外传", "对外公开", "转载", "工作秘密"),
        fix=lambda match: "×" * len(match.group()),
        public=True,
        unless=lambda match: match.string[max(0, match.start() - 4) : match.start()].endswith(
            ("加强", "规范", "管理", "涉密")
        ),
    ),
    pattern_rule(
        "Z10",
        r"(?:按照|根据|依据|依照|落实|贯彻|执行|印发|转发|以及|[按据和及与的以])?(?P<at>[\u4e00-\u9fff]{0,8}"
        r"(?:密|秘|内|阅|参|党组|委办?|厅字|中办|纪)[发函字通〔]?[发函]?(?=〔)〔(?:19|20)\d\d〕\d{1,4}号)",
        "“{words}”一类文号的文件多数不公开，公开前请确认这份文件是否已经公开。",
        needs="〔",
        fix=_hidden_number,
        public=True,
    ),
)
