"""Which encoding bytes are in, told by what they say."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.readers.decode import decode, plausibility

TEXT = "一、主要举措和成效\n本单位全年召开专题会议12次，办结率100%。"
SHORT = "一"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found_without_a_mark(encoding: str) -> None:
    found = decode(TEXT.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        ("\ufeff".encode("gb18030"), "gb18030"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    found = decode(mark + TEXT.encode(encoding))
    assert found is not None
    assert (found.text, found.encoding) == (TEXT, encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("text", [SHORT, "报告", "联通", "中国\r\n", "1. 一", "——“一是”"])
def test_a_few_characters_are_enough(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text


def test_utf_16_without_mark_or_line_end_is_found() -> None:
    found = decode("全面推进依法行政工作情况的报告".encode("utf-16-le"))
    assert found is not None
    assert found.encoding == "utf-16-le"


def test_a_stray_zero_byte_does_not_hide_the_text() -> None:
    found = decode((TEXT + "\0").encode())
    assert found is not None
    assert found.text == TEXT + "\0"


def test_only_other_encodings_than_utf_8_are_told() -> None:
    utf8, gbk = decode(TEXT.encode()), decode(TEXT.encode("gb18030"))
    assert utf8 is not None
    assert utf8.note is None
    assert gbk is not None
    assert gbk.note is not None
    assert "GB 18030" in gbk.note.message


def test_binary_data_is_no_text() -> None:
    assert decode(bytes(range(256)) * 8) is None
    assert decode(b"\0" * 100) is None


def test_text_with_broken_bytes_is_not_guessed_at() -> None:
    assert decode(codecs.BOM_UTF8 + "报告".encode()[:-1]) is None


def test_a_declared_encoding_is_taken_when_it_fits() -> None:
    found = decode("報告全文".encode("big5"), "Big5")
    assert found is not None
    assert found.text == "報告全文"


@pytest.mark.parametrize("declared", ["gb2312", "hex", "punycode", "no-such", "", '"GBK"', "utf-8"])
def test_a_false_declaration_does_no_harm(declared: str) -> None:
    found = decode(TEXT.encode("gb18030"), declared)
    assert found is not None
    assert found.text == TEXT


def test_words_are_more_plausible_than_their_garbled_twins() -> None:
    garbled = TEXT.encode().decode("gb18030", "replace")
    assert plausibility(TEXT) > 0.9 > plausibility(garbled)


@given(st.binary(), st.text(max_size=12))
def test_any_bytes_give_text_or_nothing(data: bytes, declared: str) -> None:
    found = decode(data, declared)
    assert found is None or isinstance(found.text, str)


HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5).filter(
    lambda char: len(char.encode("gb18030")) == 2 and _is_common(char)
)


def _is_common(char: str) -> bool:
    try:
        return char.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


@given(st.text(HAN, min_size=12), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_common_characters_come_back_whatever_the_encoding(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text
