"""The PDF says what the report says, names its chapters, and tells nothing else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from rolwriter.catalog.page_format import BlockKind, FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind
from rolwriter.ui.paper.glyphs import Glyphs
from rolwriter.ui.paper.measure import FontMeasure
from rolwriter.ui.paper.pdf import pdf_bytes
from rolwriter.writers.layout.blocks import Block, Run
from rolwriter.writers.layout.copy import Copy, Section
from rolwriter.writers.layout.page import Layout
from rolwriter.writers.layout.pages import lay_out
from tests.ui.paper.papers import needs_font, read_pages, sample_copy, shown, words

pytestmark = needs_font


@pytest.fixture(scope="module")
def glyphs(qapp: object) -> Glyphs:
    assert qapp is not None  # fonts need it
    return Glyphs(load_page_format())


def laid_out(copy: Copy, glyphs: Glyphs) -> Layout:
    return lay_out(copy, FontMeasure(copy.page_format, glyphs).learn(copy))


def text_copy(*lines: str) -> Copy:
    content = tuple(
        Block(BlockKind.TEXT, (Run(line, FaceRole.TEXT),), f"p{number}")
        for number, line in enumerate(lines)
    )
    return Copy(CopyKind.FORMAL, load_page_format(), (Section(content),), title="某报告")


@pytest.mark.parametrize("kind", list(CopyKind))
def test_every_character_of_every_kind_can_be_read_on_its_page(
    glyphs: Glyphs, kind: CopyKind
) -> None:
    layout = laid_out(sample_copy(kind), glyphs)
    pages = read_pages(pdf_bytes(layout, glyphs))
    assert [Counter(page) for page in pages] == shown(layout)


def test_the_text_of_a_plain_copy_is_read_in_its_order(glyphs: Glyphs) -> None:
    copy = sample_copy(CopyKind.FORMAL)
    pages = read_pages(pdf_bytes(laid_out(copy, glyphs), glyphs))
    read = "".join(re.sub(r"—\d+—$", "", page) for page in pages)
    assert read == words("".join(block.text for block in copy.blocks if isinstance(block, Block)))


def test_characters_that_look_like_radicals_are_read_as_characters(glyphs: Glyphs) -> None:
    text = "一金行立见长风页马鱼龙飞食骨鬼门车贝角青非面革音首香高鹿黑鼓鼠鼻齿"
    (page,) = read_pages(pdf_bytes(laid_out(text_copy(text), glyphs), glyphs))
    assert page == f"{text}—1—"


def test_a_character_outside_the_first_plane_is_read_whole(glyphs: Glyphs) -> None:
    glyph = glyphs.of(FaceRole.TEXT, "𠮷")["𠮷"]
    if not glyph.index:
        pytest.skip("no font here has the character")
    (page,) = read_pages(pdf_bytes(laid_out(text_copy("𠮷日"), glyphs), glyphs))
    assert page == "𠮷日—1—"


def test_chapters_and_sections_are_bookmarks_on_their_pages(glyphs: Glyphs) -> None:
    layout = laid_out(sample_copy(CopyKind.FORMAL), glyphs)
    document = pypdfium2.PdfDocument(pdf_bytes(layout, glyphs))
    marks = [(m.level, m.get_title(), m.get_dest().get_index()) for m in document.get_toc()]
    headings = {FaceRole.HEADING_1: 0, FaceRole.HEADING_2: 1}
    wanted = [
        (headings[placed.block.runs[0].face], placed.block.runs[0].text, number)
        for number, page in enumerate(layout.pages)
        for placed in page.lines
        if placed.line.start == 0 and placed.block.runs[0].face in headings
    ]
    assert marks == wanted
    assert [level for level, _, _ in marks].count(0) == 4
    document.close()


def test_a_copy_without_headings_has_no_bookmarks(glyphs: Glyphs) -> None:
    document = pypdfium2.PdfDocument(pdf_bytes(laid_out(text_copy("文。"), glyphs), glyphs))
    assert list(document.get_toc()) == []
    document.close()


def test_the_file_has_a_title_a_language_and_nothing_on_its_making(glyphs: Glyphs) -> None:
    pdf = pdf_bytes(laid_out(text_copy("文。"), glyphs), glyphs)
    document = pypdfium2.PdfDocument(pdf)
    told = {key: value for key, value in document.get_metadata_dict().items() if value}
    document.close()
    assert told == {"Title": "某报告"}
    assert b"/Lang (zh-CN)" in pdf
    assert b"/DisplayDocTitle true" in pdf
    for word in (b"Qt", b"CreationDate", b"ModDate", b"Producer", b"Author", b"xmpmeta", b"uuid"):
        assert word not in pdf


def test_fonts_are_in_the_file(glyphs: Glyphs) -> None:
    pdf = pdf_bytes(laid_out(text_copy("文。"), glyphs), glyphs)
    assert len(re.findall(rb"/Type0\b", pdf)) == len(re.findall(rb"/FontFile[23]?\b", pdf)) > 0


def test_a_page_laid_across_is_wider_than_high(glyphs: Glyphs) -> None:
    content = text_copy("文。").sections[0].content
    sections = (Section(content), Section(content, landscape=True))
    copy = replace(text_copy("文。"), sections=sections)
    document = pypdfium2.PdfDocument(pdf_bytes(laid_out(copy, glyphs), glyphs))
    sizes = [tuple(map(round, page.get_size())) for page in document]
    document.close()
    assert sizes == [(595, 842), (842, 595)]


def test_each_page_is_told_when_it_is_drawn(glyphs: Glyphs) -> None:
    told: list[tuple[int, int]] = []
    layout = laid_out(sample_copy(CopyKind.FORMAL), glyphs)
    pdf_bytes(layout, glyphs, lambda pages, of: told.append((pages, of)))
    count = len(layout.pages)
    assert told == [(n, count) for n in range(1, count + 1)]


def test_nothing_is_said_aside_while_painting(qtbot: QtBot, glyphs: Glyphs) -> None:
    """Qt would warn of a font or a painter it cannot use, and pytest-qt would fail this."""
    assert qtbot is not None
    assert pdf_bytes(laid_out(sample_copy(CopyKind.DRAFT), glyphs), glyphs)
