"""Signs between and around numbers: ranges, 文号, width, blanks (P rules)."""

from __future__ import annotations

import re

from rolwriter.checks.pattern import HAN, after, before, pattern_rule
from rolwriter.text.numbering import numbering_of

_HYPHENS = "-－–‐−~"
_UNITS = "年月日号时点个件次人名家项天米元岁倍公份场万亿%％"
_LONGEST_NUMBER = 8
_CELL = re.compile(rf"[\d.,%\s]{{1,20}}[{HAN}]{{0,2}}")
_HALF = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


def _range_of_something_else(match: re.Match[str]) -> bool:
    """A date, a telephone or model number, a range whose unit N02 looks at."""
    if re.search(r"[\d.A-Za-z/〔\-－—第]$", before(match, 1)):
        return True
    unit = match["unit"]
    one_sided = unit in ("%", "％", "万", "亿") and match["left_unit"] != unit
    many = len(match["left"]) > 4 or len(match["right"]) > 4
    building = after(match, 2) in ("号楼", "号门", "号院") or (
        unit == "号" and match["left_unit"] == ""
    )
    return one_sided or many or building


def _with_dash(match: re.Match[str]) -> str:
    return f"{match['left']}{match['left_unit']}—{match['right']}"


def _is_layout(match: re.Match[str]) -> bool:
    """A blank behind the number of a line, or in front of the last cell of a table's row."""
    text, start, end = match.string, match.start(), match.end()
    if start <= 2 and text[:start].isdecimal():
        return True
    if _CELL.fullmatch(text, end):
        return True
    numbering = numbering_of(text) if start <= _LONGEST_NUMBER else None
    return numbering is not None and end <= numbering.marker_end


PARAGRAPH_RULES = (
    pattern_rule(
        "P09",
        rf"(?P<at>(?<!\d)(?P<left>\d+(?:\.\d+)?)(?P<left_unit>[{_UNITS}]?)(?:[{_HYPHENS}]{{1,2}}|——|——)"
        rf"(?P<right>\d+(?:\.\d+)?))(?P<unit>[{_UNITS}])",
        "数值和时间的起止之间用一字线“—”。",
        needs=(*_HYPHENS, "——"),
        fix=_with_dash,
        safe=True,
        unless=_range_of_something_else,
        in_titles=False,
    ),
    pattern_rule(
        "P10",
        "[０-９Ａ-Ｚａ-ｚ]+",
        "数字和字母用半角，应为“{fix}”。",
        needs=(wide for wide, narrow in _HALF.items() if narrow.isalnum()),
        fix=lambda match: "".join(_HALF[char] for char in match.group()),
        safe=True,
    ),
    pattern_rule(
        "P11",
        rf"(?<=[{HAN}，。、；：》”）])[ \u00a0\u3000]{{1,2}}(?=[\dA-Za-z])"
        rf"|(?<=[\dA-Za-z%])[ \u00a0\u3000]{{1,2}}(?=[{HAN}，。、；：《“（])",
        "汉字与数字、字母之间不空格。",
        needs=" \u00a0\u3000",
        fix=lambda _: "",
        safe=True,
        unless=_is_layout,
    ),
    pattern_rule(
        "P14",
        rf"(?<=[{HAN}])(?P<at>[\[（(【［](?P<year>(?:19|20)\d\d)[\]）)】］])(?=第?\d+号)",
        "发文字号中的年份用六角括号，应为“{fix}”。",
        needs=("号",),
        fix=r"〔\g<year>〕",
        safe=True,
    ),
    pattern_rule(
        "P15",
        r"[〔\[（(【［](?:19|20)\d\d[〕\]）)】］](?P<at>第0*|0+)(?=[1-9]\d*号)",
        "发文字号的顺序号前不加“第”，也不编虚位。",
        needs=("号",),
        fix=lambda _: "",
        safe=True,
    ),
)
