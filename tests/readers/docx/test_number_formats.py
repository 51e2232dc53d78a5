"""Numbers written in the formats of Word's lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.readers.docx.number_formats import _FORMATS, write_number


@pytest.mark.parametrize(
    ("number_format", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalZero", 12, "12"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalFullWidth2", 12, "１２"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedCircle", 50, "㊿"),
        ("decimalEnclosedCircle", 51, "51"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("none", 3, ""),
        ("lowerLetter", 26, "z"),
        ("upperLetter", 27, "AA"),
        ("upperLetter", 54, "BBB"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 21, "二十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("taiwaneseCounting", 12, "十二"),
        ("japaneseCounting", 12, "十二"),
        ("japaneseCounting", 101, "百一"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("chineseLegalSimplified", 105, "壹佰零伍"),
        ("ideographLegalTraditional", 26, "貳拾陸"),
        ("ideographDigital", 101, "一〇一"),
        ("ideographTraditional", 1, "甲"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("ideographEnclosedCircle", 3, "㊂"),
        ("ideographEnclosedCircle", 11, "11"),
    ],
)
def test_a_number_in_its_format(number_format: str, number: int, written: str) -> None:
    assert write_number(number, number_format) == written


def test_an_unknown_format_has_no_number() -> None:
    assert write_number(1, "klingon") is None


@given(st.sampled_from(sorted(_FORMATS)), st.integers(-(10**11), 10**11))
def test_any_number_can_be_written_and_is_short(number_format: str, number: int) -> None:
    written = write_number(number, number_format)
    assert written
    assert len(written) < 80
