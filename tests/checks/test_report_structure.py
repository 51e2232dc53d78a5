from __future__ import annotations

import pytest

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.checks.answers import pairs
from rolwriter.checks.extent import words
from rolwriter.checks.families import make_checker
from rolwriter.model.project import Project
from rolwriter.model.promise import Answer, Promise, PromiseKind
from rolwriter.model.report import PartKind
from tests.checks.report_maker import ORGAN, found, project, report, with_part

BODY = "全年制定制度15项，开展培训6次，审查合同86份，未发生行政诉讼和行政复议。"
HEADINGS = (
    "一、主要成效",
    "二、第一责任人履职情况",
    "三、存在的不足和原因",
    "四、2025年工作安排",
)
WHOLE = "\n".join(
    f"{heading}\n{BODY}"
    for heading in (
        "一、主要成效",
        "二、第一责任人履职情况",
        "三、存在的不足和原因",
        "四、2025年工作安排",
    )
)


def test_a_report_with_all_four_roles_is_complete_in_any_order() -> None:
    chapters = WHOLE.replace("一、主要成效", "一、2025年工作安排").replace(
        "四、2025年工作安排", "四、主要成效"
    )
    assert found("S01", WHOLE) == found("S01", chapters) == []


def test_all_that_is_missing_is_one_finding() -> None:
    assert found("S01", f"一、主要成效\n{BODY}") == [""]


def test_a_duty_told_under_a_heading_inside_a_chapter_is_there() -> None:
    text = WHOLE.replace("二、第一责任人履职情况", "（二）履行第一责任人职责")
    assert found("S01", text) == []


def test_a_chapter_of_a_heading_only_is_found() -> None:
    assert found("S16", f"一、主要成效\n二、存在的不足和原因\n{BODY}") == ["一、主要成效"]
    assert found("S16", WHOLE) == []


def test_a_chapter_of_a_few_words_is_not_called_empty() -> None:
    few = Project(report(f"一、主要成效\n工作很多。\n二、存在的不足和原因\n{BODY}"))
    findings = make_checker(load_catalogue()).check(few)
    assert [f.message for f in findings if f.rule_id == "S16" and "只有5字" in f.message]


def test_a_report_in_themes_gets_a_hint_for_what_it_nowhere_says() -> None:
    themes = f"一、坚持党的领导，把牢方向\n{BODY}\n二、规范权力运行，提升质效\n{BODY}"
    assert found("S01", themes) == []
    assert found("S17", themes) == [""]
    said = f"{themes}主要负责人带头学法。存在的问题是力量不足，下一步充实力量。"
    assert found("S17", said) == []


@pytest.mark.parametrize(
    ("organ", "text", "wrong"),
    [
        ("云溪区机关事务服务中心", "我局高度重视。", ["我局"]),
        ("云溪区机关事务服务中心", "我中心高度重视。", []),
        ("云溪区机关事务管理局", "区机关事务局党组多次研究，我局、局党组和全局干部。", []),
        ("云溪区机关事务管理局", "我县各部门。", ["我县"]),
        ("云溪区机关事务管理局", "自我局限的想法，本办法自公布之日起施行。", []),
    ],
)
def test_a_self_name_of_another_kind_of_organ_is_found(
    organ: str, text: str, wrong: list[str]
) -> None:
    assert found("S04", report(text, organ=organ)) == wrong


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("云溪区司法局关于2024年法治政府建设情况的报告", []),
        ("云溪区司法局关于2024年法治政府建设，工作情况的报告", ["，"]),
        ("云溪区司法局关于贯彻落实《规定》“八五”普法情况的报告", []),
    ],
)
def test_marks_in_a_title_are_found(title: str, wrong: list[str]) -> None:
    assert found("S05", f"{title}\n{WHOLE}") == wrong


def test_a_title_that_is_missing_or_names_no_kind_is_found() -> None:
    assert found("S05", WHOLE) == [""]
    titled = with_part(report(WHOLE), PartKind.TITLE, "云溪区2024年法治政府建设情况")
    assert found("S05", titled) == ["云溪区2024年法治政府建设情况"]


def test_a_title_without_organ_or_year_is_a_hint() -> None:
    bare = "关于2024年法治政府建设情况的报告"
    assert found("S18", f"{bare}\n{WHOLE}") == [bare]
    assert found("S18", f"{ORGAN}{bare}\n{WHOLE}") == []


GAPS = "一、存在的不足和原因\n{}\n二、2025年工作安排\n{}"
FORCE = "一是专业力量不够强。主要原因是编制偏紧，缺乏法律人才。"
POOR = "一是信息化平台应用不够。原因是投入不足。"


def test_a_shortcoming_without_a_cause_is_found() -> None:
    bare = "一是普法形式不够丰富。今后还要努力。"
    assert found("S07", GAPS.format(bare, BODY)) == [bare.split("。", maxsplit=1)[0] + "。"]
    assert found("S07", GAPS.format(FORCE, BODY)) == []


