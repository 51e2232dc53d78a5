from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.figures import figures_in


@pytest.mark.parametrize(
    ("text", "value", "unit", "hedge"),
    [
        ("召开局务会33次", "33", "次", ""),
        ("出行约2.5万次", "25000", "次", "约"),
        ("学习10余次", "10", "次", "余"),
        ("会议服务1508余场次", "1508", "场次", "余"),
        ("节省燃油约5.44万升", "54400", "升", "约"),
        ("行驶总里程达68万公里", "680000", "公里", ""),
        ("参考率为100%", "100", "%", ""),
        ("费用下降79.5%", "79.5", "%", ""),
        ("接待352批次", "352", "批次", ""),
        ("资金1,200万元", "12000000", "元", ""),
        ("占地4839平方米", "4839", "平方米", ""),
        ("提高3.2个百分点", "3.2", "个百分点", ""),
        ("发放资料2000份以上", "2000", "份", "以上"),
        ("培训近300人次", "300", "人次", "近"),
        ("绿道全长12千米", "12", "千米", ""),
        ("装机5万千瓦", "50000", "千瓦", ""),
        ("惠及3千人", "3000", "人", ""),
        ("出车3趟", "3", "趟", ""),
    ],
)
def test_a_figure_is_read_with_value_unit_and_hedge(
    text: str, value: str, unit: str, hedge: str
) -> None:
    (token,) = figures_in(text)
    assert (f"{token.value.normalize():f}", token.unit, token.hedge) == (value, unit, hedge)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，全面推进",
        "2024年度工作",
        "12月4日国家宪法日",
        "2021—2025年",
        "“三重一大”事项和“三会一课”",
        "党的二十大和二十届三中全会",
        "“八五”普法",
        "两江四岸",
        "一是坚持学习",
        "云府发〔2024〕12号",
        "第12条第3款",
        "拨打12345热线",
        "《2024年工作要点（共3项）》",
        "上午9:30召开",
        "1.加强学习",
        "（1）加强学习",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert figures_in(text) == []


def test_the_members_of_a_list_share_the_last_unit() -> None:
    tokens = figures_in("分别受理12、15和18件")
    assert [(t.text, t.unit) for t in tokens] == [("12", "件"), ("15", "件"), ("18件", "件")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2023年共召开局务会18次", "局务会"),
        ("参考率和达标率均为100%", "参考率和达标率"),
        ("创建“节水型单位”16家", "节水型单位"),
        ("修订《采购办法》等制度20项", "制度"),
        ("2024 年组织培训3次", "培训"),
        ("一是召开党组会33次", "党组会"),
        ("登记车辆30辆，占62.5%。", "登记车辆占比"),
        ("占62.5%。", "占"),
        ("全区共有34辆电动车辆投入运行。", "电动车辆投入运行"),
        ("全区34辆。", "全区"),
    ],
)
def test_the_words_before_a_figure_name_it(text: str, name: str) -> None:
    assert figures_in(text)[-1].name == name


@given(
    st.text(st.sampled_from("0123456789.,%万千亿余约近次件人、和年月《》“”。党组会 "), max_size=60)
)
def test_every_figure_stands_where_it_says(text: str) -> None:
    for token in figures_in(text):
        assert token.span.of(text) == token.text


@pytest.mark.long
def test_a_long_list_takes_time_in_proportion_to_its_length() -> None:
    seconds = list[float]()
    for length in (20_000, 80_000):
        start = time.process_time()
        assert figures_in("12、" * (length // 3)) == []
        seconds.append(time.process_time() - start)
    assert seconds[1] < 8 * seconds[0]
