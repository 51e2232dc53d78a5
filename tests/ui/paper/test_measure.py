"""Widths as the fonts have them, and glyphs chosen by us."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from rolwriter.catalog.page_format import FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.measure import FontMeasure, characters
from tests.ui.paper.papers import needs_font, sample_copy

FORMAT = load_page_format()


@pytest.fixture
def glyphs(qapp: QApplication) -> Glyphs:
    assert qapp is not None  # fonts need it
    return Glyphs(FORMAT)


@pytest.mark.parametrize("role", [FaceRole.TEXT, FaceRole.HEADING_1, FaceRole.TITLE])
def test_advances_are_those_of_qt_at_a_large_size(glyphs: Glyphs, role: FaceRole) -> None:
    copy = sample_copy(CopyKind.FORMAL)
    chars = sorted(characters(copy)[role])
    face = FORMAT.faces[role]
    measured = FontMeasure(FORMAT, glyphs).learn(copy).advances("".join(chars), role)
    for char, advance in zip(chars, measured, strict=True):
        family = glyphs.of(role, char)[char].family
        if not family:
            continue
        font = QFont(family)
        font.setPixelSize(1000)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        wanted = QFontMetricsF(font).horizontalAdvance(char) / 1000 * face.size
        assert advance - face.char_spacing == pytest.approx(wanted, abs=0.5), char


@needs_font
def test_28_han_characters_fill_a_line(glyphs: Glyphs) -> None:
    copy = sample_copy(CopyKind.FORMAL)
    advances = FontMeasure(FORMAT, glyphs).learn(copy).advances("法治政府" * 7, FaceRole.TEXT)
    assert FORMAT.text_width - FORMAT.cell(FaceRole.TEXT) < sum(advances) <= FORMAT.text_width


def test_what_a_text_engine_reads_and_nobody_sees_has_no_glyph(glyphs: Glyphs) -> None:
    found = glyphs.of(FaceRole.TEXT, "\t\n\u200b")
    assert [found[char].family for char in "\t\n\u200b"] == ["", "", ""]
    assert [found[char].advance for char in "\t\n\u200b"] == [0.5, 0, 0]


def test_a_character_that_was_not_learnt_is_not_guessed(glyphs: Glyphs) -> None:
    with pytest.raises(KeyError):
        FontMeasure(FORMAT, glyphs).advances("龘", FaceRole.TEXT)


@needs_font
def test_a_character_the_face_lacks_comes_from_another_of_the_chain(glyphs: Glyphs) -> None:
    glyph = glyphs.of(FaceRole.TEXT, "Ω")["Ω"]
    assert glyph.family
    assert glyph.index
