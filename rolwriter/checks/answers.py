"""Each 不足 with its 原因 and the measure of the plan that answers it; last year's promises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rolwriter.catalog.catalogue import Catalogue
from rolwriter.checks.rule import ReportHit, ReportRule
from rolwriter.model.finding import Location
from rolwriter.model.points import Point, points
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer
from rolwriter.model.report import Report, Role
from rolwriter.text.abridge import abridged
from rolwriter.text.items import topic
from rolwriter.text.numbering import numbering_of

_CAUSE = re.compile(
    "原因|由于|因为|源于|缘于|究其|归因|根源|导致|致使|造成|所致|主要是|在于|缺乏|缺少|欠缺|受[^，。]{1,12}(?:影响|制约|限制)|"
    "兼任|兼职|偏紧|依赖|单一|仅靠|不到位|没有[^，。]{0,20}|未能|尚未|跟不上|不足以|重[^，。]{1,6}轻"
)
_CAUSES_ALONE = re.compile("(?:产生|存在)?(?:问题|不足)?的?(?:主要)?原因(?:分析)?")
_CAUSES_OF_ALL = re.compile("(?:产生|存在)?(?:上述)?(?:问题|不足)?的?(?:主要)?原因")
_STOP = re.compile("[。；\n]")
_SUBJECTS = (
    "队伍 人才 专业 力量 编制 人员 法律顾问 公职律师 骨干",
    "普法 宣传 载体 新媒体 宣讲 法治文化 以案释法",
    "学法 学习 培训 素养 意识 法治思维 尊法 用法 旁听",
    "制度 机制 考核 内控 监督 检查 末端 落实",
    "执法 处罚 裁量 案卷 行政检查",
    "决策 合法性 审核 规范性文件 公平竞争 合同 审查",
    "复议 诉讼 应诉 纠纷 调解 信访 矛盾",
    "公开 透明 政务",
    "信息化 数字 平台 数据 智慧 智能",
    "服务 审批 营商 便民 办事",
    "经费 资金 保障 投入",
    "统筹 协调 合力 部门 联动 配合",
)
"""Words of one subject; a shortcoming and a measure that share a subject belong together."""
_EMPTY = re.compile(
    "法治政府建设|法治政府|法治建设|法治|依法行政|建设|工作|进一步|加强|不够|不足|有待|仍需|还需|需要|提高|提升|"
    "健全|完善|强化|存在|问题|方面|着力|持续|深入|推进|全面|水平|能力"
)
_LEAST = 0.12
"""Least share of a shortcoming's word pairs that the measure which answers it has too."""
_SUBJECT_WEIGHT = 0.25


@dataclass(frozen=True, slots=True)
class Pair:
    """A shortcoming with what answers it, for a table the clerk can correct."""

    shortcoming: Point
    cause: str
    """The sentence that says why; empty when none was found."""
    measure: Point | None
    """The likeliest measure of the plan; None when nothing is like it."""
    by_hand: bool = False


def pairs(project: Project, chosen: Mapping[str, str] | None = None) -> list[Pair]:
    """Each shortcoming with its cause and the measure that answers it.

    ``chosen`` holds what the clerk has corrected: a shortcoming's topic to the topic
    of its measure, or to "" for none; without it, what the project keeps. A measure
    that stands in the plan no more corrects nothing.
    """
    if chosen is None:
        chosen = {pairing.shortcoming: pairing.measure for pairing in project.pairings}
    plan = points_of(project.report, Role.PLAN)
    by_topic = {point.topic: point for point in plan}
    general = _general_cause(project.report)
    found = list[Pair]()
    for point in points_of(project.report, Role.SHORTCOMING):
        said = chosen.get(point.topic)
        by_hand = said is not None and (not said or said in by_topic)
        measure = by_topic.get(said or "") if by_hand else _likeliest(point, plan)
        found.append(Pair(point, _cause(point) or general, measure, by_hand))
    return found


