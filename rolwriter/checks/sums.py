"""Parts and their total: 其中A件、B件; 分别为; 共计. All numbers stand in one sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from rolwriter.checks.amounts import Amount, by_sentence
from rolwriter.checks.growth_words import growth_before
from rolwriter.checks.pattern import replacement
from rolwriter.checks.rule import DIGITS, Hit, ParagraphRule, Scene
from rolwriter.text.figure_format import plain, rewritten

_PARTS_OPEN = re.compile("其中(?:包括|包含)?(?![的之])|包括|（|分别[为是]")
_ANYWHERE = ("其中", "包括")
"""Behind these the total may stand some figures back; a bracket or 分别为 follows it at once."""
_NO_TOTAL = re.compile(
    r"均|每|最[高低大小多少]|时速|单价|价格|[一二两三四五六七八九十百\d][台个座套组辆条]$"
)
"""In the words before a figure: it is an average, a rate, a record, or counted several times."""
_NEW_TOTAL = re.compile("(?<!公)共(?![产同青])|总[数计额量]|等，")
"""Between the sign and a figure: the figure is a total of its own."""
_ADDED_UP = re.compile(r"[，,]?(?:以上)?(?:合计|共计|总计)(?:为|达|有)?")
_WINDOW = 12
"""So many figures before and behind a sign are looked at; no list of parts is longer."""
_LONGEST_NAME = 60
_NEXT_IN_LIST = re.compile(r"(?:、|和|及|与|以及)")
_OTHER_ACT = re.compile(
    r"[，）](?:全年|累计|共|同时|另|还|并|已|今年|\d{4}年|比|较|同比|占|人均|平均|每|开展|组织|召开|举办|办理|"
    r"受理|完成|发放|印发|审查|审核|调解|化解|处理|接受|聘请|新增|推动|发现|整改|检查|排查|实现|参加|提出|收到)"
    r"|[）]|其中|占|比上年|较上年|同比|增长|下降|增加|减少|合计|共计|总计|人均|平均"
)
_CLEAR = re.compile("其中|另|还|此外|包括|同时")
_OVERLAPPING = re.compile(
    "具有|特有|重点|党员|女|男|岁|学历|本科|硕士|研究生|大专|持证|资格|专业|干部|职称|同时"
)
_WHOLE_SETS = (
    ("简易程序", "普通程序"),
    ("简易程序", "一般程序"),
    ("线上", "线下"),
    ("合格", "不合格"),
    ("保留", "修改", "废止", "失效"),
    ("新建", "续建"),
    ("已办结", "正在办理"),
    ("办结", "正在办理"),
)
"""Names that together leave nothing out."""


_Opened = tuple[re.Match[str], Amount, list[Amount]]


@lru_cache(maxsize=4)
def _opened(text: str) -> tuple[_Opened, ...]:
    """Each opening of a list of parts with its total and the parts that follow it."""
    return tuple(_openings(text))


def _openings(text: str) -> Iterator[_Opened]:
    for tokens in by_sentence(text):
        ends = [token.end for token in tokens]
        for mark in _PARTS_OPEN.finditer(text, tokens[0].end, tokens[-1].start):
            place = bisect_right(ends, mark.start())
            before = tokens[max(0, place - _WINDOW) : place]
            after = [t for t in tokens[place : place + _WINDOW] if t.start >= mark.end()]
            if not before or not after or after[0].start - mark.end() > _LONGEST_NAME:
                continue
            if not mark.group().startswith(_ANYWHERE):
                if not _joins(text, before, mark, after):
                    continue
                before = before[-1:]
            found = _with_total(text, mark, before, after)
            if found:
                yield mark, *found


def _joins(
    text: str, before: Sequence[Amount], mark: re.Match[str], after: Sequence[Amount]
) -> bool:
    """Whether a bracket or 分别为 stands right behind the total and leads to the first part."""
    gap = text[before[-1].end : min(mark.start(), before[-1].end + 3)]
    closed = "）" in text[mark.end() : after[0].start]
    return not gap.strip("，、 ") and not (mark.group() == "（" and closed)


def _with_total(
    text: str, mark: re.Match[str], before: Sequence[Amount], after: Sequence[Amount]
) -> tuple[Amount, list[Amount]] | None:
    counted = next((t for t in after if t.unit != "%"), None)
    gap = text[mark.end() : counted.start] if counted else ""
    if counted is None or _OTHER_ACT.search(gap) or _NEW_TOTAL.search(gap):
        return None
    total = next((t for t in reversed(before) if _may_be_total(text, t, counted)), None)
    if total is None or "·" in text[total.end : mark.start()]:
        return None  # 1·1万 was printed for 1.1万 once: a figure that is not read
    parts, end = list[Amount](), mark.end()
    for token in after:
        if parts and _OTHER_ACT.search(text[end : token.start]):
            break
        if token.unit == total.unit:
            parts.append(token)
        end = token.end
    return total, parts


def _may_be_total(text: str, figure: Amount, part: Amount) -> bool:
    """Whether a figure can be the sum of parts: none by which something grew, no average."""
    if figure.unit != part.unit or growth_before(text, figure.start):
        return False
    clause = re.split("[，。；：、]", figure.before)[-1]
    return not _NO_TOTAL.search(clause) and text[figure.end : figure.end + 1] not in ("/", "／")


def _more_than_all(text: str, scene: Scene) -> Iterator[Hit]:
    """A part greater than its total, or 分别为 and 共计 that do not add up."""
    del scene
    for mark, total, parts in _opened(text):
        for part in parts:
            if part.low > total.high:
                said = f"其中的一项{part.short}大于总数{total.short}，请核对。"
                yield Hit(part.start, part.end, said)
                break
        else:
            if mark.group().startswith("分别") and len(parts) > 1:
                yield from _unequal(total, parts)
    yield from _added_up(text)


def _added_up(text: str) -> Iterator[Hit]:
    for tokens in by_sentence(text) if "计" in text else ():
        for place, total in enumerate(tokens):
            if not place or not _ADDED_UP.fullmatch(text, tokens[place - 1].end, total.start):
                continue
            parts = [tokens[place - 1]]
            for token in reversed(tokens[max(0, place - _WINDOW) : place - 1]):
                gap = text[token.end : parts[0].start]
                if not _NEXT_IN_LIST.match(gap) or "，" in gap or token.unit != total.unit:
                    break
                parts.insert(0, token)
            if len(parts) > 1 and parts[-1].unit == total.unit:
                yield from _unequal(total, parts)


def _unequal(total: Amount, parts: Sequence[Amount]) -> Iterator[Hit]:
    low, high = _total(p.low for p in parts), _total(p.high for p in parts)
    if total.apart_from(low, high):
        summed = _total(p.value for p in parts)
        said = f"{_sum(parts)}，与总数{total.short}不符，请核对。"
        fixes = (replacement(rewritten(summed, total.text)),) if summed else ()
        yield Hit(total.start, total.end, said, fixes)


def _total(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def _sum(parts: Sequence[Amount]) -> str:
    unit = parts[0].unit
    added = "＋".join(plain(p.value) for p in parts)
    return f"各项相加{added}＝{plain(_total(p.value for p in parts))}{unit}"


def _parts_disagree(text: str, scene: Scene) -> Iterator[Hit]:
    """The parts of 其中 together exceed the total, or a division in two does not add up."""
    del scene
    for mark, total, parts in _opened(text):
        if len(parts) < 2 or mark.group().startswith("分别"):
            continue
        if any(part.low > total.high for part in parts):
            continue
        names = [_words_before(text, part, mark.end()) for part in parts]
        whole = any(
            len(names) == len(members) and all(any(m in name for name in names) for m in members)
            for members in _WHOLE_SETS
        )
        too_much = _total(p.low for p in parts) > total.high
        if whole:
            yield from _unequal(total, parts)
        elif too_much and not any(_OVERLAPPING.search(name) for name in names):
            said = f"{_sum(parts)}，大于总数{total.short}，请核对（各项互有重叠时请写明）。"
            yield Hit(total.start, total.end, said)


def _words_before(text: str, part: Amount, start: int) -> str:
    return re.split("[，、；]", text[max(start, part.start - 20) : part.start])[-1]


def _unclear_part(text: str, scene: Scene) -> Iterator[Hit]:
    """党组会33次，专题党组会5次: nobody can tell whether the 5 belong to the 33."""
    del scene
    for tokens in by_sentence(text):
        for first, second in pairwise(tokens):
            gap = text[first.end : second.start]
            if gap[:1] not in ("，", "、") or first.unit != second.unit or second.high > first.low:
                continue
            whole, part = first.name, second.name
            kind = part.removesuffix(whole)
            if len(whole) < 2 or not part.endswith(whole) or not 2 <= len(kind) <= 4:
                continue
            if not _CLEAR.search(gap):
                said = (
                    f"看不出“{part}”{second.text}是否包含在“{whole}”{first.text}之内："
                    "包含的写“其中”，不包含的写“另”。"
                )
                yield Hit(second.start, second.end, said)


_SIGNS = frozenset({"其中", "包括", "（", "分别为", "分别是"})
PARAGRAPH_RULES = (
    ParagraphRule("N12", _more_than_all, _SIGNS | {"合计", "共计", "总计"}),
    ParagraphRule("F06", _parts_disagree, _SIGNS),
    ParagraphRule("F09", _unclear_part, DIGITS),
)
