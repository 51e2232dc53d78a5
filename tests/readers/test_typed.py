"""Layout as typed characters."""

from __future__ import annotations

import pytest

from rolwriter.readers.typed import gap, row


@pytest.mark.parametrize(
    ("label", "text", "suffix", "expected"),
    [
        ("一、", "加强", "tab", ""),
        ("（一）", "加强", "space", ""),
        ("1.", "落实", "tab", ""),
        ("1.", "2024年", "tab", " "),
        ("1.", "落实", "space", " "),
        ("1.", "2024年", "nothing", ""),
        ("第一条", "内容", "tab", " "),
        ("•", "内容", "tab", " "),
        ("", "内容", "tab", ""),
        ("一、", "", "tab", ""),
    ],
)
def test_a_number_stands_off_its_text_as_it_is_typed(
    label: str, text: str, suffix: str, expected: str
) -> None:
    assert gap(label, text, suffix) == expected


def test_a_row_is_one_line_of_cells() -> None:
    assert row([["甲 ", "", "乙"], [], ["丙\t丁"]]) == "甲 乙\t\t丙 丁"


def test_a_row_without_words_is_empty() -> None:
    assert row([[""], [" "]]) == ""
