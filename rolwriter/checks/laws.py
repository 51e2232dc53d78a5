"""Names of laws and how their articles are cited (G rules)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.laws import LawTable
from rolwriter.checks.pattern import HAN, before, pattern_rule, replacement
from rolwriter.checks.rule import Hit, ParagraphRule, ReportHit, ReportRule, Scene
from rolwriter.model.finding import Location
from rolwriter.model.project import Project
from rolwriter.text.numerals import han_number
from rolwriter.text.spans import Span, book_titles

STATE_NAME = "中华人民共和国"
_LAW_LIKE = re.compile("(?:法|法典|条例|办法|规定|规则|细则|决定)$")
_REMARK = re.compile(r"[（(][^（()）]*[）)]$")
_PAST = re.compile("原称?$|旧$|废止|修订前|失效|当时|时期")
_REPEAL_REACH = 200
"""In characters: a list of repealed laws ends with the word for it."""
_COUNT = r"(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,6})"
_SHORTEST_NAME = 5
"""Names shorter than this have too many neighbours: 公司法 and 公证法."""
_LONG_NAME = 9
"""From here on two characters may differ."""


_AFTER_NAME = "、，。；和及等的"
_BARE_NAME = re.compile(
    rf"(?:学习|贯彻|落实|执行|依据|根据|按照|依照|违反|遵守|宣传|普及)(?P<name>(?:{STATE_NAME})?"
    rf"[{HAN}]{{2,18}}?(?:法|法典|条例))(?=[{_AFTER_NAME}]|规定|要求)"
)
_BARE_ENDS = frozenset(f"{end}{mark}" for end in "法典例" for mark in f"{_AFTER_NAME}规要")
"""Where a bare name may end: 行政处罚法的, 行政复议法规定."""


def rules(catalogue: Catalogue) -> tuple[ParagraphRule, ...]:
    """The rules of the family for one table of laws."""
    return (
        ParagraphRule("G02", _Misspelt(catalogue.laws), frozenset("《")),
        ParagraphRule("G05", _Repealed(catalogue.laws), frozenset("《")),
        ParagraphRule("G07", _Bare(catalogue.laws), _BARE_ENDS),
        *PATTERN_RULES,
    )


@lru_cache(maxsize=4)
def _named(text: str) -> tuple[tuple[Span, str], ...]:
    """The names in 《》: their place without the marks, and the bare title.

    Remembered for the paragraph at hand, because several rules ask one after another.
    """
    places = (Span(title.start + 1, title.end - 1) for title in book_titles(text))
    return tuple(
        (place, _REMARK.sub("", place.of(text)).strip().removeprefix(STATE_NAME))
        for place in places
    )


class _Misspelt:
    """A name one or two characters away from a listed law; an unlisted name is silence."""

    def __init__(self, laws: LawTable) -> None:
        self._laws = laws
        self._titles = dict[int, list[str]]()
        for title in laws.by_title:
            self._titles.setdefault(len(title), []).append(title)
        # The same few names come again in every paragraph.
        self._right = lru_cache(maxsize=4096)(self._nearest)

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        for place, name in _named(text):
            right = self._right(name)
            if right and not _is_past(text, place):
                start = place.start + place.of(text).find(name)
                said = f"没有查到《{name}》，名称相近的有《{right}》，请核对。"
                yield Hit(start, start + len(name), said, (replacement(right),))

    def _nearest(self, name: str) -> str | None:
        size = len(name)
        if size < _SHORTEST_NAME or not _LAW_LIKE.search(name) or self._laws.find(name):
            return None
        allowed = 2 if size >= _LONG_NAME else 1
        alike = [
            title
            for length in range(max(_SHORTEST_NAME, size - allowed), size + allowed + 1)
            for title in self._titles.get(length, ())
            if _same_kind(name, title)
        ]
        near = process.extractOne(name, alike, scorer=Levenshtein.distance, score_cutoff=allowed)
        return near[0] if near else None


def _is_past(text: str, place: Span) -> bool:
    """Whether the text itself says that the law is of the past: 原《…》, 《…》同时废止."""
    front = text[max(0, place.start - 5) : place.start - 1]
    return bool(_PAST.search(front)) or "废止" in text[place.end : place.end + _REPEAL_REACH]


def _same_kind(name: str, title: str) -> bool:
    """Whether only inner characters differ: another ending or place is another document."""
    return name[:1] == title[:1] and name[-1:] == title[-1:] and not title.startswith("重庆")


class _Repealed:
    """A law no longer in force in the report's year."""

    def __init__(self, laws: LawTable) -> None:
        self._laws = laws

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        for place, name in _named(text):
            law = self._laws.find(name)
            if law is None or not law.replaced:
                continue
            if law.repealed and scene.year and law.repealed.year > scene.year:
                continue
            if _is_past(text, place):
                continue
            since = (
                f"自{law.repealed.year}年{law.repealed.month}月{law.repealed.day}日起"
                if law.repealed
                else ""
            )
            successor = f"，相关内容见《{law.successor}》" if law.successor else ""
            source = f"（依据：{law.source}）" if law.source else ""
            said = f"《{law.title}》{since}已废止{successor}{source}。"
            fixes = (replacement(law.successor),) if law.successor else ()
            yield Hit(place.start, place.end, said, fixes)


