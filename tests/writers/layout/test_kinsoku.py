from __future__ import annotations

import pytest

from rolwriter.writers.layout.kinsoku import break_within, units


def pieces(text: str) -> list[str]:
    _shown, ends = units(text)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("办结，公开", ["办", "结，", "公", "开"]),
        ("《条例》（试行）。", ["《条", "例》", "（试", "行）。"]),
        ("召开“三会”，", ["召", "开", "“三", "会”，"]),
        ("增长3.14%，达1,234件", ["增", "长", "3.14%，", "达", "1,234", "件"]),
        ("用Word-2003写", ["用", "Word-2003", "写"]),
        ("甲——乙……丙", ["甲——", "乙……", "丙"]),
        ("甲 ，乙", ["甲 ，", "乙"]),
        ("甲　乙", ["甲　", "乙"]),
        ("第（", ["第", "（"]),
        ("。、", ["。、"]),
        ("e\u0301", ["e\u0301"]),
        ("", []),
    ],
)
def test_text_is_cut_where_a_line_may_end(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_blanks_after_a_unit_are_told_apart_from_it() -> None:
    assert units("甲  乙") == ([1, 4], [3, 4])


def test_a_unit_too_long_is_broken_where_both_sides_may_stand_if_it_can_be() -> None:
    assert break_within("abcdef", 0, 4) == 4
    assert break_within("ab,def", 0, 2) == 1
    assert break_within("。。。。", 0, 2) == 2
