"""The words by which official text says how much something grew, fell or makes up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from rolwriter.checks.amounts import ENDLESS, Amount

_UP = "增长|上升|提高|增加|提升|增"
_DOWN = "下降|减少|降低|下滑|缩减|压减|降"
_HEDGE = r"(?:了|约|近|超|超过|幅度?|幅达|达|达到|为|比例为)*"
_GROWTH = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_HEDGE}$")
TO = re.compile(r"[^，。；]{0,8}(?:增|升|提|长|减|降|缩|压|扩|下)[^，。；]{0,4}(?:到|至|为)")
"""What stands between two figures when the first became the second."""
_NUMBER = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_DOUBLING = re.compile(r"翻(?:了)?(?:(?P<times>[一两二三])番|(?P<once>番))")
_SHARE = re.compile(
    r"占(?P<of>[^，。；、\d]{0,10}?)(?P<hedge>约|近|将近|接近|超过|超|逾|达|不足|不到)?"
    r"(?:(?P<tenths>[一二三四五六七八九])成(?P<more>多|以上)?|(?P<half>一半|半数|过半|近半|多半)(?P<half_more>以上)?"
    r"|(?P<under>[二三四五])分之(?P<over>[一二三四]))"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A ratio the text claims at ``start:end``: between ``low`` and ``high``, as a share of 1."""

    start: int
    end: int
    low: Decimal
    high: Decimal


def growth_before(text: str, start: int) -> int:
    """1 when the words before ``start`` say that it grew, -1 that it fell, 0 neither."""
    match = _GROWTH.search(text, max(0, start - 8), start)
    if match is None:
        return 0
    return 1 if match["up"] else -1


def percent_claim(percent: Amount) -> Claim:
    """A percentage as a claim; the last digit may have been cut off or rounded."""
    slack = (percent.high - percent.low) / 2 if percent.high - percent.low < 1 else Decimal(0)
    below, above = slack, slack
    if percent.low == percent.high:
        below, above = Decimal("0.5"), Decimal("0.99")  # 91.57 is 92 rounded and 91 cut off
    low, high = percent.low - below, percent.high + above
    return Claim(percent.start, percent.end, low / 100, high / 100)


def shares_in_words(text: str) -> list[tuple[Claim, str]]:
    """Shares written in words after 占 (近四成, 过半, 三分之一) and what they are shares of."""
    if "占" not in text:
        return []
    found = list[tuple[Claim, str]]()
    for match in _SHARE.finditer(text):
        low, high = _share(match)
        start = match.end("of")
        found.append((Claim(start, match.end(), low, high), match["of"]))
    return found


def _share(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    hedge = match["hedge"] or ""
    slack = Decimal("0.05")
    if match["half"]:
        value = Decimal("0.5")
        hedge = {"过半": "超", "多半": "超", "近半": "近"}.get(match["half"], hedge)
        more = bool(match["half_more"])
    elif match["tenths"]:
        value, more = Decimal(_NUMBER[match["tenths"]]) / 10, bool(match["more"])
    else:
        value, more = Decimal(_NUMBER[match["over"]]) / _NUMBER[match["under"]], False
    if more or hedge in ("超过", "超", "逾"):
        return value, value + 2 * slack if match["tenths"] else ENDLESS
    if hedge in ("近", "将近", "接近", "不足", "不到"):
        return value - 2 * slack, value
    return value - slack, value + slack


def doublings(text: str) -> list[tuple[Claim, int]]:
    """翻一番, 翻两番 as claims on the ratio of the second figure to the first, and the power."""
    if "番" not in text:
        return []
    return [
        (
            Claim(
                *match.span(),
                Decimal(2) ** power * Decimal("0.95"),
                Decimal(2) ** power * Decimal("1.25"),
            ),
            power,
        )
        for match in _DOUBLING.finditer(text)
        for power in [_NUMBER[match["times"]] if match["times"] else 1]
    ]
