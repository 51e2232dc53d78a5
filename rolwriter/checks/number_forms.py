"""How numbers are written: ranges, hedges, magnitudes, rates, sessions (N rules)."""

from __future__ import annotations

import re
from decimal import Decimal

from rolwriter.checks.pattern import HAN, after, before, pattern_rule
from rolwriter.text.numerals import han_number, parse_han_number

_NUMBER = r"\d+(?:[,，]\d{3})*(?:\.\d+)?"
_HAN_FIGURE = "[一二三四五六七八九十百千万两]{1,6}"
_HEDGE = "大约|将近|接近|超过|约|近|逾|超"
_COUNTED = "件人次名户个家元亩吨份场台套项册篇位辆条处起宗所批"
_RATE_WORDS = """
    参训 参与 参考 参会 到课 合格 达标 通过 满意 办结 及时 出席 到会 知晓 出庭 公开 答复 回复 准确
    整改 落实 采纳 调解成功 优良 持证 备案 审查 审核 公示 响应 按时办结 普及 好评
    优秀 签订 签约 建档 入库
"""
"""What stands before 率 in a rate that cannot exceed 100%; 完成率 and 增长率 can."""
_RATES = tuple(_RATE_WORDS.split())
_ALL = re.compile(r"100(?:\.0+)?[%％]")
_MAGNITUDE = {"百": 100, "千": 1000}


def _is_short_year(match: re.Match[str]) -> bool:
    """Whether two digits name a year: 24年3月, 截至24年底; not 30年 or 近10年."""
    front, rest = before(match, 4), after(match, 4)
    if re.search(r"(?:截[至止]|始于|\d年[至和]|[较比])$", front):
        return bool(re.match(r"[底末初度]|同期|[上下]半年|全年|增|减|提高|下降|\d{1,2}月", rest))
    if re.search(r"[.,、—－\-~～至近第’'〔]$", front):
        return False
    if re.match(r"(?:0?[1-9]|1[0-2])月", rest):
        return True
    opens = not front or front[-1] in "。；"
    return (
        opens and match.group() >= "20" and bool(re.match("，|全[年局市县区]|度|[我本]局|共", rest))
    )


def _without_first_hedge(match: re.Match[str]) -> str:
    return match.group()[len(match["hedge"]) :]


def _recent_time(match: re.Match[str]) -> bool:
    """近10多年, 近三年左右: here 近 says since when, not how many."""
    rest = (match["unit"] or "") + after(match, 2)
    hedge = match["hedge"]
    if hedge == "超" and before(match, 1) in set("赶反高远"):
        return True
    if hedge in ("近", "约") and before(match, 1) in set("最附邻接将大签违预特邀远制合"):
        return True
    return hedge == "近" and bool(re.match("年|个?月|周|日|天|[个]?世纪|岁", rest.lstrip("余多来")))


def _without_decimal_hedge(match: re.Match[str]) -> str:
    return match.group().replace("余", "").replace("多", "")


def _shorter(match: re.Match[str]) -> str | None:
    """The integer with 万 or 亿: 120000000 is 1.2亿."""
    value = Decimal(re.sub("[,，]", "", match["number"]))
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if value >= size:
            return f"{(value / size).normalize():f}{name}{match['unit']}"
    return None


def _few_zeros(match: re.Match[str]) -> bool:
    digits = re.sub("[,，]", "", match["number"])
    return not digits.endswith("0000") or len(digits) < 6


def _in_digits(match: re.Match[str]) -> str:
    value = Decimal(match["number"]) * _MAGNITUDE[match["size"]]
    if match["rest"]:
        value += parse_han_number(match["rest"].lstrip("零")) or 0
    return f"{value.normalize():f}"


def _session(match: re.Match[str]) -> str:
    return re.sub(r"\d+", lambda digits: han_number(int(digits.group())), match.group())