def points_of(report: Report, role: Role) -> list[Point]:
    """The points of the chapters of a role; a heading for the causes of all is none."""
    chapters = (part for part in report.chapters if part.role is role)
    return [p for part in chapters for p in points(part) if not _only_causes(p.topic)]


def _only_causes(words: str) -> bool:
    """（二）原因分析 is no shortcoming but the causes of all."""
    return bool(_CAUSES_ALONE.fullmatch(words))


def _general_cause(report: Report) -> str:
    for part in report.chapters:
        if part.role is Role.SHORTCOMING:
            for paragraph in part.body:
                numbering = numbering_of(paragraph.text)
                head = paragraph.text[numbering.marker_end if numbering else 0 :][:20]
                if _CAUSES_OF_ALL.match(head):
                    return head
    return ""


def _cause(point: Point) -> str:
    """The first sentence after the topic that tells why, or the topic itself."""
    sentences = _STOP.split(point.told)
    if topic(sentences[0]) == point.topic:
        sentences = [*sentences[1:], sentences[0]]
    found = (sentence.strip() for sentence in sentences if _CAUSE.search(sentence))
    return next(found, point.topic if _CAUSE.search(point.topic) else "")


def _likeliest(point: Point, plan: Sequence[Point]) -> Point | None:
    scored = [
        (likeness(point.topic, point.told, f"{measure.topic}\n{measure.told}"), measure)
        for measure in plan
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _LEAST else None


@lru_cache(maxsize=1024)
def likeness(subject: str, shortcoming: str, measure: str) -> float:
    """How much a measure answers a shortcoming: common subjects, then common word pairs."""
    common = sum(
        any(word in subject for word in words.split())
        and any(word in measure for word in words.split())
        for words in _SUBJECTS
    )
    wanted, had = _word_pairs(subject), _word_pairs(measure)
    share = len(wanted & had) / len(wanted) if wanted else 0.0
    rest = _word_pairs(shortcoming)
    share += 0.5 * len(rest & had) / len(rest) if rest else 0.0
    return share + _SUBJECT_WEIGHT * common


def _word_pairs(text: str) -> set[str]:
    bare = _EMPTY.sub(" ", text)
    return {
        bare[place : place + 2]
        for place in range(len(bare) - 1)
        if "\u4e00" <= bare[place] <= "\u9fff" and "\u4e00" <= bare[place + 1] <= "\u9fff"
    }


def _place(point: Point) -> Location:
    return Location(point.paragraph_id, point.start, point.end)


def _unanswered(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """A shortcoming for which the plan has nothing; silent while there is no plan at all."""
    del catalogue
    if not points_of(project.report, Role.PLAN):
        return
    for pair in pairs(project):
        if pair.measure is None:
            said = f"没有看到与“{abridged(pair.shortcoming.topic)}”对应的下一年度措施，请核对。"
            yield ReportHit(_place(pair.shortcoming), said)


def _without_cause(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    del catalogue
    for pair in pairs(project):
        if not pair.cause:
            said = f"“{abridged(pair.shortcoming.topic)}”只写了不足，没有写原因。"
            yield ReportHit(_place(pair.shortcoming), said)


def _waiting_promises(project: Project, catalogue: Catalogue) -> Iterator[ReportHit]:
    """Last year's plan and shortcomings nobody has answered: one finding for all of them."""
    del catalogue
    waiting = [p for p in project.promises if p.answer is Answer.WAITING]
    if waiting:
        first = abridged(topic(waiting[0].text))
        more = f"等{len(waiting)}项" if len(waiting) > 1 else ""
        said = f"去年写下的“{first}”{more}今年还没有交代，请在“去年的承诺”中逐项答复。"
        yield ReportHit(Location(), said)


REPORT_RULES = (
    ReportRule("S07", _without_cause),
    ReportRule("S12", _waiting_promises),
    ReportRule("S02", _unanswered),
)
