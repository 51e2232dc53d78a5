"""Days and years as they are written, and years the text itself shows to be wrong (D, N rules)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.pattern import pattern_rule, replacement
from rolwriter.checks.rule import Hit, ParagraphRule, ReportHit, ReportRule, Scene
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.model.report import PartKind, Role
from rolwriter.text.dates import find_dates
from rolwriter.text.years import years_in

_RELATIVE = re.compile(
    r"(?<![比较与同至])(?P<word>今年|去年|上年|明年)(?!同期|度?末)|(?P<this>本年度)(?!报告)"
)
_HAN = "〇○零一二三四五六七八九十"
_SHIFT = {"今年": 0, "去年": -1, "上年": -1, "明年": 1}
_SO_FAR = re.compile(
    r"(?:截至|截止|到)目前(?:为止)?(?!的)|截至现在|目前为止|(?<![。；，])目前(?=，?[^。；，]{0,12}(?:共有|已有|已建成)\d)"
)
_OFFSET = {Role.WORK: 0, Role.SHORTCOMING: 0, Role.DUTY: 0, Role.PLAN: 1}


def _relative_years(text: str, scene: Scene) -> Iterator[Hit]:
    """今年, 去年: another year as soon as the text is read in another year."""
    if scene.kind not in (PartKind.CHAPTER, PartKind.PREAMBLE):
        return
    for match in _RELATIVE.finditer(text):
        said = f"年度报告中写具体年份，不用“{match.group()}”。"
        fixes = ()
        if scene.year:
            shift = _SHIFT.get(match.group(), 0)
            new = f"{scene.year + shift}年{'度' if match['this'] else ''}"
            fixes = (replacement(new),)
        yield Hit(*match.span(), said, fixes)


def _undated(text: str, scene: Scene) -> Iterator[Hit]:
    for match in _SO_FAR.finditer(text):
        said = f"“{match.group()}”没有写明日期，请写成“截至某年某月某日”。"
        fixes = (replacement(f"截至{scene.year}年12月31日"),) if scene.year else ()
        yield Hit(*match.span(), said, fixes)


def _no_such_day(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    if "日" not in text or "月" not in text:
        return
    for day in find_dates(text):
        words = text[day.start : day.end]
        if day.value is None and re.search(r"\d月\D{0,2}\d{1,2}\s?日", words):
            yield Hit(day.start, day.end, f"没有“{words}”这一天，请核对。")


def _arabic(match: re.Match[str]) -> str:
    day = find_dates(f"{match.group()}1日" if "日" not in match.group() else match.group())
    value = day[0].value if day else None
    if value is None:
        return match.group()
    return f"{value.year}年{value.month}月" + (f"{value.day}日" if "日" in match.group() else "")


def _mixed_or_whole(match: re.Match[str]) -> bool:
    """Whether a date is NOT a mixture of Han and Arabic numerals."""
    return not (
        re.search(r"\d", match.group()) and re.search("[一二三四五六七八九]", match.group())
    )


def _years_of_headings(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """The title's and the chapters' years against the year reported on.

    A heading that names several years, or none, proves nothing.
    """
    del catalogue
    year = project.report.year
    if year is None:
        return
    for part in project.report.parts:
        if part.kind is PartKind.TITLE:
            lines, right, what = part.paragraphs, year, "标题"
        elif part.heading and part.role and part.role in _OFFSET:
            lines, right = (part.heading,), year + _OFFSET[part.role]
            what = "下一年度安排的标题" if part.role is Role.PLAN else "本章标题"
        else:
            continue
        tokens = [(p, token) for p in lines for token in years_in(p.text) if not token.in_title]
        if len(tokens) == 1 and tokens[0][1].year != right:
            paragraph, token = tokens[0]
            said = f"报告年度是{year}年，{what}应写{right}年，这里是{token.year}年。"
            place = Location(paragraph.id, token.span.start, token.span.end)
            yield ReportHit(place, said, (replacement(f"{right}"),))


PARAGRAPH_RULES = (
    pattern_rule(
        "N07",
        r"(?<=[年月])0(?P<number>[1-9])(?P<unit>[月日])",
        "月、日不编虚位，应为“{fix}”。",
        needs=("年0", "月0"),
        fix=r"\g<number>\g<unit>",
        safe=True,
        in_titles=False,
    ),
    pattern_rule(
        "N14",
        r"(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年(?:\d{1,2}|[一二三四五六七八九]|十[一二]?)月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)?",
        "一个日期里汉字数字和阿拉伯数字不混用，应为“{fix}”。",
        # a Han numeral beside 年 or 月
        needs=(*(f"{unit}{n}" for unit in "年月" for n in _HAN), *(f"{n}年" for n in _HAN)),
        fix=_arabic,
        unless=_mixed_or_whole,
        in_titles=False,
    ),
    ParagraphRule("D02", _relative_years, frozenset({*_SHIFT, "本年度"})),
    pattern_rule(
        "D03",
        r"(?<!报名)(?<!申报)(?<!征集)(?<!投标)截止到?(?=\s?(?:20\d\d|19\d\d|\d{1,2}月|二〇|目前|今年|去年|年底|本月|现在|当前|发稿|上年))",
        "与时间连用的是“截至”；“截止”是停止的意思，后面不带时间。",
        needs=("截止",),
        fix=lambda _: "截至",
        safe=True,
    ),
    ParagraphRule("D04", _undated, frozenset({"目前", "截至现在"})),
    ParagraphRule("D05", _no_such_day, frozenset("日")),
)
REPORT_RULES = (ReportRule("D01", _years_of_headings),)
