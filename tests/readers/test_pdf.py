"""PDF: lines back into paragraphs by what a printed page shows."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import NoteKind
from rolwriter.readers.pdf import read_pdf
from rolwriter.readers.pdf.lines import Glyph, lines_of
from rolwriter.readers.pdf.margins import PageLines, set_margins_apart
from rolwriter.readers.pdf.paragraphs import paragraphs_of
from rolwriter.readers.pdf.radicals import RADICALS, without_radicals

WIDTH, HEIGHT = 595, 842
EM = 16.0
LEFT, RIGHT = 80.0, 528.0
FULL = 28
"""Characters on a full line."""

Placed = tuple[float, float, str]
"""A line as (left, baseline, text)."""


def pdf(pages: list[list[Placed]], more: str = "", trailer: str = "") -> bytes:
    """The smallest PDF with Chinese text: one font without data, a square a character."""
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/F/CIDSystemInfo<</Registry(Adobe)"
        "/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 5 0 R>>",
        "<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 880/StemV 80>>",
    ]
    kids: list[str] = []
    for page in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        number = len(objects) + 2
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {number} 0 R"
            f"/Resources<</Font<</F 3 0 R>>>>>>"
        )
        shown = more + "".join(
            f"BT /F {EM} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, text in page
        )
        objects.append(f"<</Length {len(shown)}>>stream\n{shown}\nendstream")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    out += f"<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n0\n%%EOF"
    return out.encode("ascii")


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_pdf(data).paragraphs]


def glyphs(text: str, left: float, base: float, size: float = EM) -> list[Glyph]:
    """Characters side by side: Chinese of one square, others of half a one."""
    found: list[Glyph] = []
    for char in text:
        width = size if ord(char) > 0x2000 else size / 2
        found.append(Glyph(char, left, left + width, base, size))
        left += width
    return found


def page(*placed: tuple[float, float, str]) -> PageLines:
    return PageLines(WIDTH, HEIGHT, lines_of([g for x, y, t in placed for g in glyphs(t, x, y)]))


def block(text: str, base: float = 700.0, *, indent: float = 2.0, pitch: float = 28.0) -> PageLines:
    """A page with one paragraph, broken as a typesetter breaks it."""
    first = FULL - int(indent)
    rows = [text[:first], *(text[at : at + FULL] for at in range(first, len(text), FULL))]
    starts = [LEFT + indent * EM, *([LEFT] * (len(rows) - 1))]
    return page(
        *((x, base - n * pitch, row) for n, (x, row) in enumerate(zip(starts, rows, strict=True)))
    )


LONG = (
    "我局认真学习贯彻粮食安全保障法等法律围绕依法管粮这条主线把法治要求落到收购储存轮换每一个环节"
    * 2
)


def test_a_file_s_characters_come_back() -> None:
    data = pdf([[(112, 700, "一、主要举措“学法”——100%"), (80, 600, "（一）《条例》")]])
    assert texts(data)[0] == "一、主要举措“学法”——100%"
    assert texts(data)[-1] == "（一）《条例》"


def test_lines_of_a_paragraph_join_without_blanks() -> None:
    assert paragraphs_of([block(LONG)]) == [LONG]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first, second = block(LONG, 700), page((LEFT, 700, "接着写到这里。"))
    full = page(*((line.left, line.base, line.text) for line in first.lines[:-1]))
    rest = "".join(line.text for line in full.lines)
    assert paragraphs_of([full, second]) == [f"{rest}接着写到这里。"]


def test_pages_with_mirrored_margins_are_measured_each_on_its_side() -> None:
    rows = [LONG[at : at + FULL] for at in range(0, 4 * FULL, FULL)]
    pages = [page((x, 700, rows[n]), (x, 672, rows[n + 1])) for n, x in ((0, 96.0), (2, 57.0))]
    assert paragraphs_of(pages) == ["".join(rows)]


def test_an_indent_begins_a_paragraph() -> None:
    rows = [(LEFT + 2 * EM, 700, "甲" * 26), (LEFT, 672, "乙" * 28), (LEFT + 2 * EM, 644, "丙" * 9)]
    assert paragraphs_of([page(*rows)]) == ["甲" * 26 + "乙" * 28, "丙" * 9]


def test_a_short_line_ends_a_paragraph() -> None:
    rows = [
        (LEFT, 700, "甲" * 28),
        (LEFT, 672, "乙" * 9),
        (LEFT, 644, "丙" * 28),
        (LEFT, 616, "丁"),
    ]
    assert paragraphs_of([page(*rows)]) == ["甲" * 28 + "乙" * 9, "丙" * 28 + "丁"]


def test_a_line_is_not_short_when_the_next_word_did_not_fit() -> None:
    rows = [(LEFT, 700, "甲" * 26), (LEFT, 672, "12345.67万元"), (LEFT, 644, "乙" * 28)]
    rows += [(LEFT, 616, "丙" * 28)]
    assert paragraphs_of([page(*rows)])[0].startswith("甲" * 26 + "12345.67万元")


def test_an_opening_bracket_holds_on_to_the_next_character() -> None:
    rows = [(LEFT, 700, "甲" * 27), (LEFT, 672, "《条例》" + "乙" * 24), (LEFT, 644, "丙" * 28)]
    assert paragraphs_of([page(*rows)])[0].startswith("甲" * 27 + "《条例》")


def test_centred_lines_are_paragraphs_each() -> None:
    rows = [(200, 700, "青石县粮食局"), (180, 672, "关于情况的报告"), (LEFT, 644, "甲" * 28)]
    rows += [(LEFT, 616, "乙" * 28)]
    assert paragraphs_of([page(*rows)]) == ["青石县粮食局", "关于情况的报告", "甲" * 28 + "乙" * 28]


def test_free_lines_are_blank_paragraphs() -> None:
    rows = [(LEFT, 700, "甲" * 28), (LEFT, 672, "乙"), (300, 616, "青石县粮食局")]
    assert paragraphs_of([page(*rows)]) == ["甲" * 28 + "乙", "", "青石县粮食局"]


def test_latin_words_are_parted_where_lines_join() -> None:
    rows = [(LEFT, 700, "甲" * 24 + "Word"), (LEFT, 672, "file" + "乙" * 10)]
    rows += [(LEFT, 644, "丙" * 28), (LEFT, 616, "丁" * 28)]
    assert "Word file" in paragraphs_of([page(*rows)])[0]


def test_a_label_set_apart_by_a_tab_is_typed_close() -> None:
    apart = glyphs("1.", LEFT, 700) + glyphs("落实制度", LEFT + 3 * EM, 700)
    assert [line.text for line in lines_of(apart)] == ["1.落实制度"]


def test_gaps_are_blanks_between_words_and_tabs_between_columns() -> None:
    row = glyphs("Word", 80, 700) + glyphs("file", 118, 700) + glyphs("甲", 200, 700)
    assert [line.text for line in lines_of(row)] == ["Word file\t甲"]


def test_han_and_digits_set_apart_by_the_typesetter_have_no_blank() -> None:
    row = glyphs("共", 80, 700) + glyphs("12", 100, 700) + glyphs("次", 120, 700)
    assert [line.text for line in lines_of(row)] == ["共12次"]


def test_lines_come_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    mixed = glyphs("乙", 80, 600) + glyphs("甲", 80, 700)
    assert [line.text for line in lines_of(mixed)] == ["甲", "乙"]


@pytest.mark.parametrize(
    "number", ["— 1 —", "- 1 -", "1", "第1页", "第 1 页 共 9 页", "1/9", "－1－"]
)
def test_page_numbers_stand_apart(number: str) -> None:
    pages = [page((LEFT, 700, "甲"), (290, 60, number))]
    set_margins_apart(pages)
    assert [line.text for line in pages[0].lines] == ["甲"]
    assert len(pages[0].bottom) == 1


def test_a_number_in_the_text_is_no_page_number() -> None:
    pages = [page((LEFT, 700, "甲"), (LEFT, 400, "2024"))]
    set_margins_apart(pages)
    assert [line.text for line in pages[0].lines] == ["甲", "2024"]


def test_running_headers_stand_apart() -> None:
    pages = [page((200, 760, "年度报告"), (LEFT, 700, body)) for body in "甲乙丙"]
    set_margins_apart(pages)
    assert [line.text for page in pages for line in page.lines] == ["甲", "乙", "丙"]
    assert [line.text for page in pages for line in page.top] == ["年度报告"] * 3


def test_what_was_set_apart_is_named() -> None:
    data = pdf([[(112, 500, f"{n}甲乙丙丁戊己"), (280, 60, f"—{n}—")] for n in (1, 2)])
    document = read_pdf(data)
    assert [p.text for p in document.apart] == ["—1—", "—2—"]
    assert [n.dropped for n in document.notes if n.kind is NoteKind.HEADER_FOOTER] == [
        ("—1—", "—2—")
    ]


def test_slanted_text_is_named_and_left_out() -> None:
    stamp = f"BT /F 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm <{'样稿'.encode('utf-16-be').hex()}> Tj ET\n"
    document = read_pdf(pdf([[(112, 700, "甲" * 20)]], more=stamp))
    assert [p.text for p in document.paragraphs] == ["甲" * 20]
    assert ("样稿",) in [note.dropped for note in document.notes]


def test_radicals_become_characters_and_that_is_said() -> None:
    assert without_radicals("⻓⻔⼀⾏⺠") == ("长门一行民", 5)
    assert without_radicals("轮换⸺直到") == ("轮换——直到", 1)
    assert without_radicals("长门") == ("长门", 0)


def test_every_radical_stands_for_one_character_of_running_text() -> None:
    radicals = {code: char for code, char in RADICALS.items() if code >= 0x2E80}
    assert {code for code in radicals if code >= 0x2F00} == set(range(0x2F00, 0x2FD6))
    for code, char in radicals.items():
        assert "RADICAL" in unicodedata.name(chr(code))
        assert unicodedata.name(char).startswith("CJK UNIFIED IDEOGRAPH")


def test_a_pdf_without_text_is_refused_with_the_way_out() -> None:
    with pytest.raises(RolwriterError, match="扫描件") as caught:
        read_pdf(pdf([[]]))
    assert "OCR" in caught.value.remedy


def test_a_pdf_with_a_password_is_refused() -> None:
    locked = "/Encrypt<</Filter/Standard/V 1/R 2/O<" + "00" * 32 + ">/U<" + "00" * 32 + ">/P -4>>"
    ids = "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
    with pytest.raises(RolwriterError, match="密码"):
        read_pdf(pdf([[(112, 700, "甲")]], trailer=locked + ids))


def test_a_broken_pdf_is_refused() -> None:
    with pytest.raises(RolwriterError, match="损坏"):
        read_pdf(b"%PDF-1.4\nnothing")


@given(
    st.lists(
        st.tuples(st.floats(0, WIDTH), st.floats(0, HEIGHT), st.text("甲。（1a 一、", min_size=1)),
        max_size=12,
    )
)
def test_no_character_is_lost_wherever_it_stands(placed: list[tuple[float, float, str]]) -> None:
    pages = [page(*placed)]
    set_margins_apart(pages)
    kept = [line.text for line in (*pages[0].top, *pages[0].bottom)]
    found = "".join(kept + paragraphs_of(pages))
    expected = "".join(text for _, _, text in placed)
    assert sorted("".join(found.split())) == sorted("".join(expected.split()))
