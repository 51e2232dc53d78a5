"""For every rule on the report the smallest project it speaks of, and one it leaves alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer, Promise, PromiseKind
from rolwriter.model.report import Carry, PartKind, Report
from tests.checks.report_maker import ORGAN, YEAR, linked, project, report, with_part

_BODY = "全年制定制度15项，开展培训6次，审查合同86份，未发生行政诉讼和行政复议。"
_HEADINGS = (
    "一、主要成效",
    "二、第一责任人履职情况",
    "三、存在的不足和原因",
    "四、2025年工作安排",
)
WHOLE = "\n".join(f"{heading}\n{_BODY}" for heading in _HEADINGS)
_TITLE = "关于2024年法治政府建设情况的报告"
_VAGUE = "坚持以人民为中心，不断增强责任意识和大局意识，持续推动各项任务落地落实。" * 4
_GAPS = "一、存在的不足和原因\n{}\n二、2025年工作安排\n{}"
_POOR = "一是信息化平台应用不够。原因是投入不足。"
_MEETINGS = Figure("f1", "党组会", "次", Decimal(33), state=FigureState.REPORTED)
_SAME = replace(_MEETINGS, previous=Decimal(33))
_OLD = Figure("f1", "党组会", "次", previous=Decimal(33), previous_text="33次")
_TOLD = linked("召开党组会33次。", ("33次", "f1"))
_PROMISE = Promise("m1", PromiseKind.PLAN, "一是建立联合审核小组。", "q1")


@dataclass(frozen=True, slots=True)
class Case:
    """What is wrong, the very words the rule is to point at, and what is right."""

    wrong: Project
    words: str
    right: Project


def _texts(wrong: str, words: str, right: str) -> Case:
    return Case(project(wrong), words, project(right))


def _ledgers(text: Report, words: str, *figures: tuple[Figure, ...]) -> Case:
    wrong, right = (Project(report=text, ledger=ledger) for ledger in figures)
    return Case(wrong, words, right)


def _beside_last_year(last: str, wrong: str, words: str, right: str) -> Case:
    previous = report(last, year=YEAR - 1, prefix="q")
    return Case(project(wrong, previous=previous), words, project(right, previous=previous))


def _with(base: str, kind: PartKind, wrong: str, right: str, words: str) -> Case:
    held = report(base)
    return Case(
        Project(report=with_part(held, kind, wrong)),
        words,
        Project(report=with_part(held, kind, right)),
    )


def _unread(carry: Carry) -> Project:
    text = report("一、主要成效\n落实各项任务。")
    (part,) = text.parts
    heading, last = part.paragraphs
    part = replace(part, paragraphs=(heading, replace(last, carry=carry)))
    return Project(report=replace(text, parts=(part,)))


def _sums() -> Case:
    total = next(s for topic in load_catalogue().topics.values() for s in topic.sum)
    parts = [Figure(f"p{n}", p, "件", Decimal(10), field=p) for n, p in enumerate(total.parts)]
    whole = Figure("f0", "合计", "件", Decimal(99), field=total.total)
    right = replace(whole, value=Decimal(10 * len(parts)))
    text = linked("共办理99件。", ("99件", "f0"))
    return _ledgers(text, "99件", (whole, *parts), (right, *parts))


def _signed() -> Report:
    text = with_part(report(WHOLE), PartKind.SIGNATURE, ORGAN)
    return with_part(text, PartKind.ISSUE_DATE, "2025年1月20日")


CASES: dict[str, Case] = {
    "F01": Case(
        Project(report=linked("召开党组会35次。", ("35次", "f1")), ledger=(_MEETINGS,)),
        "35次",
        Project(report=_TOLD, ledger=(_MEETINGS,)),
    ),
    "F02": Case(
        Project(
            report=linked("党组会33次。全年党组会35次。", ("33次", "f1"), ("35次", "f1")),
            ledger=(replace(_MEETINGS, value=None),),
        ),
        "35次",
        Project(
            report=linked("党组会33次。全年党组会33次。", ("33次", "f1"), ("33次", "f1")),
            ledger=(replace(_MEETINGS, value=None),),
        ),
    ),
    "F03": _texts(
        "一、工作成效\n共召开党组会33次。\n二、第一责任人履职\n全年召开党组会35次。",
        "35次",
        "一、工作成效\n共召开党组会33次。\n二、第一责任人履职\n全年召开党组会33次。",
    ),
    "F04": _texts(
        "一、工作成效\n全年召开党组会33次。\n二、第一责任人履职\n召开党组会三十三次。",
        "三十三次",
        "一、工作成效\n全年召开党组会33次。\n二、第一责任人履职\n召开党组会33次。",
    ),
    "N12": _texts(
        "办理案件74件，其中简易程序1件、普通程序75件。",
        "75件",
        "办理案件74件，其中简易程序1件、普通程序73件。",
    ),
    "F06": _texts(
        "办理案件74件，其中简易程序1件、普通程序72件。",
        "74件",
        "办理案件74件，其中简易程序1件、普通程序73件。",
    ),
    "F07": _texts(
        "车辆48辆，其中新能源汽车30辆，占60%。",
        "60%",
        "车辆48辆，其中新能源汽车30辆，占62.5%。",
    ),
    "F08": _beside_last_year(
        "一、工作成效\n办理行政处罚案件33件。",
        "一、工作成效\n办理行政处罚案件41件，同比增加9件。",
        "9件",
        "一、工作成效\n办理行政处罚案件41件，同比增加8件。",
    ),
    "F09": _texts("召开党组会33次，专题党组会5次。", "5次", "召开党组会33次，其中专题党组会5次。"),
    "F10": _ledgers(_TOLD, "33次", (_SAME,), (replace(_SAME, state=FigureState.VERIFIED),)),
    "F11": _sums(),
    "F12": _beside_last_year(
        "一、工作成效\n审查合同文本86份。",
        "一、工作成效\n审查合同文本86份。",
        "86份",
        "一、工作成效\n审查合同文本91份。",
    ),
    "N13": _texts(
        "一、工作成效\n办理复议案件12件。\n二、第一责任人履职\n及时办理复议案件12起。",
        "12起",
        "一、工作成效\n办理复议案件12件。\n二、第一责任人履职\n及时办理复议案件12件。",
    ),
    "S01": _texts(f"一、主要成效\n{_BODY}", "", WHOLE),
    "S16": _texts(f"一、主要成效\n二、存在的不足和原因\n{_BODY}", "一、主要成效", WHOLE),
    "S17": _texts(
        f"一、坚持党的领导，把牢方向\n{_BODY}\n二、规范权力运行，提升质效\n{_BODY}", "", WHOLE
    ),
    "S04": _texts("我县高度重视。", "我县", "我局高度重视。"),
    "S05": _texts(
        f"{ORGAN}关于2024年法治政府建设，工作情况的报告\n{WHOLE}",
        "，",
        f"{ORGAN}{_TITLE}\n{WHOLE}",
    ),
    "S18": _texts(f"{_TITLE}\n{WHOLE}", _TITLE, f"{ORGAN}{_TITLE}\n{WHOLE}"),
    "S07": _texts(
        _GAPS.format("一是普法形式不够丰富。今后还要努力。", _BODY),
        "一是普法形式不够丰富。",
        _GAPS.format(_POOR, _BODY),
    ),
    "S02": _texts(
        _GAPS.format(_POOR, "一是加强普法宣传。开展宪法宣传周活动。"),
        "一是信息化平台应用不够。",
        _GAPS.format(_POOR, "一是升级信息化平台。完成数据对接。"),
    ),
    "S08": _texts(f"一、主要成效\n{_VAGUE}", _VAGUE, f"一、主要成效\n{_VAGUE}召开会议3次。"),
    "S09": _texts(f"一、主要成效\n{'事' * 3500}", "", f"一、主要成效\n{'事' * 2800}"),
    "S10": _texts(f"一、主要成效\n{'事' * 5200}", "", f"一、主要成效\n{'事' * 2800}"),
    "S11": _texts(
        "2024年，澄川区司法局坚持依法行政。",
        "澄川区司法局",
        "2024年，云溪区司法局坚持依法行政。",
    ),
    "S12": Case(
        project(WHOLE, promises=(_PROMISE,)),
        "",
        project(WHOLE, promises=(replace(_PROMISE, answer=Answer.DONE, place="p1"),)),
    ),
    "S13": Case(project(WHOLE), "", Project(report=_signed())),
    "S14": _with(WHOLE, PartKind.SIGNATURE, "澄川区司法局", ORGAN, "澄川区司法局"),
    "S15": _texts(
        "一、主要成效\n我局高度重视，本局多次研究。",
        "本局",
        "一、主要成效\n我局高度重视，我局多次研究。",
    ),
    "C01": Case(_unread(Carry.UNREAD), "落实各项任务。", _unread(Carry.CONFIRMED)),
    "C02": _texts(
        "一、主要成效\n2023年，全局召开党组会33次。",
        "2023",
        "一、主要成效\n2024年，全局召开党组会33次，比2023年增加3次。",
    ),
    "C03": _with(WHOLE, PartKind.ISSUE_DATE, "2024年1月20日", "2025年1月20日", "2024年1月20日"),
    "C04": _ledgers(_TOLD, "33次", (_OLD,), (replace(_OLD, value=Decimal(33)),)),
    "S03": _beside_last_year(
        "一、主要成效\n坚持把法治建设纳入年度工作要点一并推进，召开会议5次。",
        "一、主要成效\n坚持把法治建设纳入年度工作要点一并推进，召开会议6次。",
        "一、主要成效",
        "一、主要成效\n全部写的是今年新做的工作和成效。",
    ),
    "Z01": _texts("身份证号11010519491231002X。", "11010519491231002X", "编号110105194912310021。"),
    "Z02": _texts("手机13812345678。", "13812345678", "手机138****5678。"),
    "Z03": _texts("账户6222020200112230301。", "6222020200112230301", "账户6222020200112230302。"),
    "Z04": _texts("查处渝A12345号车。", "渝A12345", "查处渝A***45号车。"),
    "Z05": _texts("寄zhang@example.com。", "zhang@example.com", "寄z***@example.com。"),
    "Z06": _texts(
        "家住云溪区东风街道新华路12号。",
        "云溪区东风街道新华路12号",
        "家住云溪区东风街道***。",
    ),
    "S06": _texts("聘请张建国律师。", "张建国律师", "聘请张某某律师。"),
    "Z08": _texts("秘密★1年", "秘密★1年", "落实《保守国家秘密法》。"),
    "Z09": _texts("被《内部参阅》刊发。", "内部参阅", "被《法治日报》刊发。"),
    "Z10": _texts("云溪委办〔2024〕12号要求", "云溪委办〔2024〕12号", "云溪府发〔2024〕12号要求"),
}
