"""发文信息 as a clerk types it: names in a row, a day in any writing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from rolwriter.model.errors import RolwriterError
from rolwriter.text.dates import find_dates

URGENCIES = ("", "特急", "加急")
"""紧急程度 of GB/T 9704-2012 (7.2.3)."""
_BETWEEN = re.compile(r"[、，,；;\s]+")
_NUMBERS = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")


def names_in(text: str) -> tuple[str, ...]:
    """The names of a row or of lines, parted by any sign for lists or blanks."""
    return tuple(filter(None, _BETWEEN.split(text.strip().rstrip("。"))))


def lines_in(text: str) -> tuple[str, ...]:
    """Names of offices, which may hold blanks: parted by lines and signs for lists."""
    pieces = re.split(r"[、，,；;\n]+", text.strip().rstrip("。"))
    return tuple(filter(None, (" ".join(piece.split()) for piece in pieces)))


def joined(names: Iterable[str]) -> str:
    """The names as they are typed again."""
    return "、".join(names)


def day_in(text: str) -> date | None:
    """The day, or None for nothing; RolwriterError when what stands there is no day."""
    text = text.strip()
    if not text:
        return None
    numbers = _NUMBERS.fullmatch(text)
    try:
        if numbers:
            return date(*map(int, numbers.groups()))
    except ValueError:
        raise _no_day(text) from None
    found = find_dates(text)
    if len(found) == 1 and found[0].value is not None:
        return found[0].value
    raise _no_day(text)


def _no_day(text: str) -> RolwriterError:
    return RolwriterError(
        f"印发日期“{text}”不是一个日期。",
        "发文信息没有改动。",
        "请写成“2026年1月21日”或“2026-1-21”；还没有定下来，可以先空着。",
    )
