"""Years and days as official text writes them: 2024年度, 2025年3月1日, 二〇二五年三月一日."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

ZEROS = "〇○零０0OＯ"
"""Every sign that stands for the digit 0 in a date."""
_DIGITS = {
    **dict.fromkeys(ZEROS, 0),
    **{han: n for n, han in enumerate("一二三四五六七八九", 1)},
}
_DIGITS.update({str(n): n for n in range(10)})
_DIGITS.update({chr(ord("０") + n): n for n in range(10)})

_YEAR = rf"(?:[2２]\s?[0０]\s?[0-9０-９]\s?[0-9０-９]|二[{ZEROS}][{ZEROS}一二三四五六七八九]{{2}})"
_BLANK = r"[\s_＿×xX*＊]"
_NUMBER = rf"(?:[0-9０-９]\s?[0-9０-９]?|[一二三四五六七八九十]{{1,3}}|{_BLANK}{{0,8}})"
_DATE = re.compile(
    rf"({_YEAR})\s{{0,4}}年\s{{0,4}}({_NUMBER})\s{{0,4}}月\s{{0,4}}({_NUMBER})\s{{0,4}}日"
)
_MONTH = re.compile(rf"{_YEAR}\s{{0,4}}年\s{{0,4}}{_NUMBER}\s{{0,4}}月")
_YEAR_WORD = re.compile(rf"(?<![0-9０-９])({_YEAR})\s?年(?:\s?度)?")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day found in a text, between two code points.

    ``value`` is None where the day is left open (2025年 月 日) or does not exist.
    """

    value: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class YearSpan:
    """A year found in a text (2024年, 2024年度), between two code points."""

    value: int
    start: int
    end: int


def find_dates(text: str) -> list[DateSpan]:
    """The days named in a text, in their order; blanks inside a date do not matter."""
    return [DateSpan(_day(match), *match.span()) for match in _DATE.finditer(text)]


def issue_date(line: str) -> DateSpan | None:
    """The date of issue (成文日期) when the line holds nothing but a date.

    A month without a day (2025年3月) is a date left open.
    """
    text = line.strip().strip("（）()").strip()
    match = _DATE.fullmatch(text)
    if match is None and _MONTH.fullmatch(text) is None:
        return None
    start = line.index(text)
    return DateSpan(_day(match) if match else None, start, start + len(text))


def day_words(day: date) -> str:
    """A day as official text writes it: 2026年1月20日 (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def find_years(text: str) -> list[YearSpan]:
    """The years named in a text with 年 or 年度, in their order, dates included."""
    return [YearSpan(digits(m.group(1)), *m.span()) for m in _YEAR_WORD.finditer(text)]


def _day(match: re.Match[str]) -> date | None:
    year, month, day = match.groups()
    try:
        return date(digits(year), _number(month), _number(day))
    except ValueError:
        return None


def digits(text: str) -> int:
    """The number written digit by digit in any script: 2025, ２０２５, 二〇二五; blanks aside."""
    value = 0
    for char in text:
        if not char.isspace():
            value = value * 10 + _DIGITS[char]
    return value


def _number(text: str) -> int:
    """A month or a day: 3, 03, 三, 十二, 二十一; 0 when it is left open."""
    if not any(char in _DIGITS or char == "十" for char in text):
        return 0
    tens, ten, ones = text.partition("十")
    if not ten:
        return digits(text)
    return 10 * (digits(tens) if tens else 1) + (digits(ones) if ones else 0)
