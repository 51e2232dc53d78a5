from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.report import PartKind, Report
from rolwriter.writers.layout.blocks import blocks
from tests.writers.docx.parts import find, the, tree
from tests.writers.docx.written import formal
from tests.writers.reports import chapter, full_report, report

FORMAT = load_page_format()


def texts(of: Report) -> list[str]:
    return [paragraph.text for paragraph in Document(BytesIO(formal(of))).paragraphs]


def style_names(of: Report) -> list[str | None]:
    document = Document(BytesIO(formal(of)))
    return [p.style.name for p in document.paragraphs if p.style is not None]


def test_the_words_of_the_report_are_read_back_paragraph_by_paragraph() -> None:
    assert texts(full_report()) == [block.text for block in blocks(full_report())]


@pytest.mark.parametrize(
    "text", ["甲\t乙", "甲  乙", "<w:p/>&amp;", "甲\U00020000乙", "甲\u3000乙"]
)
def test_odd_characters_are_read_back_as_they_were(text: str) -> None:
    assert texts(chapter(text)) == [text]


def test_each_paragraph_has_the_style_of_its_kind() -> None:
    assert style_names(full_report()) == [
        "发文字号",
        "Title",
        "Title",
        "主送机关",
        "公文正文",
        "Heading 1",
        "Heading 2",
        "公文正文",
        "公文正文",
        "Heading 3",
        "Heading 4",
        "公文正文",
        "Heading 1",
        "公文正文",
        "署名",
        "成文日期",
    ]


def test_runs_and_paragraphs_are_formatted_by_styles_only() -> None:
    document = tree(formal(full_report()), "word/document.xml")
    assert {child.tag.rpartition("}")[2] for child in find(document, "//w:pPr/*")} == {"pStyle"}
    assert {child.tag.rpartition("}")[2] for child in find(document, "//w:rPr/*")} <= {
        "rStyle",
        "rFonts",
    }
    # A hint says which script a sign belongs to; it names no font.
    names = {name for fonts in find(document, "//w:rFonts") for name in fonts.attrib}
    assert {name.rpartition("}")[2] for name in names} == {"hint"}


@pytest.mark.parametrize("sign", ["“甲”", "‘甲’", "甲——乙", "甲……乙", "甲·乙"])
def test_signs_shared_with_latin_are_declared_chinese(sign: str) -> None:
    document = tree(formal(chapter(sign)), "word/document.xml")
    assert find(document, "//w:r/w:rPr/w:rFonts/@w:hint") == ["eastAsia"]


def test_a_run_in_heading_has_its_face_by_a_run_style_in_a_paragraph_of_text() -> None:
    document = tree(formal(chapter("（一）规范程序。一是按时办理。")), "word/document.xml")
    assert find(document, "//w:pStyle/@w:val") == ["BodyText1"]
    heading, rest = find(document, "//w:r")
    assert the(heading, "w:rPr/w:rStyle/@w:val") == "Heading2Char"
    assert the(heading, "w:t").text == "（一）规范程序。"
    assert find(rest, "w:rPr/w:rStyle") == []


def test_a_title_too_long_for_a_line_is_broken_between_words() -> None:
    title = "云溪区机关事务服务中心关于2025年法治政府建设情况的报告"
    document = tree(formal(report((PartKind.TITLE, (title,)))), "word/document.xml")
    assert [t.text for t in find(document, "//w:t")] == [
        "云溪区机关事务服务中心",
        "关于2025年法治政府建设情况的报告",
    ]
    assert len(find(document, "//w:br")) == 1


def test_the_section_has_the_page_of_the_format() -> None:
    section = the(tree(formal(full_report()), "word/document.xml"), "w:body/w:sectPr")
    page = FORMAT.page
    size, margins, grid = (the(section, f"w:{name}") for name in ("pgSz", "pgMar", "docGrid"))
    assert (the(size, "@w:w"), the(size, "@w:h")) == (str(page.width), str(page.height))
    assert {side: the(margins, f"@w:{side}") for side in ("top", "bottom", "left", "right")} == {
        "top": str(page.top),
        "bottom": str(page.bottom),
        "left": str(page.left),
        "right": str(page.right),
    }
    assert the(margins, "@w:footer") == str(FORMAT.footer.distance)
    assert (the(grid, "@w:type"), the(grid, "@w:linePitch")) == (
        "lines",
        str(FORMAT.grid.line_pitch),
    )


def test_an_empty_report_is_still_a_sound_file() -> None:
    assert texts(Report()) == []
