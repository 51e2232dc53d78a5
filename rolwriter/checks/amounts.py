"""The figures of a paragraph with the values each may stand for, its hedge taken at its word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rolwriter.text.figure_format import plain
from rolwriter.text.figures import FigureToken, figures_in

_WRITTEN = re.compile(r"\d[\d,，]*(?:[.．](?P<decimals>\d+))?")
_MAGNITUDES = ("百", "千", "万", "亿")
_ABOVE = ("余", "多", "超", "逾")
_AT_LEAST = ("以上", "至少")
_BELOW = ("近", "不足", "不到")
_ABOUT = ("约", "左右", "上下")
_SENTENCE = re.compile(r"[^。；！？]+(?:[；。](?=其中)[^。；！？]+)*")

ENDLESS = Decimal(10) ** 40
"""Above every figure of a report."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure as it stands in a text and the least and greatest value it may mean.

    An exact integer means itself; a rounded figure (68万, 79.5%) half a unit of its
    last digit to either side; a hedge (约, 余, 近) one unit of its last digit that
    is not zero.
    """

    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    name: str
    low: Decimal
    high: Decimal

    @property
    def short(self) -> str:
        """The value in plain digits with its unit: 25000次, 79.5%."""
        return f"{plain(self.value)}{self.unit}"

    def apart_from(self, low: Decimal, high: Decimal | None = None) -> bool:
        """Whether it cannot mean a value from ``low`` to ``high``."""
        return self.high < low or (low if high is None else high) < self.low


@lru_cache(maxsize=4096)
def amounts(text: str) -> tuple[Amount, ...]:
    """The figures of a paragraph in their order."""
    return tuple(_amount(token) for token in figures_in(text))


def by_sentence(text: str) -> Iterator[list[Amount]]:
    """The figures sentence by sentence; 其中 belongs to the sentence before it."""
    found = amounts(text)
    if not found:
        return
    place = 0
    for sentence in _SENTENCE.finditer(text):
        inside = list[Amount]()
        while place < len(found) and found[place].start < sentence.end():
            inside.append(found[place])
            place += 1
        if inside:
            yield inside


def _amount(token: FigureToken) -> Amount:
    low, high = _bounds(token)
    return Amount(
        token.span.start, token.span.end, token.text, token.value, token.unit, token.name, low, high
    )


def _bounds(token: FigureToken) -> tuple[Decimal, Decimal]:
    value, hedge = token.value, token.hedge
    written = _WRITTEN.search(token.text)
    decimals = (written["decimals"] or "") if written else ""
    rounded = bool(decimals) or any(sign in token.text for sign in _MAGNITUDES)
    last = _last_place(token, decimals)
    half = last / 2 if rounded else Decimal(0)
    step = max(last, _coarse(value))
    if any(word in hedge for word in _AT_LEAST):
        return value, ENDLESS
    if any(word in hedge for word in _ABOVE):
        return value, value + 2 * step if "超" in hedge or "逾" in hedge else value + step
    if "以下" in hedge:
        return Decimal(0), value
    if any(word in hedge for word in _BELOW):
        return value - step, value
    if any(word in hedge for word in _ABOUT):
        return value - step, value + step
    return value - half, value + half


def _last_place(token: FigureToken, decimals: str) -> Decimal:
    """What one of the last digit written stands for: 5.44万 has 100."""
    written = _WRITTEN.search(token.text)
    digits = re.sub("[,，]", "", written.group()).replace("．", ".") if written else "1"
    number = Decimal(digits)
    size = token.value / number if number else Decimal(1)
    return size.scaleb(-len(decimals))


def _coarse(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: 1500 has 100, 0 and 0.5 have 1 and 0.1."""
    if not value:
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
