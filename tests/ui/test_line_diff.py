from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rolwriter.ui.kit.line_diff import Difference, difference, utf16_length

LINE = st.text("甲乙𠀀 ", max_size=4)
LINES = st.lists(LINE, min_size=1, max_size=5)


def applied(text: str, change: Difference) -> str:
    units = text.encode("utf-16-le")
    new = change.text.encode("utf-16-le")
    return (units[: change.start * 2] + new + units[change.end * 2 :]).decode("utf-16-le")


@given(LINES, LINES)
def test_the_replacement_makes_the_old_lines_the_new_ones_but_for_edge_blanks(
    old: list[str], new: list[str]
) -> None:
    change = difference(old, new)
    result = "\n".join(old) if change is None else applied("\n".join(old), change)
    assert [line.strip() for line in result.split("\n")] == [line.strip() for line in new]


def test_equal_lines_need_nothing() -> None:
    assert difference(["甲", "乙 "], ["甲", "乙"]) is None


def test_only_the_characters_that_differ_are_replaced() -> None:
    assert difference(["甲", "开三次会", "丙"], ["甲", "开四次会", "丙"]) == Difference(3, 4, "四")


def test_qt_counts_two_for_a_character_beyond_the_first_plane() -> None:
    assert utf16_length("𠀀甲") == 3
