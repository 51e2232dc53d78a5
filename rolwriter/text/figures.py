"""The figures in official prose: 33次, 约2.5万次, 10余次, 79.5%.

Only Arabic figures with a unit count, and the members of a list that shares one
(12、15和18件). Years, dates, document numbers, articles and the numbers of
headings are not figures; neither are the numerals in fixed phrases, which are
written in Han characters (三重一大).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from rolwriter.text.numbering import numbering_of
from rolwriter.text.spans import Span, book_titles

_UNITS = (
    "个百分点 百分点 平方公里 平方千米 立方米 平方米 公里 千米 千瓦时 千瓦 吨标准煤 "
    "人次 件次 批次 场次 车次 辆次 户次 台次 家次 项次 个小时 小时 学时 课时 分钟 个月 工作日 "
    "万元 元 亩 公顷 米 吨 升 公斤 千克 度 次 件 项 人 名 场 趟 份 家 条 个 宗 起 辆 台 套 部 篇 "
    "期 批 户 所 处 间 栋 幢 座 卷 本 册 张 块 片 支 只 位 组 队 类 种 例 案 门 轮 届 站 点 周 天 "
    "倍 成 艘 架 页 字 封 面 幅 堂 讲 课 机构 站点 企业 单位 问题"
)
_MAGNITUDES = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10) ** 4,
    "十万": Decimal(10) ** 5,
    "百万": Decimal(10) ** 6,
    "千万": Decimal(10) ** 7,
    "亿": Decimal(10) ** 8,
    "万亿": Decimal(10) ** 12,
}
_HEDGES = "大约|将近|接近|超过|不足|不到|至少|约|近|超|逾"
# In 千米, 千克 and 千瓦 the 千 belongs to the unit.
_MAGNITUDE = "|".join(sorted(filter(None, _MAGNITUDES), key=len, reverse=True)).replace(
    "|千|", "|千(?![米克瓦卡帕赫伏])|"
)
_DIGIT = re.compile(r"\d")
_UNITS_BY_LENGTH = sorted(_UNITS.split(), key=len, reverse=True)
_UNIT_STARTS = "".join({word[0] for word in (*_UNITS_BY_LENGTH, *filter(None, _MAGNITUDES))})
_TAILS = "左右|上下|以上|以下"
_LIST_GOES_ON = re.compile(r"\s*(?:、|和|及|与)\s*(?=\d)")
_HEDGE_BEFORE = re.compile(f"(?:{_HEDGES})$")
_FIGURE = re.compile(
    # few characters are digits: the look ahead makes the search pass over all others at once
    r"(?=\d)(?<![\d.．\-—－〔\[第Nn.·A-Za-z])"
    r"(?P<number>\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:[.．]\d+)?)"
    # most numbers are years, dates, numbers of things: not worth a look at every unit
    rf"(?P<figure>(?=[余多]{{0,2}}(?:[%％‰{_UNIT_STARTS}]|(?:{_TAILS})?{_LIST_GOES_ON.pattern}))"
    r"(?P<inner>余|多)?"
    rf"(?P<magnitude>{_MAGNITUDE})?"
    r"(?P<after>余|多)?"
    rf"(?P<unit>[%％‰]|{'|'.join(_UNITS_BY_LENGTH)})?"
    rf"(?P<tail>{_TAILS})?)?"
)
"""A number and, if it may be a figure, what stands behind it."""
_LOOSE_YEAR = re.compile(r"(?<=\d{4})\s+(?=年)")
_NAME_BREAK = re.compile(r"[，。；：、！？（）()“”《》,;:\s]")
_NAME_LEAD = re.compile(
    r"^(?:[全我本][局委办厅院](?=共|召开|组织|开展|举办|制定|修订|办理|审查)|"
    r"[一二三四五六七八九十]{1,3}是|\d{4}年度?|全年|今年|去年|本年度?|截至[^，]{0,8}|其中|累计|共计|合计|总计|共有|共|先后|已|"
    r"分别|平均|每|高效|高质量|按时|依法|及时|完成|开展|召开|组织|举办|修订|制定|办理|审查|审核|"
    r"受理|处理|印发|发放|发布|公开|聘请|新增|指导|创建|推动|接受|参加|收到|提出|对|的|了|等|为|"
    r"均|达到|达)+"
)
_NAME_TAIL = re.compile(r"(?:均为|分别为|达到|共计|合计|累计|为|达|共|有|等|了)+$")
_SHARE = frozenset({"占", "占比", "占比例"})
_TO_THE_FIGURE = re.compile(r"\d.*$")
_WHOSE = re.compile("[全我本][区县市省镇乡局委办厅]|全街道|全系统|全中心|本中心|本单位")
_NAME_LIMIT = 16
_LONGEST_HEDGE = 2
_FIRST_OF_MARKER = 2
"""The digits of a heading's number begin here at the latest: 1. and （ 1）."""
_NAME_REACH = 40