PARAGRAPH_RULES = (
    pattern_rule(
        "N01",
        r"[0-3](?<!\d\d)\d年",
        "年份用四位数字，不简写，应为“{fix}”。",
        needs="年",
        fix=lambda match: f"20{match.group()}",
        unless=lambda match: not _is_short_year(match),
    ),
    pattern_rule(
        "N02",
        rf"(?<![\d.年〔第])(?P<first>{_NUMBER})(?P<sign>[-－–~]|—|～|至|到)(?P<second>{_NUMBER})(?P<unit>[%％‰万亿])",
        "起止两个数值都要写出“{words}”中的单位，应为“{fix}”。",
        needs="%％‰万亿",
        fix=lambda match: (
            f"{match['first']}{match['unit']}"
            f"{'—' if match['sign'] in '-－–~' else match['sign']}{match['second']}{match['unit']}"
        ),
        unless=lambda match: len(match["first"]) == 4 and match["first"][:2] in ("19", "20"),
    ),
    pattern_rule(
        "N03",
        rf"(?P<hedge>{_HEDGE})(?:{_NUMBER}|{_HAN_FIGURE})[百千万亿]{{0,2}}"
        rf"(?:[余多](?!方|次|样|种|元|边|层次?|头|重|数|年来)|(?P<unit>[{HAN}%]{{0,3}}?)(?:左右|上下|以上))",
        "“{words}”重复表示约数，两种说法只用一种。",
        needs=("余", "多", "左右", "上下", "以上"),
        fix=_without_first_hedge,
        unless=_recent_time,
    ),
    pattern_rule(
        "N04",
        r"(?<!\d)\d+\.\d+(?:[余多](?=[百千万亿]|[" + _COUNTED + r"])[百千万亿]*|[百千万亿]+余)",
        "小数是精确的数，后面不用“余”“多”，可写“{fix}”。",
        needs="余多",
        fix=_without_decimal_hedge,
    ),
    pattern_rule(
        "N15",
        rf"(?<![\d.,，])\d+[1-9](?P<at>[余多])(?=[{_COUNTED}])",
        "个位有数的是精确的数，后面不用“{words}”，请核对。",
        needs=(f"{digit}{more}" for digit in "123456789" for more in "余多"),
        fix=lambda _: "",
    ),
    pattern_rule(
        "N05",
        rf"(?<![\d.,，])(?P<number>\d{{1,3}}(?:[,，]\d{{3}})+|\d{{6,}})(?P<unit>[{_COUNTED}])",
        "数位较多的整数可以“万”“亿”为单位，如“{fix}”。",
        needs=("0000", "0,000", "0，000"),
        fix=_shorter,
        unless=_few_zeros,
    ),
    pattern_rule(
        "N06",
        rf"(?<![\d.])(?P<number>\d(?:\.\d+)?)(?P<size>[百千])(?P<rest>零?[一二三四五六七八九]?)(?=余?多?[{_COUNTED}])(?!人大|米|克)",
        "阿拉伯数字后面不用“百”“千”，应为“{fix}”。",
        needs="百千",
        fix=_in_digits,
    ),
    pattern_rule(
        "N08",
        r"(?:降低|减少|下降|缩短|缩小|减低)了?(?:到|为)?(?:约|近)?(?:\d+(?:\.\d+)?|[一二两三四五六七八九十]+)(?:多|余)?倍",
        "减少、降低不能用倍数表示，请改用百分数或分数。",
        needs=("倍",),
    ),
    pattern_rule(
        "N09",
        r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?:[%％]个?|(?=百))百分点",
        "百分号和“个百分点”不同时用，应为“{fix}”。",
        needs=("百分点",),
        fix=r"\g<number>个百分点",
    ),
    pattern_rule(
        "N10",
        r"(?:(?P<rate>率|占比)(?:均|都)?(?:为|达到|达|是|高达)?|(?:下降|减少|降低|压减|下滑)了?(?:约|近|超过|超|达)?)"
        r"(?P<at>(?:1\d\d|[2-9]\d\d)(?:\.\d+)?[%％])",
        "这项比率不会超过100%，请核对。",
        needs=("率", "比", "下降", "减少", "降低", "压减", "下滑"),
        unless=lambda match: (
            bool(_ALL.match(match["at"]))
            or (match["rate"] == "率" and not before(match, 4).endswith(_RATES))
        ),
    ),
    pattern_rule(
        "N11",
        r"(?<=党的)\d{1,2}大(?=精神|报告|以来|和|、|，|。|召开|胜利|提出)"
        r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})届(?:中央|全国人大|人大|全国政协|政协|省委|市委|区委|县委|"
        r"全国人民代表大会|人民代表大会)?(?:常委会)?(?:第)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
        r"(?:中全会|次全会|次全体会议|次会议)"
        r"|第?\d{1,2}届(?=中央|全国人大|人大|全国政协|政协|省委|市委|全国人民代表大会|人民代表大会)",
        "届次、会次用汉字，应为“{fix}”。",
        needs=("届", "党的1", "党的2"),
        fix=_session,
        safe=True,
        unless=lambda match: not re.search(r"\d", match.group()),
    ),
)