def test_a_line_that_only_leads_to_the_shortcomings_needs_no_cause() -> None:
    told = "还存在以下不足：\n（一）专业力量不够强\n主要原因是编制偏紧，缺乏法律人才。"
    assert found("S07", GAPS.format(told, BODY)) == []


def test_a_shortcoming_the_plan_does_not_answer_is_found() -> None:
    answered = "一是升级信息化平台。完成数据对接。"
    other = "一是加强普法宣传。开展宪法宣传周活动。"
    assert found("S02", GAPS.format(POOR, other)) == ["一是信息化平台应用不够。"]
    assert found("S02", GAPS.format(POOR, answered)) == []


def test_pairs_show_the_cause_and_the_likeliest_measure_and_can_be_corrected() -> None:
    plan = "一是加强普法宣传。开展宣传周。二是建强法治队伍。选派骨干参加专业培训。"
    given = project(GAPS.format(FORCE, plan))
    (pair,) = pairs(given)
    assert pair.cause == "主要原因是编制偏紧，缺乏法律人才"
    assert pair.measure is not None
    assert pair.measure.topic == "建强法治队伍"
    (corrected,) = pairs(given, {pair.shortcoming.topic: "加强普法宣传"})
    assert corrected.measure is not None
    assert (corrected.measure.topic, corrected.by_hand) == ("加强普法宣传", True)
    (none,) = pairs(given, {pair.shortcoming.topic: ""})
    assert none.measure is None


def test_causes_in_a_section_of_their_own_serve_all_shortcomings() -> None:
    text = "（一）普法形式不够丰富\n形式较少。\n（二）原因分析\n对需求了解不深。"
    (pair,) = pairs(project(GAPS.format(text, BODY)))
    assert pair.cause == "原因分析"


def test_a_long_paragraph_that_names_nothing_is_a_hint() -> None:
    empty = "坚持以人民为中心，不断增强责任意识和大局意识，持续推动各项任务落地落实。" * 4
    assert found("S08", f"一、主要成效\n{empty}") == [empty]
    assert found("S08", f"一、主要成效\n{empty}召开会议3次。") == []
    assert found("S08", f"一、存在的不足和原因\n{empty}") == []


@pytest.mark.parametrize(
    ("count", "hint", "warning"),
    [(2990, [], []), (3010, [""], []), (5010, [], [""])],
)
def test_the_extent_is_held_against_the_two_limits(
    count: int, hint: list[str], warning: list[str]
) -> None:
    text = f"一、主要成效\n{'事' * (count - 5)}"
    assert words(report(text)) == count
    assert (found("S09", text), found("S10", text)) == (hint, warning)


def test_marks_do_not_count_and_a_number_counts_once() -> None:
    assert words(report("召开会议1508次，占79.5%。")) == 8


def test_another_places_organ_as_subject_is_found() -> None:
    text = "2024年，{}坚持以习近平新时代中国特色社会主义思想为指导。"
    assert found("S11", text.format("澄川区司法局")) == ["澄川区司法局"]
    assert found("S11", text.format("云溪区司法局")) == []
    assert found("S11", text.format("区司法局")) == []
    assert found("S11", text.format("重庆市司法局")) == []


def test_the_name_of_the_organ_whose_report_was_used_is_found() -> None:
    other = report(WHOLE, organ="澄川区公安局", prefix="q")
    text = "一、主要成效\n落实澄川区公安局各项部署。"
    assert found("S11", project(text, previous=other)) == ["澄川区公安局"]
    assert found("S11", project(text.replace("澄川区公安局", ORGAN), previous=other)) == []


def test_promises_that_wait_are_one_finding() -> None:
    waiting = Promise("m1", PromiseKind.PLAN, "一是建立联合审核小组。", "q1")
    done = Promise("m2", PromiseKind.PLAN, "二是开展审计。", "q1", Answer.DONE, "p1")
    assert found("S12", project(WHOLE, promises=(waiting, waiting, done))) == [""]
    assert found("S12", project(WHOLE, promises=(done,))) == []


def test_a_report_without_signature_and_date_gets_one_hint() -> None:
    signed = with_part(report(WHOLE), PartKind.SIGNATURE, ORGAN)
    assert found("S13", WHOLE) == found("S13", signed) == [""]
    assert found("S13", with_part(signed, PartKind.ISSUE_DATE, "2025年1月20日")) == []


def test_a_signature_of_another_organ_is_found() -> None:
    base = report(WHOLE, organ="重庆市云溪区司法局")
    for name, expected in (("云溪区司法局", []), ("澄川区司法局", ["澄川区司法局"])):
        assert found("S14", with_part(base, PartKind.SIGNATURE, name)) == expected


def test_two_ways_to_call_oneself_are_a_hint() -> None:
    assert found("S15", "一、主要成效\n我局高度重视，本局多次研究。") == ["本局"]
    assert found("S15", "一、主要成效\n我局高度重视，局党组和全局干部。") == []


def test_rules_look_at_a_project_without_a_report() -> None:
    assert found("S01", Project()) == [""]
    assert pairs(Project()) == []