class _Bare:
    """A listed law's name without 《》 behind a word that calls for one."""

    def __init__(self, laws: LawTable) -> None:
        self._laws = laws

    def __call__(self, text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        for match in _BARE_NAME.finditer(text):
            law = self._laws.find(match["name"])
            if law and not law.replaced and len(law.title) >= 4:
                said = f"法律法规的名称要加书名号：《{match['name']}》。"
                yield Hit(*match.span("name"), said, (replacement(f"《{match['name']}》"),))


def _two_names(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """The full name behind the short one: either from the first time on, or never."""
    del catalogue
    short_seen = set[str]()
    for paragraph in project.report.paragraphs:
        for place, name in _named(paragraph.text):
            words = place.of(paragraph.text)
            if not words.startswith(STATE_NAME):
                short_seen.add(name)
            elif name in short_seen and len(name) > 1:
                said = f"前面已用简称《{name}》，全文名称要一致；用全称时应在第一次出现处用。"
                spot = Location(paragraph.id, place.start, place.end)
                yield ReportHit(spot, said, (replacement(words.removeprefix(STATE_NAME)),))


def _in_words(match: re.Match[str]) -> str:
    return re.sub(r"\d+", lambda digits: han_number(int(digits.group())), match.group())


def _is_article(match: re.Match[str]) -> bool:
    """Whether an article of a law is meant, with a number in digits: not bus line 第5条."""
    if not re.search(r"\d", match.group()):
        return False
    law = re.search("(?:》|法|条例|办法|规定|规则|细则)$", before(match, 2))
    return bool(law or match["below"])


def _not_all_regulations(match: re.Match[str]) -> bool:
    """Laws alone may be called 法律; a regulation among them may not."""
    names = re.findall("《([^《》]*)》", match["list"])
    return not any(re.search("(?:条例|办法|规定|细则|规则)$", name) for name in names)


PATTERN_RULES = (
    pattern_rule(
        "G03",
        r"《[^《》]*?(?:法|法典|条例|办法|规定|规则|细则)(?P<at>[（(](?:19|20)\d\d\s?年?(?:第[一二三四五]次)?(?:修正|修订|修改)?(?:版|本)?[）)])》",
        "引用法律不写版本“{words}”。",
        needs="《",
        fix=lambda _: "",
    ),
    pattern_rule(
        "G04",
        rf"第{_COUNT}条(?:之{_COUNT})?(?P<below>(?:第{_COUNT}款)?(?:第[（(]?{_COUNT}[)）]?项)?)",
        "条、款、项的序号用汉字，应为“{fix}”。",
        needs="条",
        fix=_in_words,
        safe=True,
        unless=lambda match: not _is_article(match),
        in_titles=False,
    ),
    pattern_rule(
        "G06",
        r"(?P<list>(?:《[^《》]*》[、和及]?){1,30})等?(?:\d+部)?(?P<at>法律)(?!法规|、|和|规章|文书|援助|知识|制度|责任|效力|顾问|专家|服务|宣传|素养|意识|关系|问题|规定|条文|依据|行为|后果|义务|保障|培训|讲座|程序|行政法规)",
        "所列的有条例、办法等，应称“{fix}”。",
        needs=("》等法律", "》法律", "》等"),
        fix=lambda _: "法律法规",
        unless=_not_all_regulations,
    ),
)
REPORT_RULES = (ReportRule("G01", _two_names),)
