"""The inside of paragraphs: wrappers, breaks, signs."""

from __future__ import annotations

import pytest

from rolwriter.model.source import NoteKind
from tests.readers.docx.packages import dropped, kinds, p, read, run, texts


def test_runs_of_a_paragraph_are_joined() -> None:
    assert texts(p("依法", "行政")) == ["依法行政"]


def test_an_empty_paragraph_stays_an_empty_paragraph() -> None:
    assert texts(p("甲") + p() + p("乙")) == ["甲", "", "乙"]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag><w:smartTagPr/>{}</w:smartTag>",
        "<w:customXml><w:customXmlPr/>{}</w:customXml>",
        '<w:hyperlink r:id="x">{}</w:hyperlink>',
        "<w:bdo>{}</w:bdo>",
        "<w:somethingOfTomorrow>{}</w:somethingOfTomorrow>",
    ],
)
def test_words_inside_a_wrapper_are_read(wrapped: str) -> None:
    assert texts(p("甲", wrapped.format(run("乙")), "丙")) == ["甲乙丙"]
    assert texts(wrapped.format(p("乙"))) == ["乙"]


@pytest.mark.parametrize("sign", ["<w:br/>", '<w:br w:type="textWrapping"/>', "<w:cr/>"])
def test_a_soft_break_ends_a_paragraph_and_is_noted(sign: str) -> None:
    document = read(p("甲", f"<w:r>{sign}</w:r>", "乙"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲", "乙"]
    (note,) = document.notes
    assert note.kind is NoteKind.SOFT_BREAK
    assert "1处" in note.message


@pytest.mark.parametrize("kind", ["page", "column"])
def test_a_page_break_at_the_end_of_a_paragraph_vanishes(kind: str) -> None:
    document = read(p("甲", f'<w:r><w:br w:type="{kind}"/></w:r>') + p("乙"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲", "乙"]
    assert not document.notes


def test_a_page_break_between_words_does_not_glue_them() -> None:
    assert texts(p("甲", '<w:r><w:br w:type="page"/></w:r>', "乙")) == ["甲", "乙"]


def test_tabs_and_hyphens_become_characters() -> None:
    signs = "<w:tab/><w:t>甲</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>乙</w:t><w:ptab/>"
    assert texts(p(f"<w:r>{signs}</w:r>")) == ["\t甲\u2011乙\t"]


def test_tab_stops_are_no_tabs() -> None:
    stops = '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'
    assert texts(p("甲", properties=stops)) == ["甲"]
    assert texts(p("甲", "<w:r><w:tab/></w:r>", properties=stops)) == ["甲\t"]


def test_line_ends_inside_a_run_show_as_a_space() -> None:
    assert texts(p(run("甲\n乙"))) == ["甲 乙"]


def test_unseen_characters_are_taken_out_and_counted() -> None:
    document = read(p("甲\u0085\u200b乙\ufeff\u0090丙"))
    assert document.paragraphs[0].text == "甲 乙丙"
    (note,) = document.notes
    assert note.kind is NoteKind.CONTROL
    assert "3个" in note.message


def test_a_line_separator_ends_a_paragraph() -> None:
    assert texts(p("甲\u2028乙")) == ["甲", "乙"]


def test_ideographic_spaces_and_rare_characters_stay() -> None:
    assert texts(p("\u3000\u3000㐂𠮷\u00a0\ue000")) == ["\u3000\u3000㐂𠮷\u00a0\ue000"]


def test_ruby_keeps_the_base_and_notes_the_reading() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('fǎ')}</w:rt><w:rubyBase>{run('法')}</w:rubyBase></w:ruby></w:r>"
    )
    document = read(p("宪", ruby, "日"))
    assert document.paragraphs[0].text == "宪法日"
    assert dropped(document, NoteKind.OTHER) == ("fǎ",)


def test_the_words_of_a_formula_are_kept_and_noted() -> None:
    document = read(p("率为", "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>"))
    assert document.paragraphs[0].text == "率为x=5"
    assert "公式1处" in document.notes[0].message


def test_pictures_and_objects_are_noted() -> None:
    document = read(p("图", "<w:r><w:drawing/></w:r>", "<w:r><w:object/></w:r>"))
    assert document.paragraphs[0].text == "图"
    assert kinds(document) == {NoteKind.PICTURE}
    assert "2处" in document.notes[0].message


def test_an_embedded_file_is_noted() -> None:
    document = read(p("甲") + '<w:altChunk r:id="x"/>')
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲"]
    assert "嵌有另外的文件1处" in document.notes[0].message


def test_a_plain_paragraph_and_one_looked_at_closely_read_the_same() -> None:
    plain = [p("依法行政。", "\u3000第二句"), p(), p("甲\u200b乙")]
    # a break of the page makes the reader look at every element of the paragraph
    close = [each.replace("</w:p>", '<w:r><w:br w:type="page"/></w:r></w:p>') for each in plain]
    assert texts("".join(plain)) == texts("".join(close))
