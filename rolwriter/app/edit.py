"""One change said in words: a key and a value, as the command line has them."""

from __future__ import annotations

from dataclasses import replace

from rolwriter.app.session import Session
from rolwriter.app.skeleton import FIRST_YEAR, LAST_YEAR
from rolwriter.model.change import Change, SetAuthority, SetParagraphs, SetRole, SetYear
from rolwriter.model.errors import RolwriterError
from rolwriter.model.front_matter import set_part_lines
from rolwriter.model.rebind import edited
from rolwriter.model.report import PartKind, Role, split_edges
from rolwriter.text.sanitize import lines_of, writable

_PARTS = {
    kind.value: kind
    for kind in PartKind
    if kind not in (PartKind.CHAPTER, PartKind.ATTACHMENT, PartKind.UNPLACED)
}
KEYS = ("authority", "year", *_PARTS)
"""The keys with names; ids of paragraphs and chapters are keys too."""


def change_for(session: Session, key: str, value: str) -> Change | None:
    """The change that sets ``key``; None when it would change nothing.

    RolwriterError for a key that is not there or a value that does not fit it.
    """
    report = session.project.report
    if key == "year":
        year = _year(value)
        return None if year == report.year else SetYear(year)
    if key == "authority":
        name = writable(value).strip()
        return None if name == report.authority else SetAuthority(name)
    if key in _PARTS:
        return set_part_lines(report, _PARTS[key], lines_of(value), session.fresh_ids())
    return _by_id(session, key, value)


def _year(value: str) -> int:
    digits = value.strip().removesuffix("年")
    if not (digits.isascii() and digits.isdecimal() and FIRST_YEAR <= int(digits) <= LAST_YEAR):
        raise _refused(f"“{value}”不是年份", "请写四位数字，如 2025。")
    return int(digits)


def _by_id(session: Session, key: str, value: str) -> Change | None:
    report = session.project.report
    if any(part.id == key and part.kind is PartKind.CHAPTER for part in report.parts):
        if value not in tuple(Role):
            raise _refused(f"没有“{value}”这种章", f"可选：{'、'.join(Role)}。")
        return None if report.part(key).role == value else SetRole(key, Role(value))
    try:
        part, paragraph = report.locate(key)
    except KeyError:
        raise _refused(
            f"工程里没有“{key}”这一项", f"可用 {'、'.join(KEYS)}，或用 dump 查看段落编号。"
        ) from None
    lines = lines_of(value)
    if len(lines) > 1:
        raise _refused("一个段落里不能换行", "请把内容写在一行里，或分几次修改。")
    lead, text, trail = split_edges(lines[0])
    if text == paragraph.text:
        return None
    after = replace(
        edited(paragraph, text), lead=paragraph.lead or lead, trail=paragraph.trail or trail
    )
    return SetParagraphs(part.id, tuple(after if p.id == key else p for p in part.paragraphs))


def _refused(what: str, remedy: str) -> RolwriterError:
    return RolwriterError(f"{what}。", "没有改动任何内容。", remedy)
