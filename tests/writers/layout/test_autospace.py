from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.catalog.page_format import Align, FaceRole, load_page_format
from rolwriter.writers.layout.autospace import spaced
from rolwriter.writers.layout.cells import cells
from rolwriter.writers.layout.lines import Shape, break_lines
from rolwriter.writers.layout.measure import CellMeasure
from tests.writers.layout.test_lines import KEPT

MEASURE = CellMeasure(load_page_format())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("全年办理12件", [3, 5]),
        ("使用AB系统", [1, 3]),
        ("2024年1月", [3, 4, 5]),
        ("增长24.5%，占比", [1]),
        ("（12）件，“3”项、《4》", []),
        ("全年 12 件", []),
        ("一二三，四五六", []),
        ("ａ１件", []),
    ],
)
def test_a_space_stands_between_han_and_western_characters_and_beside_no_mark(
    text: str, places: list[int]
) -> None:
    assert spaced(text) == places


def test_the_width_in_cells_counts_the_spaces_that_are_asked_for() -> None:
    assert cells("办理12件") == 4
    assert cells("办理12件", 0.2) == pytest.approx(4.4)


def _set(text: str, width: float, space: float) -> list[tuple[str, float]]:
    spaces = dict.fromkeys(spaced(text), space)
    advances = MEASURE.advances(text, FaceRole.TEXT)
    lines = break_lines(text, advances, Shape(Align.LEFT, 0, 0, width), KEPT, spaces)
    return [(text[line.start : line.end], line.width) for line in lines]


def test_a_line_is_as_wide_as_its_characters_and_the_spaces_within_it() -> None:
    [(_, wide)] = _set("办理12件", 9000, 64)
    [(_, narrow)] = _set("办理12件", 9000, 0)
    assert wide == pytest.approx(narrow + 128)


def test_no_space_stands_where_a_line_ends_or_begins() -> None:
    (first, width), (second, other) = _set(
        "办理了12件", sum(MEASURE.advances("办理了", FaceRole.TEXT)), 64
    )
    assert (first, second) == ("办理了", "12件")
    assert width == pytest.approx(sum(MEASURE.advances("办理了", FaceRole.TEXT)))
    assert other == pytest.approx(sum(MEASURE.advances("12件", FaceRole.TEXT)) + 64)


@given(st.text(alphabet="中文年12aB，。（ ", max_size=60), st.sampled_from([0.0, 64.0]))
def test_every_line_fits_its_measure_and_no_character_is_lost(text: str, space: float) -> None:
    lines = _set(text, 2000, space)
    assert "".join(words for words, _ in lines).replace(" ", "") == text.replace(" ", "")
    for words, width in lines:
        hanging = MEASURE.advances(words[-1:], FaceRole.TEXT) if words[-1:] in "，。" else [0]
        assert width - sum(hanging) <= 2001
