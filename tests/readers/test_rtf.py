"""RTF: what Word, WPS and LibreOffice write, and what lies damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.source import NoteKind, SourceDocument, SourceKind
from rolwriter.readers.rtf import read_rtf

FONTS = rb"{\fonttbl{\f0\fnil\fcharset134 SimSun;}{\f1\fnil\fcharset0 Arial;}{\f2\fcharset204 X;}}"


def read(body: str | bytes) -> SourceDocument:
    raw = body.encode("ascii") if isinstance(body, str) else body
    return read_rtf(rb"{\rtf1\ansi\ansicpg936\deff0" + FONTS + rb"\pard " + raw + b"}")


def lines(body: str | bytes) -> list[str]:
    return [paragraph.text for paragraph in read(body).paragraphs]


def hexed(text: str, codec: str = "gb18030") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(codec))


def test_double_bytes_are_chinese_however_they_are_written() -> None:
    # the second byte of 乗 is 0x5C, a backslash; that of 乪 a plain letter
    assert lines(f"\\f0 {hexed('报告')}\\par \\'81{{}}a")[0] == "报告"
    assert lines("\\f0 \\'81a") == [b"\x81a".decode("gb18030")]
    assert lines("\\f0 \\'81\\\\") == [b"\x81\\".decode("gb18030")]
    assert lines(b"\\f0 " + "报告".encode("gb18030")) == ["报告"]


def test_the_font_tells_the_encoding_of_its_bytes() -> None:
    assert lines(f"{{\\f2 {hexed('отчет', 'cp1251')}}}{{\\f0 {hexed('甲')}}}") == ["отчет甲"]


@pytest.mark.parametrize(
    "body",
    [
        r"\uc1\u25253?\u21578?",
        r"\uc2\u25253\'b1\'a8\u21578\'b8\'e6",
        r"{\uc0\u25253}{\uc1\u21578 ?}",
    ],
)
def test_unicode_characters_come_without_their_stand_ins(body: str) -> None:
    assert lines(body) == ["报告"]


def test_negative_and_paired_codes_are_one_character() -> None:
    assert lines(r"\u-255?\u55360?\u56320?") == ["！\U00020000"]


def test_paragraph_and_soft_breaks_end_paragraphs() -> None:
    document = read(r"A\par B\line C\par\par D\page E")
    assert [p.text for p in document.paragraphs] == ["A", "B", "C", "", "D", "E"]
    assert [note.kind for note in document.notes] == [NoteKind.SOFT_BREAK]


def test_named_characters_are_themselves() -> None:
    assert lines(r"\ldblquote A\rdblquote\emdash\tab\~\{\}\\") == ["“A”—\t\xa0{}\\"]


def test_automatic_numbers_are_typed() -> None:
    assert lines(r"{\listtext\pard\plain \u19968?\u12289?\tab}\u30002?\par") == ["一、甲"]
    assert lines(r"{\pntext\f1 1.\tab}{\*\pn\pnlvlbody{\pntxta .}}A\par") == ["1. A"]


def test_deleted_text_is_named_and_left_out() -> None:
    document = read(r"A{\deleted B\par}C\par")
    assert [p.text for p in document.paragraphs] == ["AC"]
    assert [(n.kind, n.dropped) for n in document.notes] == [(NoteKind.REVISION, ("B",))]


def test_inserted_text_stays() -> None:
    assert lines(r"A{\revised\revauth1 B}C\par") == ["ABC"]


def test_hidden_text_is_named_and_left_out() -> None:
    document = read(r"A{\v B}\v C\v0 D\v E\plain F\par")
    assert [p.text for p in document.paragraphs] == ["ADF"]
    assert [n.dropped for n in document.notes] == [("BC", "E")]


def test_a_field_shows_its_result_only() -> None:
    assert lines(r'{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt A}}B\par') == ["AB"]


def test_a_table_row_is_one_paragraph() -> None:
    document = read(r"\trowd\pard\intbl A\par B\cell C\cell\row\pard D\par")
    assert [(p.text, p.kind) for p in document.paragraphs] == [
        ("A B\tC", SourceKind.TABLE),
        ("D", SourceKind.BODY),
    ]


def test_a_table_cut_off_loses_no_word() -> None:
    assert lines(r"\trowd\intbl A\cell B\cell\pard C\par") == ["A\tB", "C"]
    assert lines(r"\trowd\intbl A\cell B") == ["A\tB"]


def test_headers_footers_and_comments_stand_apart_once() -> None:
    document = read(r"{\header H\par}{\headerl H\par}{\footer - 1 -\par}A{\*\annotation N\par}\par")
    assert [p.text for p in document.paragraphs] == ["A"]
    assert [(p.text, p.kind) for p in document.apart] == [
        ("H", SourceKind.HEADER),
        ("- 1 -", SourceKind.FOOTER),
        ("N", SourceKind.COMMENT),
    ]


def test_footnotes_follow_the_text_and_boxes_their_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt B\par}}{\shprslt B}}"
    document = read(rf"A{{\super\chftn{{\footnote\chftn N\par}}}}{box}C\par D\par")
    assert [(p.text, p.kind) for p in document.paragraphs] == [
        ("AC", SourceKind.BODY),
        ("B", SourceKind.TEXT_BOX),
        ("D", SourceKind.BODY),
        ("N", SourceKind.FOOTNOTE),
    ]


def test_pictures_are_counted_and_their_data_skipped() -> None:
    document = read(b"A{\\pict\\wmetafile8\\bin5 {}}{}B}{\\pict ffd8}C\\par")
    assert [p.text for p in document.paragraphs] == ["AC"]
    assert "2张图片" in document.notes[0].message


def test_words_of_the_file_itself_are_no_text() -> None:
    assert lines(r"{\info{\title X}}{\*\generator Y;}{\upr{Z}{\*\ud{A}}}\par") == ["A"]


def test_outline_levels_come_from_the_paragraph_and_its_style() -> None:
    raw = rb"{\rtf1{\stylesheet{\s0 Normal;}{\s3\outlinelevel1 heading 2;}}\pard\s3 A\par"
    document = read_rtf(raw + rb"\pard\s0 B\par\pard\outlinelevel0 C\par}")
    assert [p.outline for p in document.paragraphs] == [2, None, 1]


def test_broken_bytes_are_marked_and_told() -> None:
    document = read(r"\f0 A\'ff\par")
    assert document.paragraphs[0].text == "A\ufffd"
    assert document.notes[0].kind is NoteKind.ENCODING


def test_a_file_cut_off_gives_what_is_there() -> None:
    assert [p.text for p in read_rtf(rb"{\rtf1 A\par {\b B").paragraphs] == ["A", "B"]


@given(
    st.lists(
        st.sampled_from(
            [
                b"{",
                b"}",
                b"\\*",
                b"\\par ",
                b"\\u-1?",
                b"\\footnote",
                b"\\row",
                b"\\cell",
                b"\\'b1",
                b"\\bin9 ",
                b"A",
                b"\\intbl",
                b"\\f9",
                b"\\",
            ]
        )
    )
)
def test_any_run_of_tokens_is_read(pieces: list[bytes]) -> None:
    document = read_rtf(b"{\\rtf1 " + b"".join(pieces))
    assert all("\n" not in p.text for p in document.paragraphs)
