"""Writing a value the way a figure was written before: 约2.5万次, 10余次, 1,200件, 100%."""

from __future__ import annotations

import re
from decimal import Decimal

_MAGNITUDES = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2}
_WRITTEN = re.compile(
    r"^(?P<before>[^\d]*?)(?P<number>\d[\d,，]*(?:[.．]\d+)?)(?P<inner>余|多)?"
    rf"(?P<magnitude>{'|'.join(sorted(_MAGNITUDES, key=len, reverse=True))})?(?P<rest>.*)$",
    re.DOTALL,
)

_HEDGE_BEFORE = re.compile("(?:大约|将近|接近|超过|不足|不到|至少|约|近|超|逾)+$")
_HEDGE_AFTER = re.compile("^[余多]|(?:左右|上下|以上|以下)$")


def plain(value: Decimal) -> str:
    """The value in plain digits, no exponent and no trailing zeros: 25000, 79.5."""
    return f"{value.normalize():f}" if value else "0"


def rewritten(value: Decimal, like: str, hedge: str | None = None) -> str:
    """``value`` with the magnitude, separators and unit that ``like`` was written with.

    A ``hedge`` takes the place of the one in ``like``, which an empty one takes away
    (约33次 becomes 41次); without it the hedge of ``like`` stays.
    The magnitude is given up when the value would need more than two decimals in
    it, and kept otherwise: 2.5万 becomes 2.63万 or 300, never 0.03万.
    """
    match = _WRITTEN.match(like)
    if match is None:
        return plain(value)
    magnitude = match["magnitude"] or ""
    scaled = value.scaleb(-_MAGNITUDES.get(magnitude, 0))
    if magnitude and (abs(scaled) < 1 or -int(scaled.normalize().as_tuple().exponent) > 2):
        scaled, magnitude = value, ""
    number = plain(scaled)
    if "," in match["number"] or "，" in match["number"]:
        number = _separated(number)
    if hedge is None:
        return f"{match['before']}{number}{match['inner'] or ''}{magnitude}{match['rest']}"
    before, inner, tail = _hedge_places(hedge)
    words_before = _HEDGE_BEFORE.sub("", match["before"])
    unit = _HEDGE_AFTER.sub("", match["rest"])
    return f"{words_before}{before}{number}{magnitude}{inner}{unit}{tail}"


def _separated(number: str) -> str:
    whole, _, decimals = number.partition(".")
    return f"{int(whole):,}{'.' if decimals else ''}{decimals}"


def official(value: Decimal, unit: str, hedge: str = "") -> str:
    """A value as official prose writes it: 约2.5万次, 10余次, 3亿元, 79.5%.

    From ten thousand on 万 is used, from a hundred million on 亿, where two decimals
    suffice; otherwise the digits stand plain, so that nothing is rounded.
    """
    before, inner, tail = _hedge_places(hedge)
    number, magnitude = plain(value), ""
    for name in ("亿", "万"):
        scaled = value.scaleb(-_MAGNITUDES[name])
        if abs(scaled) >= 1 and -int(scaled.normalize().as_tuple().exponent) <= 2:
            number, magnitude = plain(scaled), name
            break
    return f"{before}{number}{magnitude}{inner}{unit}{tail}"


def _hedge_places(hedge: str) -> tuple[str, str, str]:
    """What of a hedge stands before the number, right after it, and after the unit."""
    match = re.fullmatch(r"(?P<before>.*?)(?P<inner>余|多)?(?P<tail>左右|上下|以上|以下)?", hedge)
    if match is None:
        return hedge, "", ""
    return match["before"], match["inner"] or "", match["tail"] or ""
