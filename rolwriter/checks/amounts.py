"""The figures of a paragraph with the values each may stand for, its hedge taken at its word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from rolwriter.text.figure_format import plain
from rolwriter.text.figures import FigureToken, figures_in, name_between

_WRITTEN = re.compile(r"\d[\d,，]*(?:[.．](?P<decimals>\d+))?")
_MAGNITUDES = re.compile("[百千万亿]")
_ABOVE = ("余", "多", "超", "逾")
_AT_LEAST = ("以上", "至少")
_BELOW = ("近", "不足", "不到")
_ABOUT = ("约", "左右", "上下")
_SEVERAL = re.compile(r"\d\D+\d")
_SENTENCE = re.compile(r"[^。；！？]+(?:[；。](?=其中)[^。；！？]+)*")

ENDLESS = Decimal(10) ** 40
"""Above every figure of a report."""


@dataclass(frozen=True)
class Amount(FigureToken):
    """A figure as it stands in a text and the least and greatest value it may mean.

    An exact integer means itself; a rounded figure (68万, 79.5%) half a unit of its
    last digit to either side; a hedge (约, 余, 近) one unit of its last digit that
    is not zero.
    """

    @property
    def low(self) -> Decimal:
        """The least value it may mean."""
        return self._range[0]

    @property
    def high(self) -> Decimal:
        """The greatest value it may mean."""
        return self._range[1]

    @cached_property
    def _range(self) -> tuple[Decimal, Decimal]:
        return _bounds(self)

    @property
    def name(self) -> str:
        """What the words before it seem to call it; empty when nothing can be told."""
        return name_between(self.before)

    @property
    def short(self) -> str:
        """The value in plain digits with its unit: 25000次, 79.5%."""
        return f"{plain(self.value)}{self.unit}"

    def apart_from(self, low: Decimal, high: Decimal | None = None) -> bool:
        """Whether it cannot mean a value from ``low`` to ``high``."""
        return self.high < low or (low if high is None else high) < self.low


@lru_cache(maxsize=1024)
def amounts(text: str) -> tuple[Amount, ...]:
    """The figures of a paragraph in their order."""
    return tuple(Amount(token.start, token.match, token.unit) for token in figures_in(text))


@lru_cache(maxsize=4)
def by_sentence(text: str) -> tuple[tuple[Amount, ...], ...]:
    """The figures of the sentences that have several; 其中 behind a full stop goes on with one.

    Remembered for the few paragraphs at hand, because several rules ask one after another.
    """
    found = amounts(text) if _SEVERAL.search(text) else ()
    sentences = list[tuple[Amount, ...]]()
    place = 0
    for sentence in _SENTENCE.finditer(text) if len(found) > 1 else ():
        first = place
        while place < len(found) and found[place].start < sentence.end():
            place += 1
        if place - first > 1:
            sentences.append(found[first:place])
    return tuple(sentences)


def _bounds(token: FigureToken) -> tuple[Decimal, Decimal]:
    value = token.value
    written = _WRITTEN.search(token.text)
    decimals = (written["decimals"] or "") if written else ""
    rounded = bool(decimals) or _MAGNITUDES.search(token.text) is not None
    if not token.hedge and not rounded:
        return value, value
    last = _last_place(token, decimals)
    if token.hedge:
        hedged = _hedged(value, token.hedge, max(last, _coarse(value)))
        if hedged:
            return hedged
    half = last / 2 if rounded else Decimal(0)
    return value - half, value + half


def _hedged(value: Decimal, hedge: str, step: Decimal) -> tuple[Decimal, Decimal] | None:
    """What a hedged value may mean; ``step`` is one of its last digit that counts."""
    if any(word in hedge for word in _AT_LEAST):
        return value, ENDLESS
    if any(word in hedge for word in _ABOVE):
        return value, value + 2 * step if "超" in hedge or "逾" in hedge else value + step
    if "以下" in hedge:
        return Decimal(0), value
    if any(word in hedge for word in (*_BELOW, *_ABOUT)):
        return value - step, value if any(word in hedge for word in _BELOW) else value + step
    return None


def _last_place(token: FigureToken, decimals: str) -> Decimal:
    """What one of the last digit written stands for: 5.44万 has 100."""
    written = _WRITTEN.search(token.text)
    digits = written.group() if written else "1"
    number = Decimal(digits.replace(",", "").replace("，", "").replace("．", "."))
    size = token.value / number if number else Decimal(1)
    return size.scaleb(-len(decimals))


def _coarse(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: 1500 has 100, 0 and 0.5 have 1 and 0.1."""
    if not value:
        return Decimal(1)
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))
