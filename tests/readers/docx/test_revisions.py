"""Tracked changes read as if all were accepted; what is deleted is told."""

from __future__ import annotations

from rolwriter.model.source import NoteKind
from tests.readers.docx.packages import dropped, p, read, run, texts


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_an_insertion_is_kept_and_a_deletion_told() -> None:
    document = read(p("依法", f"<w:ins>{run('全面')}</w:ins>", deleted("部分"), "行政"))
    assert document.paragraphs[0].text == "依法全面行政"
    (note,) = document.notes
    assert note.kind is NoteKind.REVISION
    assert "插入的1处" in note.message
    assert note.dropped == ("部分",)


def test_moved_text_is_read_once_where_it_went() -> None:
    away = f"<w:moveFrom>{run('甲')}</w:moveFrom>"
    here = f"<w:moveTo>{run('甲')}</w:moveTo>"
    assert texts(p("一", away) + p("二", here)) == ["一", "二甲"]


def test_words_inserted_and_deleted_again_are_gone() -> None:
    document = read(p("甲", f"<w:ins>{deleted('乙')}</w:ins>"))
    assert document.paragraphs[0].text == "甲"
    assert dropped(document, NoteKind.REVISION) == ("乙",)


def test_plain_text_inside_a_deletion_is_deleted_too() -> None:
    assert texts(p("甲", f"<w:del>{run('乙')}</w:del>")) == ["甲"]


def test_a_deleted_paragraph_mark_joins_with_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(p("甲", properties=gone) + p("乙", properties=gone) + p("丙")) == ["甲乙丙"]


def test_a_paragraph_moved_away_leaves_no_empty_line() -> None:
    gone = "<w:rPr><w:moveFrom/></w:rPr>"
    away = p(f"<w:moveFrom>{run('甲')}</w:moveFrom>", properties=gone)
    assert texts(p("一") + away + p("二")) == ["一", "二"]


def test_a_deleted_mark_before_a_table_ends_its_paragraph_all_the_same() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    assert texts(p("甲", properties="<w:rPr><w:del/></w:rPr>") + table) == ["甲", "乙"]


def test_a_deleted_mark_at_the_end_loses_nothing() -> None:
    assert texts(p("甲", properties="<w:rPr><w:del/></w:rPr>")) == ["甲"]


def test_an_inserted_paragraph_mark_ends_a_paragraph() -> None:
    assert texts(p("甲", properties="<w:rPr><w:ins/></w:rPr>") + p("乙")) == ["甲", "乙"]


def test_old_properties_in_a_change_do_not_count() -> None:
    change = (
        '<w:pPrChange><w:pPr><w:pStyle w:val="h"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'
    )
    old = "<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>"
    styles = '<w:style w:styleId="h"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    document = read(p(f"<w:r>{old}<w:t>甲</w:t></w:r>", properties=change), styles=styles)
    (paragraph,) = document.paragraphs
    assert (paragraph.text, paragraph.outline) == ("甲", None)


def test_a_deleted_row_and_a_deleted_cell_are_told() -> None:
    body = (
        "<w:tbl>"
        f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('甲')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{p('乙')}</w:tc><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('丙')}</w:tc></w:tr>"
        "</w:tbl>"
    )
    document = read(body)
    assert [paragraph.text for paragraph in document.paragraphs] == ["乙"]
    assert dropped(document, NoteKind.REVISION) == ("甲", "丙")
