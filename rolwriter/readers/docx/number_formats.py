"""The formats of automatic numbers (w:numFmt): a number as it is written in each."""

from __future__ import annotations

from collections.abc import Callable

from rolwriter.text.numerals import LIMIT, han_number

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LONGEST = 30
"""Repeated letters and Roman thousands beyond this are an attack, not a list."""
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL_SIMPLIFIED = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千万", "壹貳參肆伍陸柒捌玖拾佰仟萬")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_IDEOGRAPHS = str.maketrans("0123456789", "〇一二三四五六七八九")

_Format = Callable[[int], str | None]
"""The number written out; None where the format has no sign for it."""


def write_number(number: int, number_format: str) -> str | None:
    """The number in a w:numFmt; None for a format that is not known.

    A known format falls back to plain digits beyond its range (㊿ is the last circled
    number), as the office programs do.
    """
    if number_format == "none":
        return ""
    writer = _FORMATS.get(number_format)
    if writer is None:
        return None
    written = writer(number)
    return str(number) if written is None else written


def _letters(number: int) -> str | None:
    """A to Z, then AA to ZZ: the letter repeated."""
    repeats, position = divmod(number - 1, 26)
    return chr(ord("a") + position) * (repeats + 1) if 0 <= repeats < _LONGEST else None


def _roman(number: int) -> str | None:
    if not 0 < number < _LONGEST * 1000:
        return None
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _upper(lower: _Format) -> _Format:
    def write(number: int) -> str | None:
        written = lower(number)
        return written and written.upper()

    return write


def _han(number: int) -> str | None:
    return han_number(number) if 0 <= number < LIMIT else None


def _japanese(number: int) -> str | None:
    """Without zeros and without a one before hundreds and thousands: 百一."""
    written = _han(number)
    if not written or written == "零":
        return written
    return written.replace("零", "").replace("一百", "百").replace("一千", "千")


def _legal(table: dict[int, int]) -> _Format:
    """Capital numerals; a ten keeps its one: 壹拾贰."""

    def write(number: int) -> str | None:
        written = _han(number)
        if written and written.startswith("十"):
            written = "一" + written
        return written and written.translate(table)

    return write


def _translated(table: dict[int, int]) -> _Format:
    return lambda number: str(number).translate(table)


def _listed(signs: str) -> _Format:
    return lambda number: signs[number - 1] if 0 < number <= len(signs) else None


def _signs(*runs: tuple[int, int, int]) -> _Format:
    """Signs that stand in Unicode in runs: (first number, last number, first code point)."""

    def write(number: int) -> str | None:
        for first, last, code in runs:
            if first <= number <= last:
                return chr(code + number - first)
        return None

    return write


_CIRCLED = _signs((0, 0, 0x24EA), (1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))

_FORMATS: dict[str, _Format] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _translated(_FULL_WIDTH),
    "decimalFullWidth2": _translated(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _signs((1, 20, 0x2474)),
    "decimalEnclosedFullstop": _signs((1, 20, 0x2488)),
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": _upper(_letters),
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "japaneseCounting": _japanese,
    "chineseLegalSimplified": _legal(_LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": _legal(_LEGAL_TRADITIONAL),
    "ideographDigital": _translated(_IDEOGRAPHS),
    "japaneseDigitalTenThousand": _translated(_IDEOGRAPHS),
    "taiwaneseDigital": _translated(_IDEOGRAPHS),
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographEnclosedCircle": _signs((1, 10, 0x3280)),
}
