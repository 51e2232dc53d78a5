from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.text.titles import parse_title

_TITLES = [
    # lines, authority, year
    ("某区机关事务管理局|关于2024年法治政府建设情况的报告", "某区机关事务管理局", 2024),
    ("某区机关事务管理局关于|2024年推进法治政府|建设情况的报告", "某区机关事务管理局", 2024),
    ("某区 机关事务 管理局|关于 2024 年 法治政府建设 情况的报告", "某区机关事务管理局", 2024),
    ("某区人民政府关于2024年度法治政府建设工作情况的报告", "某区人民政府", 2024),
    ("2020年某区法治政府建设情况报告", "某区", 2020),
    ("某区2025年法治政府建设工作年度报告", "某区", 2025),
    ("某区交通局关于2023年交通法治政府建设情况的报告", "某区交通局", 2023),
    ("关于2023年交通法治政府建设情况的报告", "", 2023),
    ("关于法治政府建设情况的报告", "", None),
    ("法治政府建设年度报告", "", None),
    ("2024年度法治政府建设年度报告", "", 2024),
    ("2024年度推进法治政府建设工作总结", "", 2024),
    ("某某局2024年法治政府建设工作总结及2025年工作计划", "某某局", 2024),
    ("某某局法治政府建设情况报告（2024年）", "某某局", 2024),
    ("某某局法治政府建设2024年度报告", "某某局", 2024),
    ("2021年上半年法治政府建设工作情况报告", "", 2021),
    ("某县人民政府关于某县2023年度法治政府建设工作总结的报告", "某县人民政府", 2023),
    ("某镇2025年度推进法治政府建设工作情况的报告（送审稿）", "某镇", 2025),
    ("某市机关事务局二〇二四年度法治政府建设年度报告", "某市机关事务局", 2024),
    ("某某局2024年度法治政府建设自查报告", "某某局", 2024),
    ("某某局2024年依法行政工作报告", "某某局", 2024),
    ("某某委员会关于2024年推进法治建设工作情况的汇报", "某某委员会", 2024),
    (
        "中共某区委教育工作委员会|某区教育委员会|关于2024年推进法治政府建设情况的报告",
        "中共某区委教育工作委员会 某区教育委员会",
        2024,
    ),
    (
        "某局贯彻落实《法治政府建设实施纲要（2021—2025年）》2024年工作情况的报告",
        "某局",
        2024,
    ),
    (
        "某局关于2024年度党政主要负责人履行推进法治建设第一责任人职责情况的报告",
        "某局",
        2024,
    ),
]


@pytest.mark.parametrize(("lines", "authority", "year"), _TITLES)
def test_a_title_gives_organ_and_year(lines: str, authority: str, year: int | None) -> None:
    title = parse_title(lines.split("|"))
    assert title is not None
    assert (title.authority, title.year) == (authority, year)
    assert title.text == "".join(lines.replace("|", "").split())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "关于报送2024年法治政府建设情况报告的通知",
        "法治政府建设与责任落实督察工作规定",
        "2025年法治政府建设工作要点",
        "政府工作报告",
        "某局2024年政府信息公开工作年度报告",
        "2024年，我局全面推进法治政府建设，现将有关情况报告",
        "标题：某局关于2024年法治政府建设情况的报告",
        "某" * 121 + "关于2024年法治政府建设情况的报告",
    ],
)
def test_other_lines_are_no_title(line: str) -> None:
    assert parse_title([line]) is None


@given(
    st.text(alphabet="某局关于2024年度推进法治政府建设工作情况的报告《》（）及总结 ", max_size=160)
)
def test_any_line_is_tried_without_an_error(line: str) -> None:
    title = parse_title([line])
    if title is not None:
        assert title.text == "".join(line.split())
