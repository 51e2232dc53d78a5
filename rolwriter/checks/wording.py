"""Words: misspelt, doubled, out of place, left over (W rules)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from rolwriter.catalog.wording import Wording, load_wording
from rolwriter.checks.pattern import HAN, after, before, inside, pattern_rule, replacement
from rolwriter.checks.phrase_search import PhraseSearch
from rolwriter.checks.private_names import is_masked_name
from rolwriter.checks.rule import Hit, ParagraphRule, Scene
from rolwriter.model.report import PartKind

_WANTS = re.compile(
    r"(?:妥否|当否|可否|以上意见)?[，,]?(?:特此)?(?:恳|敬|呈)?请(?:(?:县|区|市|局|上级|领导|审)\S{0,6})?"
    r"(?:予以|予)?(?:批示|批准|审批|批复|审定|核准|批转)[。！]?"
    r"|(?:妥否|当否|可否)[，,]?请[^。]{0,8}(?:示|复|定|准)[。！]?"
)
_MASKED_NUMBER = re.compile(r"〔\d{4}〕×号")
_NEVER_TWICE = """
    履行 推进 加强 坚持 落实 完善 建设 工作 法治 政府 行政 制度 机制 责任 职责 管理 服务 监督 执法
    规范 强化 提升 提高 深化 健全 建立 推动 促进 保障 实施 贯彻 领导 干部 职工 群众 单位 部门
    机关 依法 决策 公开 审核 审查 措施 问题 整改 成效 情况 全面 深入 切实 有效 进行 能力 水平 体系
    安全 发展 经济 社会 文化 教育 培训 普法 法律 法规 意识 方式 思维 发挥 作用 重点 重大 重要 开展
    参加 召开 会议 办理 处理 化解 矛盾 纠纷 信访 复议 应诉 诉讼 合同 采购 资产 车辆 节能 及时 充分
    严格 认真 积极 主动 持续 不断 通过 按照 关于 对于 以及 并且 由于 因此 为了
"""
"""Words of reports that are not said twice in a row, as 研究研究 may be."""
_OFFICIAL_WORDS = frozenset(_NEVER_TWICE.split())
_LIVELY = frozenset("一不的多少")
"""What makes a longer repetition lively and not a slip: 不敢当不敢当, 土地的土地."""


@dataclass(frozen=True, slots=True)
class _Table:
    """How a rule speaks of its table's rows."""

    rule_id: str
    kind: str
    message: str
    safe: bool = False
    in_titles: bool = True


_TABLES = (
    _Table("W01", "rule_of_law", "固定用语应为“{right}”。", in_titles=False),
    _Table(
        "W02", "powers", "“{wrong}”应为“{right}”：机关行使权力，公民享有权利。", in_titles=False
    ),
    _Table("W04", "names", "规范名称是“{right}”。", safe=True, in_titles=False),
    _Table("W05", "typos", "错别字：“{wrong}”应为“{right}”。", safe=True),
    _Table("W10", "preferred", "“{wrong}”的推荐词形是“{right}”。", in_titles=False),
)


def _table_rules() -> Iterator[ParagraphRule]:
    """A rule a table; all tables are searched in one pass, and each rule takes its own."""

    @cache
    def search() -> PhraseSearch[tuple[_Table, Wording]]:
        """Made when a text first holds a wrong word; most hold none."""
        rows = [(table, row) for table in _TABLES for row in load_wording(table.kind)]
        return PhraseSearch(
            {row.wrong: (table, row) for table, row in rows},
            {word for _, row in rows for word in row.unless},
        )

    @lru_cache(maxsize=4)
    def find(text: str) -> tuple[tuple[int, int, _Table, Wording], ...]:
        return tuple((start, end, *found) for start, end, found in search().find(text))

    def rule(table: _Table) -> ParagraphRule:
        own = load_wording(table.kind)

        def look(text: str, scene: Scene) -> Iterator[Hit]:
            del scene
            for start, end, owner, row in find(text):
                if owner is not table or (not table.in_titles and inside(text, start, "《》")):
                    continue
                said = table.message.format(wrong=row.wrong, right=row.right) + row.note
                yield Hit(start, end, said, (replacement(row.right, safe=table.safe),))

        return ParagraphRule(table.rule_id, look, frozenset(row.wrong for row in own))

    return map(rule, _TABLES)


