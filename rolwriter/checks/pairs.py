"""Marks that come in pairs: brackets, quotation marks, 书名号 (P rules)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rolwriter.checks.pattern import HAN, HAN_NUMBER, pattern_rule, replacement
from rolwriter.checks.rule import Hit, ParagraphRule, Scene

_CLOSING = {"》": "《", "”": "“", "）": "（", "〕": "〔", "】": "【", ")": "（"}
_OPENING = {"《": "《", "“": "“", "（": "（", "〔": "〔", "【": "【", "(": "（"}
_PAIRS = ("《》", "“”", "（）", "〔〕", "【】", "()")
_NESTING = 3
_MARKS = re.compile("[《》“”（）〔〕【】()]")
_NUMBER_OPENING = re.compile(rf"^(?:{HAN_NUMBER}|\d{{1,2}}|[a-zA-Z①-⑳])[)）]")
_ANY_NUMBER = re.compile(rf"^[(（]?(?:{HAN_NUMBER}|\d{{1,2}})[)）、．.]")
_HAS_HAN = re.compile(f"[{HAN}]")
_STRAIGHT = re.compile('["＂]')


def _half_brackets(text: str, scene: Scene) -> Iterator[Hit]:
    """Half-width brackets around or beside Chinese words; 文号 and heading numbers apart."""
    del scene
    if "(" not in text and ")" not in text:
        return
    number = _ANY_NUMBER.match(text)
    start = number.end() if number else 0
    for match in re.finditer(r"[(（]([^()（）]*)[)）](第?\d+号)?", text[start:]):
        first, last = match.start() + start, match.end(1) + start
        pair = text[first] + text[last]
        if pair == "（）" or (match[2] and re.fullmatch(r"(?:19|20)\d\d", match[1])):
            continue
        beside = text[first - 1 : first] + text[last + 1 : last + 2]
        if _HAS_HAN.search(match[1] + beside):
            said = "中文里的括号用全角，应为“（）”。"
            yield Hit(first, last + 1, said, (replacement(f"（{match[1]}）", safe=True),))


def _straight_quotes(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    if '"' not in text and "＂" not in text:
        return
    places = [match.start() for match in _STRAIGHT.finditer(text)]
    said = "中文里的引号用弯引号“”。"
    if len(places) % 2 or re.search(r'\d"(?!\w)', text):
        if _HAS_HAN.search(text):
            yield from (Hit(place, place + 1, f"{said}这里的引号不成对。") for place in places)
        return
    for first, last in zip(places[::2], places[1::2], strict=True):
        inside = text[first + 1 : last]
        beside = text[first - 1 : first] + text[last + 1 : last + 2]
        if _HAS_HAN.search(inside + beside):
            yield Hit(first, last + 1, said, (replacement(f"“{inside}”", safe=True),))


def _unpaired(text: str, scene: Scene) -> Iterator[Hit]:
    """A mark without its partner; a quotation may run over several paragraphs."""
    del scene
    if _all_paired(text):
        return
    number = _NUMBER_OPENING.match(text)
    stack = list[tuple[str, int]]()
    waiting = Counter[str]()
    for match in _MARKS.finditer(text, number.end() if number else 0):
        mark, place = match.group(), match.start()
        if mark in _OPENING:
            stack.append((_OPENING[mark], place))
            waiting[_OPENING[mark]] += 1
        elif stack and stack[-1][0] == _CLOSING[mark]:
            waiting[stack.pop()[0]] -= 1
        elif waiting[_CLOSING[mark]]:
            while stack[-1][0] != _CLOSING[mark]:
                waiting[stack[-1][0]] -= 1
                yield _alone(text, stack.pop()[1])
            waiting[stack.pop()[0]] -= 1
        elif not (mark == "”" and _quotation_goes_on(text, place)):
            yield _alone(text, place)
    for _, place in stack:
        if not (text[place] == "“" and (place == 0 or text[place - 1] in "：:")):
            yield _alone(text, place)


def _all_paired(text: str) -> bool:
    """Whether nothing is left when pairs are struck out, a few times for those inside others."""
    marks = "".join(_MARKS.findall(text))
    for _ in range(_NESTING):
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
    return not marks


def _quotation_goes_on(text: str, place: int) -> bool:
    """A quotation that began in an earlier paragraph ends where this one does."""
    return place == len(text) - 1


def _alone(text: str, place: int) -> Hit:
    return Hit(place, place + 1, f"“{text[place]}”没有与它配对的另一半。")


PARAGRAPH_RULES = (
    ParagraphRule("P05", _half_brackets, frozenset("()")),
    ParagraphRule("P06", _straight_quotes, frozenset('"＂')),
    pattern_rule(
        "P12",
        r"《[^《》]*(?P<at>《(?P<inner>[^《》]*)》)[^《》]*》",
        "书名号里再用书名号时，里面的用单书名号〈〉。",
        needs="《",
        fix=r"〈\g<inner>〉",
        safe=True,
    ),
    pattern_rule(
        "P21",
        r"《[^《》<>]*(?P<at><(?P<inner>[^《》<>]*)>)[^《》<>]*》",
        "书名号里的单书名号用〈〉，不用小于号、大于号。",
        needs="<",
        fix=r"〈\g<inner>〉",
        safe=True,
    ),
    ParagraphRule("P13", _unpaired, frozenset(_CLOSING) | frozenset(_OPENING)),
    pattern_rule(
        "P18",
        r"《(?P<name>[^《》]{2,30}(?:(?:座谈|推进|部署|动员|现场|听证|专题|工作|代表)会议?|全会|大会|培训班|知识竞赛|"
        r"主题活动|宣传活动|营业执照|许可证|资格证书?|身份证|合格证|登记证|驾驶证|执法证))》",
        "会议、活动、证照的名称不用书名号。",
        needs="《",
        fix=r"\g<name>",
        unless=lambda match: bool(re.search("办法|条例|规定|方案|关于|记|论", match["name"])),
    ),
    pattern_rule(
        "P19",
        r"（(?:[^（）]*)(?P<at>（[^（）]*）)",
        "括号里应尽量避免再用同一种括号，可改用别的写法。",
        needs="（",
        unless=lambda match: bool(re.fullmatch(rf"（(?:{HAN_NUMBER}|\d{{1,2}})）", match["at"])),
    ),
)
