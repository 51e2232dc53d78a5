from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from rolwriter.checks.amounts import amounts
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.model.project import Project
from tests.checks.report_maker import YEAR, found, linked, project, report, said

MEETINGS = Figure("f1", "党组会", "次", Decimal(33), state=FigureState.REPORTED)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("33次", "33", "33"),
        ("1500余场次", "1500", "1600"),
        ("1508余场次", "1508", "1509"),
        ("约2.5万次", "24000", "26000"),
        ("68万公里", "675000", "685000"),
        ("79.5%", "79.45", "79.55"),
        ("近100件", "0", "100"),
    ],
)
def test_a_hedge_is_taken_at_its_word(words: str, low: str, high: str) -> None:
    (amount,) = amounts(f"全年办理{words}。")
    assert (amount.low, amount.high) == (Decimal(low), Decimal(high))


def test_linked_words_that_differ_from_the_ledger_are_found_with_the_ledgers_words() -> None:
    text = linked("2024年召开党组会35次。", ("35次", "f1"))
    assert found("F01", Project(report=text, ledger=(MEETINGS,))) == ["35次"]


def test_linked_words_that_agree_or_round_the_ledgers_value_are_left() -> None:
    text = linked("召开党组会33次，出行约2.5万次。", ("33次", "f1"), ("约2.5万次", "f2"))
    trips = Figure("f2", "公务出行", "次", Decimal(25132))
    assert found("F01", Project(report=text, ledger=(MEETINGS, trips))) == []


def test_words_linked_to_a_figure_that_did_not_happen_are_found() -> None:
    text = linked("办理行政复议2件。", ("2件", "f1"))
    none = Figure("f1", "行政复议", "件", state=FigureState.NONE)
    assert found("F01", Project(report=text, ledger=(none,))) == ["2件"]


def test_one_figure_told_with_two_values_is_found_where_the_ledger_has_none() -> None:
    empty = replace(MEETINGS, value=None)
    text = linked("召开党组会33次。全年党组会35次。", ("33次", "f1"), ("35次", "f1"))
    assert found("F02", Project(report=text, ledger=(empty,))) == ["35次"]
    same = linked("召开党组会33次。全年党组会33次。", ("33次", "f1"), ("33次", "f1"))
    assert found("F02", Project(report=same, ledger=(empty,))) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2024年共召开党组会33次。", "全年召开党组会议35次。", ["35次"]),
        ("2024年共召开党组会33次。", "全年召开党组会议33次。", []),
        ("全年会议服务1500余场次。", "全年会议服务1560场次。", []),
        ("全年会议服务1508余场次。", "全年会议服务1560场次。", ["1560场次"]),
        ("全年召开党组会33次。", "上半年召开党组会15次。", []),
        ("全年召开党组会33次。", "2023年召开党组会28次。", []),
        ("办理行政处罚案件33件。", "其中行政处罚案件5件适用简易程序。", []),
    ],
)
def test_one_name_with_two_values_in_two_paragraphs_is_found(
    first: str, second: str, expected: list[str]
) -> None:
    assert found("F03", f"一、工作成效\n{first}\n二、第一责任人履职\n{second}") == expected


def test_who_did_it_is_no_part_of_a_figures_name() -> None:
    text = "一、工作成效\n2024年，全局召开党组会33次。\n二、第一责任人履职\n全年召开党组会35次。"
    assert found("F03", text) == ["35次"]


def test_the_plan_may_name_another_number() -> None:
    assert found("F03", "一、工作成效\n召开党组会33次。\n二、工作安排\n召开党组会40次。") == []


