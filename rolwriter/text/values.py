"""A number as someone wrote it into a cell: 33, １，２３４, 三十三, 33次, 约2.5万, 10余, 79.5%."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from rolwriter.text.figures import figures_in
from rolwriter.text.numerals import parse_han_number

_POWERS = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2, "": 0}
_NUMBER = re.compile(
    r"(?P<before>大约|将近|接近|超过|不足|不到|至少|约|近|超|逾)?"
    r"(?P<sign>-|负)?"
    r"(?:(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|(?P<han>[〇零一二三四五六七八九十百千万两]+))"
    r"(?P<inner>余|多)?"
    rf"(?P<power>{'|'.join(sorted(filter(None, _POWERS), key=len, reverse=True))})?"
    r"(?P<after>余|多)?"
    r"(?P<tail>左右|上下|以上|以下)?"
)
_TAIL = re.compile("左右|上下|以上|以下")
# 一百二 is 120 to some and 102 to a machine.
_SHORT_HAN = re.compile("[百千万][一二三四五六七八九两]$")
_MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", "。": "."})
_LONGEST = 20
"""Digits of a number; no figure of a report has more."""
_NO_OCCURRENCE = frozenset({"本年度未发生", "本年未发生", "未发生"})
_VAGUE = re.compile(r"(?:无|没有|/|\\|-+|未统计|不详|待定|待核)")


@dataclass(frozen=True, slots=True)
class Written:
    """What a cell says: a value, nothing happened (``none``), or why it cannot be told."""

    value: Decimal | None = None
    hedge: str = ""
    none: bool = False
    problem: str = ""
    """A Chinese clause without an end mark; empty when the cell was understood."""


def written_value(text: str, unit: str) -> Written:
    """The value of a cell's words for a figure counted in ``unit``. Never raises.

    A unit behind the number must be the figure's own. Values are in the unit itself:
    约2.5万 is 25000.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS)
    plain = re.sub(r"(?<=\d)\s(?=\d{3}(?:\D|$))", ",", re.sub(r"\s+", " ", plain.strip()))
    plain = plain.replace(" ", "")
    own = unicodedata.normalize("NFKC", unit).replace(" ", "")
    if plain in _NO_OCCURRENCE:
        return Written(none=True)
    if _VAGUE.fullmatch(plain):
        return Written(
            problem=f"“{text.strip()}”看不出是没有发生还是没有统计，"
            "没有发生请在状态中选“本年度未发生”，是零请填0"
        )
    bare, had_unit = _without_unit(plain, own)
    match = _NUMBER.fullmatch(bare)
    if match is None:
        return Written(problem=_why_not(text, plain, own))
    if match["power"] and not had_unit and own.startswith(tuple("万亿千百")):
        return Written(
            problem=f"单位是“{unit}”，看不出“{text.strip()}”是不是按这个单位写的，请只写数字"
        )
    return _value(match, text)


def _without_unit(text: str, unit: str) -> tuple[str, bool]:
    """The text without the unit behind its number, and whether it had one."""
    if not unit:
        return text, False
    tail = _TAIL.search(text)
    head = text[: tail.start()] if tail and tail.end() == len(text) else text
    if len(head) > len(unit) and head.endswith(unit):
        return head[: -len(unit)] + text[len(head) :], True
    return text, False


def _value(match: re.Match[str], text: str) -> Written:
    if match["han"]:
        number = None if _SHORT_HAN.search(match["han"]) else parse_han_number(match["han"])
        if number is None:
            return Written(problem=f"“{text.strip()}”不是规范的数字写法，请用阿拉伯数字写")
        value = Decimal(number)
    else:
        digits = match["digits"].replace(",", "")
        if len(digits) > _LONGEST:
            return Written(problem=f"“{text.strip()[:30]}”位数太多，不像统计数")
        value = Decimal(digits)
    # in plain digits: 25000, not 2.5E+4
    value = Decimal(f"{value.scaleb(_POWERS[match['power'] or '']):f}")
    hedge = "".join(match[part] or "" for part in ("before", "inner", "after", "tail"))
    return Written(-value if match["sign"] else value, hedge)


def _why_not(text: str, plain: str, unit: str) -> str:
    shown = text.strip()[:30]
    tokens = figures_in(plain)
    if len(tokens) == 1 and tokens[0].text == plain and tokens[0].unit:
        wanted = f"，台账的单位是“{unit}”" if unit else "，台账没有写单位"
        return f"“{shown}”的单位是“{tokens[0].unit}”{wanted}，请核对"
    if len(re.findall(r"\d+(?:\.\d+)?", plain)) > 1:
        return f"“{shown}”里不止一个数，看不出用哪一个"
    return f"看不出“{shown}”是多少"
