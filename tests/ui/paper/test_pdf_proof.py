from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from rolwriter.app.output.proof import Compared, proof_lines, unpaged
from rolwriter.catalog.page_format import BlockKind, FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.measure import FontMeasure
from rolwriter.ui.paper.pdf import pdf_bytes
from rolwriter.ui.paper.pdf_proof import missing_characters
from rolwriter.writers.layout.blocks import Block, Run
from rolwriter.writers.layout.copy import Copy, Section
from rolwriter.writers.layout.page import Layout
from rolwriter.writers.layout.pages import lay_out
from tests.ui.paper.papers import needs_font, sample_copy

pytestmark = [needs_font, pytest.mark.usefixtures("qapp")]
FORMAT = load_page_format()


def made(copy: Copy) -> tuple[Layout, bytes]:
    glyphs = Glyphs(copy.page_format)
    layout = lay_out(copy, FontMeasure(copy.page_format, glyphs).learn(copy))
    return layout, pdf_bytes(layout, glyphs)


def one_line(text: str) -> Copy:
    block = Block(BlockKind.TEXT, (Run(text, FaceRole.TEXT),), "p1")
    return Copy(CopyKind.FORMAL, FORMAT, (Section((block,)),))


@pytest.mark.parametrize("kind", list(CopyKind))
def test_nothing_is_missing_from_the_pdf_of_any_kind_of_copy(
    qapp: QApplication, kind: CopyKind
) -> None:
    assert qapp is not None
    assert missing_characters(*made(sample_copy(kind))) == ""


def test_a_pdf_that_says_something_else_is_found_out() -> None:
    layout, _ = made(one_line("全年办理十二件。"))
    _, other = made(one_line("全年办理二十件。"))
    assert missing_characters(layout, other) == "全年办理十二件。"
    _, other = made(one_line("全年办理十一件。"))
    assert missing_characters(layout, other) == "二"


def test_a_radical_read_as_its_character_is_the_same() -> None:
    assert missing_characters(*made(one_line("一⼀"))) == ""


def test_what_has_no_look_of_its_own_is_not_missed() -> None:
    assert missing_characters(*made(one_line("甲\U000e0041\u200b乙"))) == ""


def test_the_proof_names_what_is_not_read_and_counts_what_is() -> None:
    [line] = proof_lines(unpaged(Compared(12, missing="㐂")))
    assert "“㐂”看得见而读不出来" in line
    [line] = proof_lines(replace(unpaged(Compared(12))))
    assert "12字，一字不差" in line
