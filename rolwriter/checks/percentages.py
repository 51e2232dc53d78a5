"""Percentages recomputed from the numbers that stand beside them in the same sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from rolwriter.checks.amounts import Amount, amounts, by_sentence
from rolwriter.checks.growth_words import (
    TO,
    Claim,
    doublings,
    growth_before,
    percent_claim,
    shares_in_words,
)
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import Hit, ParagraphRule, Scene
from rolwriter.text.figure_format import plain, rewritten
from rolwriter.text.years import years_in

POINTS = ("个百分点", "百分点")
_SHARE_OF = re.compile(r"占(?:比|(?P<of>[^，。；、\d]{0,12}?)的?)(?:约|近|超过|超|达到|达|为|到)*$")
_OF_WHOLE = re.compile("的(?:约|近|超过)?")
_MAKES_UP = re.compile("[，,]?占[^，。；、]{0,12}")
_ALL = re.compile("|总数|总量|全部|总额|其中|比|总人数|总面积|编制总数|在编总数")
_WIDER = re.compile("全[国省市区县州旗镇乡街]|同类|同期|总体|系统")
_RATE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,4})率(?:均|都)?(?:达到|达|为|是|约|近)*$")
_QUALIFIED = re.compile("按期|按时|及时|综合|平均|到期|当场|限期|一次")
_INSIDE = re.compile("其中|（|包括|含|有|中")
_GROWTH_CHARACTERS = "，、同比上升增长下降减少提高约幅度达降低加为"
_COMPARED = re.compile(
    r"(?:比|较|与|同)(?:上年度?|去年|前年|20\d\d年度?|上年同期|去年同期|同期)(?:同期)?的?$"
)
_BASE = re.compile(r"[（(](?:(?:上年度?|去年|20\d\d年度?)(?:同期)?|同期)[为是共]?")
"""Between a percentage and the figure it grew from, told behind it in brackets."""
_FROM = re.compile(r"[，,（(](?:由|从)(?:上年度?的?|去年的?|20\d\d年度?的?|原来的?)?")
_FAR = 80
"""Characters before 近四成, 翻一番 within which the figures it follows from must stand."""
_REACH = 8
"""So many figures before a percentage are looked at."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """What a percentage may have been computed from: its least, likely and greatest value."""

    value: Decimal
    low: Decimal
    high: Decimal
    shown: str
    """The arithmetic: (41－33)÷33."""

    def fits(self, claim: Claim) -> bool:
        """Whether the claim can be true."""
        return not (self.high < claim.low or claim.high < self.low)


def share(part: Amount, whole: Amount) -> Ratio | None:
    """A part of a whole."""
    if whole.low <= 0:
        return None
    return Ratio(
        part.value / whole.value, part.low / whole.high, part.high / whole.low,
        f"{plain(part.value)}÷{plain(whole.value)}",
    )  # fmt: skip


def growth(first: Amount, second: Amount, sign: int) -> Ratio | None:
    """How much the second is more (sign 1) or less (-1) than the first."""
    if first.low <= 0:
        return None
    ends = [sign * (s / f - 1) for s in (second.low, second.high) for f in (first.low, first.high)]
    difference = f"{plain(second.value)}－{plain(first.value)}"
    if sign < 0:
        difference = f"{plain(first.value)}－{plain(second.value)}"
    value = sign * (second.value / first.value - 1)
    return Ratio(value, min(ends), max(ends), f"（{difference}）÷{plain(first.value)}")


def beside(text: str, place: int, tokens: Sequence[Amount]) -> Iterator[Ratio]:
    """All that the percentage ``tokens[place]`` may follow from in its sentence."""
    return (ratio for ratio in _beside(text, place, tokens) if ratio is not None)


def _beside(text: str, place: int, tokens: Sequence[Amount]) -> Iterator[Ratio | None]:
    start = tokens[place].start
    before = tokens[max(0, place - _REACH) : place]
    sign = growth_before(text, start)
    if sign:
        yield from _grown(text, before, start, sign)
        yield from _told_after(text, place, tokens, sign)
        return
    if len(before) > 1 and _OF_WHOLE.fullmatch(text, before[-1].end, start):
        # 200人，占总数250人的70%
        part, whole = before[-2:]
        if part.unit == whole.unit and _MAKES_UP.fullmatch(text, part.end, whole.start):
            yield share(part, whole)
        return
    head = text[max(0, start - 24) : start]
    of = _SHARE_OF.search(head)
    if of:
        yield from _shares(text, before, start, of["of"] or "")
        return
    rate = _RATE.search(head)
    if rate and not _QUALIFIED.search(rate["stem"] + head[-14:]):
        yield from _rates(text, before, rate["stem"])


def _grown(text: str, before: Sequence[Amount], start: int, sign: int) -> Iterator[Ratio | None]:
    counted = [token for token in before if token.unit not in ("%", *POINTS)]
    if len(counted) < 2:
        return
    first, second = counted[-2:]
    if first.unit != second.unit or "，" in text[second.end : start][2:]:
        return
    gap = text[first.end : second.start]
    delta = growth_before(text, second.start)
    years = [t.year for t in years_in(text[max(0, first.start - 30) : second.end])]
    if TO.fullmatch(gap):
        yield growth(first, second, sign)
    elif _COMPARED.search(text[max(0, second.start - 12) : second.start]):
        yield growth(second, first, sign)
    elif delta == sign and not text[second.end : start].strip(_GROWTH_CHARACTERS):
        yield _from_difference(first, second, delta)
    elif len(years) == 2 and years[1] == years[0] + 1 and str(years[1]) in gap:
        yield growth(first, second, sign)


def _told_after(
    text: str, place: int, tokens: Sequence[Amount], sign: int
) -> Iterator[Ratio | None]:
    """62件，同比增长24%（2023年50件）; 同比下降70%，由100万元降到30万元."""
    percent, after = tokens[place], tokens[place + 1 : place + 3]
    if not after:
        return
    gap = text[percent.end : after[0].start]
    if place and _BASE.fullmatch(gap) and text[after[0].end : after[0].end + 1] in ("）", ")"):
        now = tokens[place - 1]
        if now.unit == after[0].unit and "，" not in text[now.end : percent.start][2:]:
            yield growth(after[0], now, sign)
    elif len(after) > 1 and _FROM.fullmatch(gap) and after[0].unit == after[1].unit:
        became = text[after[0].end : after[1].start]
        how = became.rstrip("到至为")
        if TO.fullmatch(became) and growth_before(how, len(how)) == sign:
            yield growth(after[0], after[1], sign)


def _from_difference(now: Amount, change: Amount, sign: int) -> Ratio | None:
    base = now.value - sign * change.value
    if base <= 0 or (sign > 0 and now.low <= change.high):
        return None
    low = change.low / (now.high - sign * change.low)
    high = change.high / (now.low - sign * change.high)
    operator = "－" if sign > 0 else "＋"
    shown = f"{plain(change.value)}÷（{plain(now.value)}{operator}{plain(change.value)}）"
    return Ratio(change.value / base, min(low, high), max(low, high), shown)


def _shares(text: str, before: Sequence[Amount], start: int, of: str) -> Iterator[Ratio | None]:
    counted = [token for token in before if token.unit != "%"]
    if len(counted) < 2 or "其中" in text[counted[-1].end : start]:
        return  # 干部30名，其中女干部占50%: the part is not told in numbers
    part = counted[-1]
    for whole in reversed(counted[:-1]):
        related = _INSIDE.search(text[whole.end : part.start]) or _ALL.fullmatch(of)
        named = _ALL.fullmatch(of) or _is_named(of, whole.name)
        if whole.unit == part.unit and whole.low >= part.high and related and named:
            yield share(part, whole)


def _is_named(of: str, name: str) -> bool:
    """Whether 占…的 names the whole that stands beside, and not one of a wider area."""
    return bool(name) and not _WIDER.search(of) and (of in name or name in of)


def _rates(text: str, before: Sequence[Amount], stem: str) -> Iterator[Ratio | None]:
    for place, part in enumerate(before):
        own = before[place - 1].end if place else 0
        named = text[max(own, part.start - 12) : part.start]
        if stem not in named or part.unit == "%" or _QUALIFIED.search(named):
            continue
        for whole in before[:place]:
            if whole.unit == part.unit and "，" in text[whole.end : part.start]:
                yield share(part, whole)


def _wrong_percentages(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    if "%" in text or "％" in text:
        for tokens in by_sentence(text):
            for place, token in enumerate(tokens):
                if token.unit == "%":
                    ratios = list(beside(text, place, tokens))
                    yield from _judged(token, ratios)
    if "百分点" in text:
        yield from _wrong_points(text)
    yield from _wrong_words(text)


def _judged(percent: Amount, ratios: Sequence[Ratio]) -> Iterator[Hit]:
    claim = percent_claim(percent)
    if not ratios or any(ratio.fits(claim) for ratio in ratios):
        return
    ratio = ratios[0]
    places = -int(percent.value.as_tuple().exponent) if "." in percent.text else 0
    right = as_percent(ratio.value, places or 1)
    said = f"按旁边的数计算{ratio.shown}＝{plain(right)}%，这里写{percent.text}，请核对。"
    exact = as_percent(ratio.value, 1) == ratio.value * 100
    written = [places, 1] if places or not exact else [1]
    values = dict.fromkeys(as_percent(ratio.value, count) for count in written)
    fixes = tuple(replacement(rewritten(v, percent.text)) for v in values if v > 0)
    yield Hit(percent.start, percent.end, said, fixes)


def as_percent(value: Decimal, places: int) -> Decimal:
    """A share of 1 as a percentage of so many decimals."""
    return (value * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _wrong_points(text: str) -> Iterator[Hit]:
    """由92%提高到98%，提高5个百分点."""
    for tokens in by_sentence(text):
        for first, second, points in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if points.unit not in POINTS or first.unit != "%" or second.unit != "%":
                continue
            if not TO.fullmatch(text[first.end : second.start]):
                continue
            low, high = second.low - first.high, second.high - first.low
            sign = growth_before(text, points.start)
            if sign < 0:
                low, high = -high, -low
            if sign and points.apart_from(low, high):
                right = abs(second.value - first.value)
                said = (
                    f"{plain(first.value)}%到{plain(second.value)}%相差{plain(right)}个百分点，"
                    f"这里写{points.text}，请核对。"
                )
                fixes = (replacement(rewritten(right, points.text)),) if right else ()
                yield Hit(points.start, points.end, said, fixes)


def _wrong_words(text: str) -> Iterator[Hit]:
    """近四成, 翻一番 beside the numbers they are said of."""
    claims = [(claim, of, 0) for claim, of in shares_in_words(text)]
    claims += [(claim, "", power) for claim, power in doublings(text)]
    if not claims:
        return
    tokens = amounts(text)
    starts = [token.start for token in tokens]
    for claim, of, power in claims:
        near = slice(bisect_left(starts, claim.start - _FAR), bisect_left(starts, claim.start))
        before = [token for token in tokens[near] if token.end <= claim.start]
        if "。" in text[before[0].start if before else claim.start : claim.start]:
            continue
        found = _shares(text, before, claim.start, of)
        if power:
            found = (_times(r) for r in _grown(text, before, claim.start, 1))
        ratios = [r for r in found if r]
        if ratios and not any(ratio.fits(claim) for ratio in ratios):
            words = text[claim.start : claim.end]
            right = f"{plain(as_percent(ratios[0].value, 1))}%"
            said = f"按旁边的数计算{ratios[0].shown}＝{right}，与“{words}”不符，请核对。"
            yield Hit(claim.start, claim.end, said)


def _times(ratio: Ratio | None) -> Ratio | None:
    """The second figure as a multiple of the first, from its growth."""
    if ratio is None:
        return None
    shown = re.sub(r"（(\d[\d.]*)－.*÷", r"\1÷", ratio.shown)
    return Ratio(ratio.value + 1, ratio.low + 1, ratio.high + 1, shown)


PARAGRAPH_RULES = (
    ParagraphRule("F07", _wrong_percentages, frozenset({"%", "％", "百分点", "占", "番"})),
)
