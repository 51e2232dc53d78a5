"""Numbers of headings and of points within one paragraph (L rules)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rolwriter.checks.pattern import HAN, HAN_NUMBER, pattern_rule, replacement
from rolwriter.checks.rule import DIGITS, Hit, ParagraphRule, Scene
from rolwriter.model.report import PartKind
from rolwriter.text.figures import figures_in
from rolwriter.text.numbering import numbering_of
from rolwriter.text.numerals import han_number, parse_han_number

_POINT = re.compile(rf"(?P<number>{HAN_NUMBER})是(?=[^否])")
_NEXT_IN_WORDS = re.compile("[其再]次是")
_CLAUSE_ENDS = frozenset("。；;：:，,！？ \u3000")
_LONGEST_TITLE_LINE = 40
_LONGEST_SECTION_LINE = 30
_SHORT_TITLE_LINE = 15
"""In a text that is no report a longer numbered line may as well be an item of a list."""


_COUNTED_THING = re.compile(f"{HAN_NUMBER}[{HAN}]")


def _bracketed(match: re.Match[str]) -> str:
    return f"（{match['number'] or match['open']}）"


def _is_right_bracket(match: re.Match[str]) -> bool:
    if match["open"]:
        # a remark in brackets that happens to begin with a number
        return "）" in match.string[:60] or ")" in match.string[:60]
    return match.group() == _bracketed(match)


@lru_cache(maxsize=4)
def _points(text: str) -> tuple[tuple[re.Match[str], int], ...]:
    """The points of a paragraph with their numbers; two rules ask one after the other."""
    clauses = (
        match
        for match in _POINT.finditer(text)
        if not match.start() or text[match.start() - 1] in _CLAUSE_ENDS
    )
    numbered = ((match, parse_han_number(match["number"])) for match in clauses)
    return tuple((match, number) for match, number in numbered if number)


def _broken_chain(text: str, scene: Scene) -> Iterator[Hit]:
    """一是…三是: a number left out or given twice; a new 一是 begins a new chain."""
    del scene
    last: int | None = None
    at = 0
    for match, number in _points(text):
        if _NEXT_IN_WORDS.search(text, at, match.start()):
            last = None  # 一是…其次是…三是: counted in two ways, and right
        at = match.end()
        if last is not None and number not in (1, last + 1):
            expected = f"{han_number(last + 1)}是"
            said = f"“{han_number(last)}是”之后应为“{expected}”，这里是“{match.group()}”。"
            yield Hit(*match.span(), said, (replacement(expected),))
        last = number


def _mixed_separators(text: str, scene: Scene) -> Iterator[Hit]:
    """The points of one chain end alike: all with 。, all with ； or all with ，."""
    del scene
    marks = [match.start() - 1 for match, number in _points(text) if number > 1]
    marks = [place for place in marks if text[place] in "。；，"]
    if len({text[place] for place in marks}) < 2:
        return
    usual, count = Counter(text[place] for place in marks).most_common(1)[0]
    if count * 2 <= len(marks) and len(marks) > 2:
        return
    for place in marks:
        if text[place] != usual:
            said = f"各点之间的标点不一致：多数用“{usual}”，这里用“{text[place]}”。"
            yield Hit(place, place + 1, said, (replacement(usual),))


def _full_stop_after_heading(text: str, scene: Scene) -> Iterator[Hit]:
    if not text.endswith("。") or len(text) > _LONGEST_TITLE_LINE:
        return
    numbering = numbering_of(text)
    if numbering is None or numbering.is_run_in(text):
        return
    if scene.kind is PartKind.UNPLACED and len(text) > _SHORT_TITLE_LINE:
        return
    if numbering.level > 1:
        # An item of a list is a sentence and keeps its full stop.
        heading = scene.kind is PartKind.CHAPTER and scene.level == numbering.level
        if not heading or len(text) > _LONGEST_SECTION_LINE or re.search("[，；]", text):
            return
    if figures_in(text):
        return
    said = "独立成行的标题末尾不用句号。"
    yield Hit(len(text) - 1, len(text), said, (replacement("", safe=True),))


PARAGRAPH_RULES = (
    pattern_rule(
        "L01",
        rf"(?:[(（]?(?P<number>{HAN_NUMBER}|\d{{1,2}})[)）]"
        rf"|[(（](?P<open>[一二三四五六七八九十]{{1,2}})(?=[、．.{HAN}])(?![年月日是一二三四五六七八九十]))",
        "序号的括号不完整或不是全角，应为“{fix}”。",
        needs="()（）",
        starts="",
        fix=_bracketed,
        safe=True,
        unless=_is_right_bracket,
    ),
    pattern_rule(
        "L02",
        rf"[(（](?:{HAN_NUMBER}|\d{{1,2}})[)）](?P<at>、)(?![(（])",
        "带括号的序号后面不用顿号。",
        needs=("）、", ")、"),
        starts="。；：",
        fix=lambda _: "",
        safe=True,
    ),
    pattern_rule(
        "L03",
        rf"(?P<at>(?P<number>\d{{1,2}})\s?、)(?=\s?[{HAN}“《])(?!\s?[一二三四五六七八九十]+[、，])",
        "阿拉伯数字序号后面用圆点，应为“{fix}”。",
        needs=(f"{digit}{gap}、" for digit in DIGITS for gap in ("", " ", "\u3000")),
        starts="。；",
        fix=r"\g<number>．",
        safe=True,
    ),
    pattern_rule(
        "L04",
        rf"(?P<number>[一二三四五六七八九]?十?[一二三四五六七八九]?)(?<=[一二三四五六七八九十])(?<![一二三四五六七八九]{{2}})[.．，,](?=\s?[{HAN}“《])(?!{HAN_NUMBER}[.．，,、])",
        "汉字序号后面用顿号，应为“{fix}”。",
        needs=".．，,",
        starts="",
        fix=r"\g<number>、",
        safe=True,
    ),
    pattern_rule(
        "L05",
        rf"(?:第{HAN_NUMBER}|首先|其次|再次)(?P<at>、)"
        rf"(?!第|{HAN_NUMBER}[、，季产类级等种]|其次|再次|最后)(?!{HAN_NUMBER}[{HAN}]?[、，])",
        "“第一”“首先”一类的序次语后面用逗号，不用顿号。",
        needs="第首其再",
        starts="。；：，",
        fix=lambda _: "，",
        safe=True,
        unless=lambda match: bool(_COUNTED_THING.match(match.string, match.end())),
    ),
    ParagraphRule("L07", _broken_chain, frozenset(f"{n}是" for n in "二三四五六七八九十")),
    ParagraphRule("L08", _full_stop_after_heading, frozenset("。")),
    ParagraphRule("L10", _mixed_separators, frozenset({"三是"})),
)
