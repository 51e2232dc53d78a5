"""Text where no schema allows it is read all the same."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import p, read, run, texts


def test_a_paragraph_inside_a_paragraph_follows_it() -> None:
    assert texts(p("甲", p("乙"), "丙")) == ["甲丙", "乙"]


def test_a_paragraph_inside_a_run_follows_it() -> None:
    assert texts(p("甲", f"<w:r>{p('乙')}</w:r>")) == ["甲", "乙"]


def test_a_table_inside_a_paragraph_follows_it() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    assert texts(p("甲", table)) == ["甲", "乙"]


@pytest.mark.parametrize(
    "table",
    [
        f"<w:tbl>{p('甲')}</w:tbl>",
        f"<w:tbl><w:tr>{p('甲')}</w:tr></w:tbl>",
        f"<w:tbl>{run('甲')}</w:tbl>",
        f"<w:tbl><w:tr>{run('甲')}</w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc><w:foo>{p('甲')}</w:foo></w:tc></w:tr></w:tbl>",
    ],
)
def test_a_stray_paragraph_in_a_table_is_a_row(table: str) -> None:
    assert texts(table) == ["甲"]


def test_a_run_outside_a_paragraph_is_a_paragraph() -> None:
    assert texts(p("甲") + run("乙") + p("丙")) == ["甲", "乙", "丙"]


def test_a_run_after_a_table_or_a_content_control_belongs_to_nothing_before() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('甲')}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent>{p('丙')}</w:sdtContent></w:sdt>"
    assert texts(table + run("乙") + control + run("丁") + p()) == ["甲", "乙", "丙", "丁", ""]


def test_a_text_outside_a_run_is_read() -> None:
    assert texts("<w:p><w:t>甲</w:t></w:p>") == ["甲"]
    assert texts("<w:t>甲</w:t>") == ["甲"]


def test_revision_marks_around_paragraphs_are_minded() -> None:
    body = f"<w:ins>{p('甲')}</w:ins><w:del>{p('乙')}</w:del>"
    document = read(body)
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲"]
    assert document.notes[0].dropped == ("乙",)


def test_a_document_without_a_body_is_read_like_one() -> None:
    assert texts(f"</w:body>{p('甲')}<w:body>") == ["甲"]