def test_one_number_in_words_and_in_digits_is_a_hint() -> None:
    text = "一、工作成效\n全年召开党组会33次。\n二、第一责任人履职\n召开党组会{}次。"
    assert found("F04", text.format("三十三")) == ["三十三次"]
    assert found("F04", text.format("33")) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("办理案件74件，其中简易程序1件、普通程序75件。", ["75件"]),
        ("办理案件74件。其中，简易程序1件，普通程序75件。", ["75件"]),
        ("办理案件74件，其中简易程序1件、普通程序73件。", []),
        ("检查企业120家，发现隐患30处，其中重大隐患45处。", ["45处"]),
        ("受理案件20件，其中维持15件，办理行政诉讼案件25件。", []),
        ("清理文件339件，分别为保留139件、修改18件、废止180件。", ["339件"]),
        ("清理文件339件，分别为保留139件、修改18件、废止182件。", []),
        ("开展检查12次、督查5次，共计18次。", ["18次"]),
        ("开展检查12次、督查5次，共计17次。", []),
        ("开展检查12次，整改问题5个，共计投入20万元。", []),
        ("发放资料1200余份，其中宣传册1250份。", []),
        ("召开党组会33次，专题党组会5次，其中“三重一大”议定事项63项。", []),
        ("经费增加88万元，增长10%。其中，普法经费354万元。", []),
        ("经费支出442万元，增加88万元。其中，普法经费554万元。", ["554万元"]),
        ("平均每个科室有3.2人。其中，法规科15人。", []),
        ("户均用水3吨，其中大院用水45吨。", []),
        ("每平方米租金600元，其中临街房屋950元／平方米。", []),
        ("最高一天接待120人，其中团体140人次。", []),
        ("建成两台33千瓦机组，其中60千瓦用于备用。", []),
        ("设有监测点215个，其中包括机关、学校和企业等，5600个样本进入数据库。", []),
        ("设大项4个，其中小项共40个。", []),
        ("拨付补助800万元，其中的一部分用于清偿，结余仍有7700万元。", []),
        ("处理事故7件，其中轻微1件（1人），一般3件（3人），较大3件（3人）。", []),
        ("受理公共法律服务事项12件，其中公共资源交易15件。", ["15件"]),
    ],
)
def test_a_part_greater_than_all_and_sums_that_do_not_add_up_are_found(
    text: str, wrong: list[str]
) -> None:
    assert found("N12", text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("办理案件74件，其中简易程序1件、普通程序72件。", ["74件"]),
        ("办理案件74件，其中简易程序1件、普通程序73件。", []),
        ("受理复议案件20件（维持12件、撤销9件）。", ["20件"]),
        ("受理复议案件20件（维持12件、撤销8件）。", []),
        ("在编干部36人，其中党员30人、女性15人。", []),
        ("收录制度40项，其中重点制度26项、具有强制效力的制度23项。", []),
    ],
)
def test_parts_that_together_exceed_or_miss_the_total_are_found(
    text: str, wrong: list[str]
) -> None:
    assert found("F06", text) == wrong


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("车辆48辆，其中新能源汽车30辆、占{}。", ("60%", "62.5%")),
        ("办理案件41件，同比增加8件，增长{}。", ("34.2%", "24.2%")),
        ("办理案件由33件增加到41件，增长{}。", ("42%", "24%")),
        ("办理案件41件，比上年的33件增长{}。", ("42%", "24.2%")),
        ("2023年办理案件33件，2024年办理案件41件，增长{}。", ("42%", "24%")),
        ("每百公里费用由200元下降到41元，下降{}。", ("97.5%", "79.5%")),
        ("收到建议提案12件，办结11件，办结率{}。", ("100%", "91.7%")),
        ("应参训22人，实际参训20人，参训率{}。", ("95%", "90.9%")),
        ("满意率由92%提高到98%，提高{}。", ("5个百分点", "6个百分点")),
        ("在编干部36人，其中党员20人，占{}。", ("近四成", "过半")),
        ("培训干部200人，占全局干部总数250人的{}。", ("70%", "80%")),
        ("案件由20件增加到{}，翻一番。", ("30件", "40件")),
        ("办理案件62件，同比增长{}（2023年50件）。", ("20%", "24%")),
        ("办理案件62件，同比增长{}（上年同期为50件）。", ("20%", "24%")),
        ("办公费支出同比下降{}，由100万元降到30万元。", ("60%", "70%")),
    ],
)
def test_a_percentage_is_recomputed_from_the_numbers_beside_it(
    wrong: str, right: tuple[str, str]
) -> None:
    assert found("F07", wrong.format(right[0])) in ([right[0]], ["翻一番"])
    assert found("F07", wrong.format(right[1])) == []


@pytest.mark.parametrize(
    "text",
    [
        "行驶里程达68万公里，节省燃油约5.44万升，每百公里运行费用下降79.5%。",
        "在编干部36人全部完成测试，参试率和通过率均为100%。",
        "受理举报50件，立案20件，办结20件，办结率100%。",
        "办理案件20件，其中行政处罚5件，占全区案件的12%。",
        "办理案件约2.5万件，其中简易程序1.3万件，占52%。",
        "服务对象满意率达98.6%，能耗同比下降3.2%。",
        "开工项目20个，其中新建12个、续建8个，开工率100%。",
        "办结案件20件，其中按期办结18件，办结率100%。",
        "受理案件151件，同比增长128.8%，其中已办结135件。",
        "接到来信273件，已办结250件，办结率91%。",
        "服务企业20家、个体户45家，其中小微企业占50%。",
        "走访群众627户，其中联合起来增收的占35%。",
        "办理案件62件，同比增长20%（其中行政处罚50件）。",
        "办理案件62件，同比增长20%（含上年结转12件）。",
        "能耗同比下降3%，由20个单位增加到30个单位参加。",
        "来访62件，办结率提高3%，群众来信增长20%（2023年50件）。",
        "办公费下降20%，由3个科室压缩到2个科室管理。",
    ],
)
def test_percentages_that_follow_from_nothing_beside_them_are_left(text: str) -> None:
    assert found("F07", text) == []


