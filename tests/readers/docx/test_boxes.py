"""Text boxes, WordArt and alternatives: every word once."""

from __future__ import annotations

from rolwriter.model.source import NoteKind, SourceKind
from tests.readers.docx.packages import kinds, p, read, run, texts


def box(*inside: str) -> str:
    return f"<w:txbxContent>{''.join(inside)}</w:txbxContent>"


def alternate(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def test_a_text_box_follows_its_paragraph_once() -> None:
    new = f"<w:drawing><wps:txbx>{box(p('框'))}</wps:txbx></w:drawing>"
    old = f"<w:pict><v:textbox>{box(p('框'))}</v:textbox></w:pict>"
    document = read(p("甲", f"<w:r>{alternate(new, old)}</w:r>", "乙"))
    found = [(paragraph.text, paragraph.kind) for paragraph in document.paragraphs]
    assert found == [("甲乙", SourceKind.BODY), ("框", SourceKind.TEXT_BOX)]
    assert kinds(document) == {NoteKind.TEXT_BOX}


def test_a_box_with_paragraphs_and_a_table_is_read_whole() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('丙')}</w:tc><w:tc>{p('丁')}</w:tc></w:tr></w:tbl>"
    body = p("甲", f"<w:r><w:pict>{box(p('乙'), table, p('戊'))}</w:pict></w:r>")
    assert texts(body) == ["甲", "乙", "丙\t丁", "戊"]


def test_the_branch_with_words_is_read_when_the_first_has_none() -> None:
    assert texts(p("甲", f"<w:r>{alternate('<w:drawing/>', '<w:t>乙</w:t>')}</w:r>")) == ["甲乙"]


def test_a_branch_without_words_on_either_side_counts_as_one_picture() -> None:
    document = read(p("甲", f"<w:r>{alternate('<w:drawing/>', '<w:pict/>')}</w:r>"))
    assert "1处" in document.notes[0].message


def test_alternatives_around_paragraphs_give_one_of_them() -> None:
    assert texts(alternate(p("甲"), p("乙"))) == ["甲"]


def test_the_words_of_word_art_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="某某市司法局文件"/></v:shape></w:pict></w:r>'
    document = read(p(art))
    assert [paragraph.text for paragraph in document.paragraphs] == ["", "某某市司法局文件"]


def test_text_drawn_in_a_shape_is_read() -> None:
    drawn = "<a:p><a:r><a:t>甲</a:t></a:r><a:r><a:t>乙</a:t></a:r></a:p>"
    assert texts(p("图", f"<w:r><w:drawing>{drawn}</w:drawing></w:r>")) == ["图", "甲乙"]


def test_a_box_in_a_box_is_read_once() -> None:
    inner = f"<w:r><w:pict>{box(p('内'))}</w:pict></w:r>"
    outer = f"<w:r><w:pict>{box(p('外', inner))}</w:pict></w:r>"
    assert texts(p("甲", outer)) == ["甲", "外", "内"]


def test_a_box_anchored_in_a_deleted_paragraph_mark_is_kept() -> None:
    anchor = p(f"<w:r><w:pict>{box(p('框'))}</w:pict></w:r>", properties="<w:rPr><w:del/></w:rPr>")
    assert texts(anchor + p("乙")) == ["乙", "框"]


def test_a_large_first_letter_reads_on() -> None:
    first = p("法", properties='<w:framePr w:dropCap="drop"/>')
    assert texts(first + p(run("治政府"))) == ["法治政府"]


def test_words_after_a_box_belong_to_the_paragraph_around_it() -> None:
    anchor = f"<w:r><w:pict>{box(p('框'))}</w:pict></w:r>"
    assert texts(p("甲", anchor, "乙") + p("丙")) == ["甲乙", "框", "丙"]
