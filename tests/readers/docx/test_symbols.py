"""Characters of symbol fonts."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import p, read, run, texts


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "FC", "✔"),
        ("Wingdings", "F06C", "●"),
        ("wingdings 2", "F052", "☑"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F061", "α"),
        ("宋体", "25CB", "○"),
        ("Times New Roman", "2103", "℃"),
    ],
)
def test_a_symbol_becomes_its_character(font: str, char: str, shown: str) -> None:
    assert texts(p("甲", sym(font, char), "乙")) == [f"甲{shown}乙"]


@pytest.mark.parametrize(
    ("font", "char"), [("Webdings", "F045"), ("宋体", "F045"), ("Symbol", "zz"), ("x", "D800")]
)
def test_a_symbol_without_a_known_character_leaves_a_visible_sign(font: str, char: str) -> None:
    document = read(p("甲", sym(font, char), "乙"))
    assert document.paragraphs[0].text == "甲□乙"
    assert font in document.notes[0].message


def test_a_symbol_kept_as_text_is_read_by_the_font_of_its_run() -> None:
    assert texts(p(run("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>'), "办结")) == ["✔办结"]


def test_a_symbol_kept_as_text_without_a_font_leaves_a_visible_sign() -> None:
    document = read(p("甲\uf0fc"))
    assert document.paragraphs[0].text == "甲□"
    assert "字体不明" in document.notes[0].message
