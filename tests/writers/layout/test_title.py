from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.title import title_lines

WIDTH = 20.1


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于2025年法治政府建设情况的报告", ("关于2025年法治政府建设情况的报告",)),
        (
            "云溪区机关事务服务中心关于2025年法治政府建设情况的报告",
            ("云溪区机关事务服务中心", "关于2025年法治政府建设情况的报告"),
        ),
        (
            "云溪区住房和城乡建设委员会2025年度推进法治政府建设工作情况报告",
            ("云溪区住房和城乡建设委员会2025年度", "推进法治政府建设工作情况报告"),
        ),
    ],
    ids=["fits", "before 关于", "after the year"],
)
def test_a_title_is_broken_between_words(title: str, lines: tuple[str, ...]) -> None:
    assert title_lines(title, WIDTH) == lines


def test_a_title_of_three_lines_keeps_its_words_whole() -> None:
    organ = "云溪区发展改革和科技信息化委员会"
    lines = title_lines(f"{organ}关于2025年度推进法治政府建设和贯彻落实工作要点情况的报告", WIDTH)
    assert len(lines) == 3
    assert lines[0] == organ
    assert max(map(cells, lines)) <= WIDTH


@pytest.mark.parametrize("title", ["中" * 41, "关于" * 500, ""])
def test_a_title_that_no_break_helps_stays_whole(title: str) -> None:
    assert title_lines(title, WIDTH) == (title,)


@given(st.text(alphabet="关于2025年度法治政府建设情况推进工作报告中", max_size=70))
def test_the_lines_of_any_title_are_the_title(title: str) -> None:
    assert "".join(title_lines(title, WIDTH)) == title
