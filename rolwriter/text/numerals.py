"""Chinese numerals: a number as it is read aloud, and back."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
"""The digits as they are read, by value."""
LIMIT = 10**8
"""Numbers below this can be written; no report counts further in words."""

_UNITS = ("", "十", "百", "千")
_TEN_THOUSAND = "万"
_ZERO = DIGITS[0]
_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_UNIT_VALUES = {"十": 10, "百": 100, "千": 1000}
_POSITIONAL = re.compile(r"[〇○零一二三四五六七八九]{2,8}")


def han_number(number: int) -> str:
    """The number in words: 十二, 二十, 一百零一, 一千零二十.

    Raises:
        ValueError: negative, or 100,000,000 and more.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(number)
    if number == 0:
        return _ZERO
    high, low = divmod(number, 10_000)
    words = _below_ten_thousand(low) if low else ""
    if high:
        gap = _ZERO if 0 < low < 1_000 else ""
        words = f"{_below_ten_thousand(high)}{_TEN_THOUSAND}{gap}{words}"
    # 十二, not 一十二: the leading one is only left out at the very front.
    return words.removeprefix("一") if words.startswith("一十") else words


def parse_han_number(text: str) -> int | None:
    """The value of a numeral in words (一百零一) or digit by digit (二〇二四); None for others."""
    if _POSITIONAL.fullmatch(text):
        return int("".join(str(_VALUES[digit]) for digit in text))
    high, mark, low = text.rpartition(_TEN_THOUSAND)
    if not mark:
        return _parse_below_ten_thousand(text)
    thousands = _parse_below_ten_thousand(high)
    rest = _parse_below_ten_thousand(low) if low else 0
    if not thousands or rest is None:
        return None
    return thousands * 10_000 + rest


def _below_ten_thousand(number: int) -> str:
    words = ""
    for position, digit in enumerate(reversed(str(number))):
        if digit != "0":
            words = DIGITS[int(digit)] + _UNITS[position] + words
        elif words and not words.startswith(_ZERO):
            words = _ZERO + words
    return words


def _parse_below_ten_thousand(text: str) -> int | None:
    total, digit, unit_before = 0, None, 10_000
    for character in text:
        if character in _UNIT_VALUES:
            unit = _UNIT_VALUES[character]
            if unit >= unit_before or digit == 0:
                return None
            # 十二 and, after a gap, 零十二: a ten may stand without its one
            if digit is None and unit != 10:
                return None
            total += (1 if digit is None else digit) * unit
            digit, unit_before = None, unit
        elif character in _VALUES:
            if digit:
                return None
            digit = _VALUES[character]
        else:
            return None
    if digit == 0 and total:
        return None
    return total + (digit or 0) if text else None
