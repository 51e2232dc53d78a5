"""Marks between words: which one, how many, of which width (P rules)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from rolwriter.checks.pattern import HAN, after, before, pattern_rule, replacement
from rolwriter.checks.rule import Hit, ParagraphRule, Scene

_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"}
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w.]+@)[\w./?=&%:#@-]+")
_STOPS = "。，、；："
_STRENGTH = "、，；：。"
_ONE_TO_NINE = "一二三四五六七八九"
_NOT_AND_SO_ON = "级次于待额值同分份距效离号式价比高闲边腰身温压速量幂差候"
"""What makes another word of 等: 等级, 等同, 等待 …"""


def _in_address(match: re.Match[str]) -> bool:
    """Whether the mark belongs to a web or mail address; one is looked for nearby only."""
    near = max(0, match.start() - 100)
    around = match.string[near : match.end() + 100]
    return ("." in around or "@" in around) and any(
        address.start() <= match.start() - near < address.end()
        for address in _ADDRESS.finditer(around)
    )


def _between_numerals(match: re.Match[str]) -> bool:
    """A dot behind the number of a heading (L04), or within a date: 一九九六.四.五."""
    front, rest = match.string[: match.start()], after(match, 1)
    numerals = "〇一二三四五六七八九十百"
    return all(char in numerals for char in front) or (
        front[-1] in numerals and rest in set(numerals)
    )


def _stronger(match: re.Match[str]) -> str:
    """Of two marks in a row the one that divides more."""
    return max(match.group(), key=_STRENGTH.find)


def _approximate(match: re.Match[str]) -> bool:
    """Whether two numerals side by side are NOT an approximate number (三四次)."""
    first, second = _ONE_TO_NINE.index(match["first"]), _ONE_TO_NINE.index(match["second"])
    neighbours = second == first + 1 or (match["first"], match["second"]) == ("三", "五")
    return not neighbours or before(match, 1) in set("第、十百千万") or before(match, 2) == "其中"


def _like_and_so_on(text: str, scene: Scene) -> Iterator[Hit]:
    """``如……等等``: 等 alone closes the list."""
    del scene
    if "等等" not in text:
        return
    for match in re.finditer(
        r"(?:比如|例如|诸如|譬如|如)[^，。；！？]{2,40}、[^，。；！？]{1,20}(?P<at>等等)", text
    ):
        start, end = match.span("at")
        said = "列举之后用一个“等”即可。"
        yield Hit(start, end, said, (replacement("等", safe=True),))


PARAGRAPH_RULES = (
    pattern_rule(
        "P01",
        r"》(?P<at>、)《",
        "并列的书名号之间通常不用顿号。",
        needs=("》、《",),
        fix=lambda _: "",
        safe=True,
        # in a list where some names carry a remark in brackets the mark stays
        unless=lambda match: "）、《" in match.string,
    ),
    pattern_rule(
        "P02",
        r"”(?P<at>、)“",
        "并列的引号之间通常不用顿号。",
        needs=("”、“",),
        fix=lambda _: "",
        safe=True,
        unless=lambda match: "）、“" in match.string,
    ),
    pattern_rule(
        "P03",
        r"(?P<first>[一二三四五六七八])(?P<at>、)(?P<second>[二三四五六七八九])"
        r"(?=个(?!方面|环节|问题|部分|阶段)|次(?!会议|全会|产业)|天|人(?!民)|名|件|家|份|倍|公里|米|小时|分钟|年(?!级|度|期)|百|千|万|十)",
        "表示概数的两个数字之间不用顿号。",
        needs=(f"{first}、{second}" for first, second in [*pairwise(_ONE_TO_NINE), "三五"]),
        fix=lambda _: "",
        unless=_approximate,
    ),
    pattern_rule(
        "P04",
        rf"(?<=[{HAN}”》）])[,;:?!](?!\d{{3}}(?!\d))|(?<=[\d%A-Za-z)])[,;?!](?=[{HAN}“《（])"
        rf"|(?<=[{HAN}])\.(?=$|[{HAN}])",
        "中文里的标点用全角，应为“{fix}”。",
        needs=",;:?!.",
        fix=lambda match: _FULL_WIDTH[match.group()],
        safe=True,
        unless=lambda match: (
            _in_address(match) or (match.group() == "." and _between_numerals(match))
        ),
    ),
    pattern_rule(
        "P07",
        f"[{_STOPS}]{{2,}}",
        "标点重复，应为“{fix}”。",
        needs=(first + second for first in _STOPS for second in _STOPS),
        fix=lambda match: "……" if re.fullmatch("。{3,}", match.group()) else _stronger(match),
        safe=True,
    ),
    pattern_rule(
        "P08",
        r"(?P<at>等等?(?:……|…|\.{3,6}|。{3,6})|(?:……|…)等(?![一二三四五六七八九十\d]))(?P<stop>。)?",
        "“等”和省略号不同时用。",
        needs="…",
        fix=lambda _: "等",
        safe=True,
    ),
    pattern_rule(
        "P16",
        rf"(?<=[{HAN}）])(?P<at>。”)(?=[。，；])",
        "引文之后还有标点，引号内的句号应当去掉（引文独立成句的除外）。",
        needs=("。”",),
        fix=lambda _: "”",
    ),
    pattern_rule(
        "P17",
        rf"(?P<at>、)等(?![{_NOT_AND_SO_ON}])",
        "“等”前面不用顿号。",
        needs=("、等",),
        fix=lambda _: "",
        safe=True,
        unless=lambda match: after(match, 2) in {"一系", "着眼"} or after(match, 1) in set("着到"),
    ),
    ParagraphRule("P20", _like_and_so_on, frozenset("等")),
)
