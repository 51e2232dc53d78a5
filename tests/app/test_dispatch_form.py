from __future__ import annotations

from datetime import date

import pytest

from rolwriter.app.output.dispatch_form import day_in, joined, lines_in, names_in
from rolwriter.model.errors import RolwriterError


@pytest.mark.parametrize("text", ["张三、李四", "张三 李四", "张三，李四。", " 张三;李四 "])
def test_names_are_parted_by_any_sign_for_lists(text: str) -> None:
    assert names_in(text) == ("张三", "李四")
    assert names_in(joined(names_in(text))) == ("张三", "李四")


def test_offices_stand_a_line_each_and_may_hold_blanks() -> None:
    assert lines_in("区委 办\n区司法局。\n\n") == ("区委 办", "区司法局")
    assert lines_in("甲局，乙局") == ("甲局", "乙局")


@pytest.mark.parametrize(
    "text", ["2026年1月21日", "2026-1-21", "2026.01.21", "2026/1/21", "二〇二六年一月二十一日"]
)
def test_a_day_is_read_in_any_usual_writing(text: str) -> None:
    assert day_in(text) == date(2026, 1, 21)


def test_nothing_is_no_day_and_no_error() -> None:
    assert day_in("  ") is None


@pytest.mark.parametrize("text", ["下周", "2026年2月30日", "2026-13-1", "2026年1月"])
def test_what_is_no_day_is_named(text: str) -> None:
    with pytest.raises(RolwriterError, match="不是一个日期"):
        day_in(text)