@dataclass(frozen=True)
class FigureToken:
    """A figure as it stands in a text; what it is worth is worked out when it is asked."""

    start: int
    """Where it begins, hedge included, in code points."""
    match: re.Match[str]
    """What `_FIGURE` found."""
    unit: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.match.end()

    @property
    def span(self) -> Span:
        """Its place."""
        return Span(self.start, self.end)

    @property
    def text(self) -> str:
        """As written, hedge included: 约2.5万次."""
        return self.match.string[self.start : self.end]

    @cached_property
    def value(self) -> Decimal:
        """The number meant: 25000 for 2.5万."""
        number = self.match["number"].replace(",", "").replace("，", "").replace("．", ".")
        return Decimal(number) * _MAGNITUDES[self.match["magnitude"] or ""]

    @property
    def hedge(self) -> str:
        """约, 近, 余, 左右 …; empty for an exact figure."""
        inner, after, tail = self.match.group("inner", "after", "tail")
        before = self.match.string[self.start : self.match.start()]
        return f"{before}{inner or ''}{after or ''}{tail or ''}"

    @property
    def before(self) -> str:
        """The words before it, as far as a name may reach."""
        return self.match.string[max(0, self.start - _NAME_REACH) : self.start]

    @property
    def after(self) -> str:
        """Those behind it."""
        return self.match.string[self.end : self.end + _NAME_LIMIT]

    @property
    def name(self) -> str:
        """What the words around it seem to call it; empty when nothing can be told."""
        return name_between(self.before, self.after)


def figures_in(text: str) -> list[FigureToken]:
    """The figures of a paragraph in their order."""
    first = _DIGIT.search(text)
    if first is None:
        return []
    numbering = numbering_of(text) if first.start() <= _FIRST_OF_MARKER else None
    start = numbering.marker_end if numbering else 0
    titles = list(book_titles(text)) if "《" in text else []
    found = list[FigureToken]()
    waiting = list[re.Match[str]]()
    for match in _FIGURE.finditer(text, max(start, first.start())):
        if match["figure"] is None or (titles and _in_one(titles, match.start())):
            waiting = []
        elif match["unit"] or match["magnitude"]:
            unit = (match["unit"] or "").replace("％", "%")
            found += [FigureToken(_start(text, m.start()), m, unit) for m in (*waiting, match)]
            waiting = []
        elif _LIST_GOES_ON.match(text, match.end()):
            waiting.append(match)
        else:
            waiting = []
    return found


def _in_one(titles: list[Span], place: int) -> bool:
    return any(title.holds(place) for title in titles)


def _start(text: str, number: int) -> int:
    """Where the figure begins whose digits begin at ``number``: with its hedge if it has one."""
    hedge = _HEDGE_BEFORE.search(text, max(0, number - _LONGEST_HEDGE), number)
    return hedge.start() if hedge else number


def name_between(before: str, after: str = "") -> str:
    """What the words around a figure seem to call it; most figures are never asked."""
    if " " in before or "\u3000" in before:
        before = _LOOSE_YEAR.sub("", before)
    clauses = _NAME_BREAK.split(before)
    name = _bare(clauses[-1] or _NAME_BREAK.split(before.rstrip("”》"))[-1])
    if name in _SHARE and len(clauses) > 1:
        whole = _bare(_TO_THE_FIGURE.sub("", clauses[-2]))
        name = f"{whole}占比" if whole else name
    elif _WHOSE.fullmatch(name):
        # 全区共有34辆新能源汽车: only what is behind the figure says what it counts
        name = _NAME_BREAK.split(after)[0] or name
    return name[-_NAME_LIMIT:]


def _bare(clause: str) -> str:
    return _NAME_TAIL.sub("", _NAME_LEAD.sub("", clause))
