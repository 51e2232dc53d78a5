"""How a report ends: signature and date in either order, attachments, what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rolwriter.model.report import PartKind
from rolwriter.readers.outline.lines import Line, is_furniture, is_organ, organ_name
from rolwriter.text.dates import find_dates, issue_date

_ATTACHMENT_LIST = re.compile(r"附\s{0,4}件\s?\d{0,2}\s?[：:]")
_ATTACHMENT = re.compile(r"附\s{0,4}件\s?[\d一二三四五六七八九十]{0,2}")
_LIST_ITEM = re.compile(r"\d{1,2}\s?[.．、]")
_MOST_SIGNERS = 4
_SHORT = 60


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the chapters end and what kind the lines behind them are."""

    start: int
    kinds: dict[int, PartKind] = field(default_factory=dict[int, PartKind])
    """Kinds of the lines from ``start`` on; what is not named is unplaced."""
    attachments: frozenset[int] = frozenset()
    """The lines 附件1, 附件2 … with which an attachment begins."""

    def signature(self, lines: Sequence[Line]) -> str:
        """The first organ that signed; empty when none did."""
        for index in sorted(self.kinds):
            if self.kinds[index] is PartKind.SIGNATURE:
                text = lines[index].text
                dates = find_dates(text)
                return organ_name(text[: dates[-1].start] if dates else text)
        return ""


def find_closing(lines: Sequence[Line], start: int, authority: str) -> Closing:
    """The end of a report whose text begins at ``start``."""
    end = _attachment_body(lines, start)
    dated = _dated(lines, start, end)
    kinds = dated if dated is not None else _signed(lines, start, end, authority)
    signed = min(kinds, default=end)
    first = _attachment_list(lines, start, signed)
    listed = _worded(lines, first, signed)
    attached = _worded(lines, end, len(lines))
    kinds = {
        **dict.fromkeys(listed, PartKind.ATTACHMENT_NOTE),
        **kinds,
        **dict.fromkeys(attached, PartKind.ATTACHMENT),
    }
    begins = frozenset(i for i in attached if _is_attachment_label(lines[i]))
    return Closing(_furniture_before(lines, start, first), kinds, begins)


def _worded(lines: Sequence[Line], start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if lines[i].text and not is_furniture(lines[i].text)]


def _dated(lines: Sequence[Line], start: int, end: int) -> dict[int, PartKind] | None:
    """Signature and date by the first date line that an organ stands beside, else the last."""
    last: int | None = None
    for i in range(start, end):
        line = lines[i]
        if not line.body or not line.text or len(line.text) > _SHORT:
            continue
        if issue_date(line.text):
            signers = _signers(lines, i, start, end)
            if signers:
                return {**dict.fromkeys(signers, PartKind.SIGNATURE), i: PartKind.ISSUE_DATE}
            last = i
        elif _signed_and_dated(line.text):
            return {i: PartKind.SIGNATURE}
    if last is not None and all(
        not line.text or is_furniture(line.text) for line in lines[last + 1 : end]
    ):
        return {last: PartKind.ISSUE_DATE}
    return None


def _signed_and_dated(text: str) -> bool:
    """Whether signature and date share the line: 某某局 2025年3月1日."""
    dates = find_dates(text)
    return bool(dates) and dates[-1].end == len(text) and is_organ(text[: dates[-1].start])


def _signers(lines: Sequence[Line], date: int, start: int, end: int) -> list[int]:
    """The organ lines that stand right before the date, or right after it."""
    for steps in (range(date - 1, start - 1, -1), range(date + 1, end)):
        found: list[int] = []
        for i in steps:
            if not lines[i].text:
                continue
            if not _signs(lines[i]) or len(found) == _MOST_SIGNERS:
                break
            found.append(i)
        if found:
            return found
    return []


def _signs(line: Line) -> bool:
    return line.body and not line.level and is_organ(line.text)


def _signed(lines: Sequence[Line], start: int, end: int, authority: str) -> dict[int, PartKind]:
    """A signature without a date: the last line, when it names the organ."""
    for i in range(end - 1, start - 1, -1):
        line = lines[i]
        if not line.text or is_furniture(line.text):
            continue
        if not _signs(line):
            break
        name = organ_name(line.text)
        known = bool(authority) and (authority.endswith(name) or name.endswith(authority))
        if known or (not authority and len(line.lead) >= 2):
            return {i: PartKind.SIGNATURE}
        break
    return {}


def _attachment_body(lines: Sequence[Line], start: int) -> int:
    """Where the attachments themselves begin: 附件1 on a line of its own."""
    for i in range(start, len(lines)):
        if _is_attachment_label(lines[i]):
            return i
    return len(lines)


def _is_attachment_label(line: Line) -> bool:
    return len(line.text) <= 8 and bool(_ATTACHMENT.fullmatch(line.text))


def _attachment_list(lines: Sequence[Line], start: int, end: int) -> int:
    """The start of 附件：1. … before the signature, when the list reaches ``end``."""
    for i in range(end - 1, max(start, end - 30) - 1, -1):
        text = lines[i].text
        if _ATTACHMENT_LIST.match(text):
            return i
        if text and not (len(text) <= _SHORT and (_LIST_ITEM.match(text) or lines[i].lead)):
            break
    return end


def _furniture_before(lines: Sequence[Line], start: int, end: int) -> int:
    """Furniture and blank lines at the end belong to no chapter."""
    first = end
    for i in range(end - 1, start - 1, -1):
        if not lines[i].text:
            continue
        if not is_furniture(lines[i].text):
            break
        first = i
    return first
