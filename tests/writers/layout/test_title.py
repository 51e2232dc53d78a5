from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.title import (
    Shape,
    chosen_places,
    cut,
    safe_places,
    shape_of,
    title_choices,
    title_lines,
)

WIDTH = 20.1
LONG = "云溪区发展改革和科技信息化委员会关于2025年度推进法治政府建设和贯彻落实工作要点情况的报告"


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
    lines = title_lines(LONG, WIDTH)
    assert len(lines) == 3
    assert lines[0] == organ
    assert max(map(cells, lines)) <= WIDTH


@pytest.mark.parametrize("title", ["中" * 41, "关于" * 500, ""])
def test_a_title_that_no_break_helps_stays_whole(title: str) -> None:
    assert title_lines(title, WIDTH) == (title,)


@given(st.text(alphabet="关于2025年度法治政府建设情况推进工作报告中", max_size=70))
def test_the_lines_of_any_title_are_the_title(title: str) -> None:
    assert "".join(title_lines(title, WIDTH)) == title


def test_the_choices_keep_words_whole_and_the_best_stands_first() -> None:
    title = "云溪区住房和城乡建设委员会2025年度推进法治政府建设工作情况报告"
    choices = title_choices(title, WIDTH)
    assert cut(title, choices[0]) == title_lines(title, WIDTH)
    assert len(choices) > 3
    assert len(set(choices)) == len(choices)
    assert [len(choice) for choice in choices] == sorted(len(choice) for choice in choices)
    for choice in choices:
        assert safe_places(title).issuperset(choice)
        assert max(map(cells, cut(title, choice))) <= WIDTH


def test_a_title_that_fits_is_offered_whole_before_it_is_offered_broken() -> None:
    title = "关于2025年法治政府建设情况的报告"
    first, *more = title_choices(title, WIDTH)
    assert first == ()
    assert more


def test_three_lines_narrowing_in_the_middle_come_after_the_other_shapes() -> None:
    shapes = [
        shape_of(cut(LONG, choice)) for choice in title_choices(LONG, WIDTH) if len(choice) == 2
    ]
    assert shapes
    assert shapes == sorted(shapes, key=lambda shape: shape is Shape.WAIST)


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        (("甲",), Shape.ONE),
        (("甲乙", "丙丁"), Shape.EVEN),
        (("甲", "乙丙"), Shape.WIDENING),
        (("甲乙", "丙"), Shape.NARROWING),
        (("甲", "乙丙", "丁"), Shape.RHOMBUS),
        (("甲乙", "丙", "丁戊"), Shape.WAIST),
    ],
)
def test_shapes_have_names(lines: tuple[str, ...], shape: Shape) -> None:
    assert shape_of(lines) is shape


def test_chosen_places_hold_until_they_would_part_a_word() -> None:
    title = "云溪区机关事务服务中心关于2025年法治政府建设情况的报告"
    assert chosen_places(title, (11,)) == (11,)
    assert chosen_places("新" + title, (11,)) == ()
    assert chosen_places(title, ()) == ()


@given(st.text(alphabet="关于2025年度法治政府建设情况推进工作报告《》、中", max_size=90))
def test_choosing_is_quick_and_whole_for_any_title(title: str) -> None:
    for choice in title_choices(title, WIDTH):
        assert "".join(cut(title, choice)) == title