def test_the_message_shows_the_arithmetic_and_the_fix_the_right_number() -> None:
    ((message, fixes),) = said("F07", "车辆48辆，其中新能源汽车30辆、占60%。")
    assert "30÷48＝62.5%" in message
    assert fixes == ["62.5%"]


def test_growth_is_recomputed_from_last_years_value_in_the_ledger() -> None:
    figure = replace(MEETINGS, value=Decimal(41), previous=Decimal(33))
    for words, expected in (("42%", ["42%"]), ("24%", []), ("24.2%", [])):
        text = linked(f"召开党组会41次，同比增长{words}。", ("41次", "f1"))
        assert found("F08", Project(report=text, ledger=(figure,))) == expected


def test_growth_is_recomputed_from_the_same_name_in_last_years_report() -> None:
    last = report("一、工作成效\n办理行政处罚案件33件。", year=YEAR - 1, prefix="q")
    text = "一、工作成效\n办理行政处罚案件41件，同比增加{}件。"
    assert found("F08", project(text.format(9), previous=last)) == ["9件"]
    assert found("F08", project(text.format(8), previous=last)) == []


def test_points_are_recomputed_from_last_years_rate() -> None:
    rate = Figure("f1", "满意率", "%", Decimal(98), previous=Decimal(92))
    for words, expected in (("5个百分点", ["5个百分点"]), ("6个百分点", [])):
        text = linked(f"满意率98%，同比提高{words}。", ("98%", "f1"))
        assert found("F08", Project(report=text, ledger=(rate,))) == expected


def test_a_number_that_may_be_part_of_the_one_before_is_a_hint() -> None:
    assert found("F09", "召开党组会33次，专题党组会5次。") == ["5次"]
    assert found("F09", "召开党组会33次，其中专题党组会5次。") == []
    assert found("F09", "召开党组会33次，另召开专题党组会5次。") == []


def test_a_value_equal_to_last_years_is_a_hint_until_it_is_verified() -> None:
    same = replace(MEETINGS, previous=Decimal(33))
    text = linked("召开党组会33次。", ("33次", "f1"))
    assert found("F10", Project(report=text, ledger=(same,))) == ["33次"]
    verified = replace(same, state=FigureState.VERIFIED)
    assert found("F10", Project(report=text, ledger=(verified,))) == []


def test_a_total_of_the_ledger_is_recomputed_as_the_catalogue_says() -> None:
    from rolwriter.catalog.catalogue import load_catalogue

    total = next(s for topic in load_catalogue().topics.values() for s in topic.sum)
    parts = [
        Figure(f"f{n}", part, "件", Decimal(10), field=part)
        for n, part in enumerate(total.parts, 1)
    ]
    text = linked("共办理99件。", ("99件", "f0"))
    for value, expected in ((99, ["99件"]), (10 * len(parts), [])):
        whole = Figure("f0", "合计", "件", Decimal(value), field=total.total)
        assert found("F11", Project(report=text, ledger=(whole, *parts))) == expected


def test_a_figure_no_link_covers_with_last_years_value_is_a_hint() -> None:
    last = report("一、工作成效\n审查合同文本86份。", year=YEAR - 1, prefix="q")
    text = "一、工作成效\n审查合同文本{}份。"
    assert found("F12", project(text.format(86), previous=last)) == ["86份"]
    assert found("F12", project(text.format(91), previous=last)) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("普法经费支出20万元。", "普法经费支出200000元。", ["200000元"]),
        ("普法经费支出20万元。", "普法经费支出20万元。", []),
        ("普法经费支出20万元。", "普法经费支出21万元。", []),
        ("聘请法律顾问5名。", "聘请法律顾问5次。", []),
    ],
)
def test_one_value_in_two_units_is_a_hint(first: str, second: str, expected: list[str]) -> None:
    text = f"一、工作成效\n{first}\n二、第一责任人履职\n{second}"
    assert found("N13", text) == expected