def _is_no_slip(match: re.Match[str]) -> bool:
    """Whether a doubled word may be good Chinese: 研究研究, 一步一步, 集装箱装箱."""
    word = match["word"]
    if len(word) == 2:
        return word not in _OFFICIAL_WORDS
    return word[0] in "两半几每又越各再" or len(set(word)) < 3 or bool(set(word) & _LIVELY)


def _is_masked(match: re.Match[str]) -> bool:
    """Whether ×× hide what is known: a name (张××律师), a document number (×××〔2024〕×号)."""
    start, end = match.span()
    return match.group().startswith("×") and bool(
        _MASKED_NUMBER.match(match.string, end) or is_masked_name(match.string, start, end)
    )


def _requests(text: str, scene: Scene) -> Iterator[Hit]:
    """A report that asks for a decision; outside of a report only after 特此报告."""
    if "请" not in text:
        return
    in_report = scene.kind is not PartKind.UNPLACED
    if not in_report and "特此报告" not in text:
        return
    for match in _WANTS.finditer(text):
        if before(match, 1) not in set("。！；，报") and match.start() > 0:
            continue
        if re.match(f"[{HAN}]", after(match, 1)) and match.group()[-1] not in "。！":
            continue  # 报请批准逮捕的案件
        said = "报告中不夹带请示事项；需要批准的事应另行请示。"
        yield Hit(*match.span(), said, (replacement(""),))


def rules() -> tuple[ParagraphRule, ...]:
    """The rules of the family, their tables read."""
    return (
        *_table_rules(),
        *PATTERN_RULES,
        ParagraphRule("W08", _requests, frozenset("请")),
    )


PATTERN_RULES = (
    pattern_rule(
        "W06",
        rf"(?P<word>[{HAN}]{{2,4}})(?P<at>(?P=word))",
        "“{words}”重复，请删去一个。",
        fix=lambda _: "",
        unless=_is_no_slip,
    ),
    pattern_rule(
        "W15",
        rf"(?<=[{HAN}])(?P<at>(?<![目有标])的的(?![确士])|(?<![不明])了了(?![解不然]))",
        "“{words}”重复，应为“{fix}”。",
        needs=("的的", "了了"),
        fix=lambda match: match["at"][0],
        safe=True,
    ),
    pattern_rule(
        "W07",
        rf"(?<![A-Za-z\d])[Xx]{{2,}}(?=[{HAN}])|(?<=[{HAN}])[Xx]{{2,}}(?![A-Za-z\d])|×{{2,}}|[_＿]{{2,}}"
        r"|[（(【\[][^（()）【】\[\]]{0,20}(?:待补充|待核实|待确认|待填|此处填|此处插|请填写|此处)"
        r"[^（()）【】\[\]]{0,20}[）)】\]]|待补充(?=[。，；]|$)|(?<=年)[ \u3000]+月[ \u3000]*日",
        "这里还有没填的内容：“{words}”。",
        needs=(
            "XX",
            "xx",
            "Xx",
            "××",
            "__",
            "＿＿",
            "待补充",
            "待核实",
            "待确认",
            "待填",
            "此处",
            "请填写",
            " 月",
            "\u3000月",
        ),
        unless=_is_masked,
    ),
    pattern_rule(
        "W13",
        r"(?P<word>进一步|不断|切实|全面|深入|大力|积极)[^。；，！？、：“”]{1,24}(?P<at>(?P=word))",
        "一个分句里“{words}”用了两次。",
        needs=("进一步", "不断", "切实", "全面", "深入", "大力", "积极"),
        fix=lambda _: "",
    ),
)
