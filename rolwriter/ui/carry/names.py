"""The words and signs for how a paragraph stands to last year's text."""

from __future__ import annotations

from rolwriter.app.carry.entries import EntryKind
from rolwriter.model.promise import Answer, PromiseKind
from rolwriter.model.report import Carry, OriginKind, Paragraph, Part

CARRY_NAMES = {
    Carry.NEW: "＋ 今年新写",
    Carry.CHANGED: "✎ 已改写",
    Carry.UNREAD: "◆ 沿用未核",
    Carry.CONFIRMED: "✓ 沿用已核",
}
ENTRY_NAMES = {
    EntryKind.PARAGRAPH: "沿用未核的段落",
    EntryKind.YEAR: "写明的年份",
    EntryKind.PHRASE: "有时效的表述",
    EntryKind.FIGURE: "去年的数字",
    EntryKind.PROMISE: "去年的安排和不足，尚未回应",
}
ANSWER_NAMES = {
    Answer.WAITING: "○ 待回应",
    Answer.DONE: "✓ 已完成",
    Answer.ONGOING: "▶ 推进中",
    Answer.UNDONE: "✗ 未完成",
}
PROMISE_NAMES = {PromiseKind.PLAN: "安排", PromiseKind.SHORTCOMING: "不足"}


def carry_name(paragraph: Paragraph) -> str:
    """The paragraph's state, and the file it came from where that is not last year's."""
    name = CARRY_NAMES[paragraph.carry]
    if paragraph.origin.kind is OriginKind.CONTRIBUTED:
        return f"{name}（来自“{paragraph.origin.ref}”）"
    return name


def unread_count(part: Part) -> int:
    """How many paragraphs of a part nobody has looked at yet."""
    return sum(p.carry is Carry.UNREAD and bool(p.text) for p in part.paragraphs)
