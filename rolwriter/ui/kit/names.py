"""Short names for chapters and the Chinese of roles, as tabs and menus show them."""

from __future__ import annotations

from functools import lru_cache

from rolwriter.model.report import Part, PartKind, Report, Role
from rolwriter.text.numbering import numbering_of

ROLE_NAMES = {
    Role.WORK: "主要举措和成效",
    Role.DUTY: "第一责任人履职",
    Role.SHORTCOMING: "不足和原因",
    Role.PLAN: "下一年度安排",
    Role.OTHER: "其他需要报告的情况",
    Role.THEME: "专题内容",
}
_SHORT = {
    Role.WORK: "举措成效",
    Role.DUTY: "责任人",
    Role.SHORTCOMING: "不足",
    Role.PLAN: "安排",
    Role.OTHER: "其他",
}
_THEME_CHARS = 8
EMPTY_SIGN = "○"
"""Beside the word 未写, never in its place where there is room for both."""


def chapter_number(part: Part) -> str:
    """The number before the heading; empty when there is none."""
    numbering = numbering_of(part.heading.text) if part.heading else None
    return numbering.number if numbering else ""


def heading_words(part: Part) -> str:
    """The heading without its number; empty when the chapter has none."""
    if part.heading is None:
        return ""
    numbering = numbering_of(part.heading.text)
    return part.heading.text[numbering.marker_end :] if numbering else part.heading.text


def chapter_name(part: Part) -> str:
    """A name short enough for a tab, such as 一 举措成效 or 附件1."""
    if part.kind is PartKind.ATTACHMENT:
        return part.attachment_label
    words = _SHORT.get(part.role) if part.role else None
    if words is None:
        heading = heading_words(part) or "无标题"
        words = heading if len(heading) <= _THEME_CHARS else heading[: _THEME_CHARS - 1] + "…"
    return f"{chapter_number(part)} {words}".strip()


def is_written(part: Part) -> bool:
    """Whether the chapter has words of its own: some paragraph that is not all heading."""
    if part.kind is PartKind.ATTACHMENT:
        return any(paragraph.text for paragraph in part.paragraphs[1:])
    for paragraph in part.paragraphs:
        numbering = numbering_of(paragraph.text)
        if paragraph.text and paragraph.level == 0:
            return True
        if numbering and numbering.is_run_in(paragraph.text):
            return True
    return False


def characters(part: Part) -> int:
    """Characters that are not blanks (字数)."""
    return sum(_marks(paragraph.text) for paragraph in part.paragraphs)


def report_characters(report: Report) -> int:
    """Characters of the whole report without what stands in 未归类."""
    return sum(characters(part) for part in report.parts if part.kind is not PartKind.UNPLACED)


@lru_cache(maxsize=2_000)
def _marks(text: str) -> int:
    """Remembered, because every key asks for all paragraphs and changes one."""
    return len("".join(text.split()))
