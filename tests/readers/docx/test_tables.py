"""Tables become rows of tab-joined cells."""

from __future__ import annotations

from rolwriter.model.source import NoteKind, SourceKind
from tests.readers.docx.packages import dropped, p, read, texts


def cell(*inside: str, properties: str = "") -> str:
    own = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    blocks = (piece if piece.startswith("<") else p(piece) for piece in inside)
    return f"<w:tc>{own}{''.join(blocks)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_each_row_is_one_paragraph_of_tab_joined_cells() -> None:
    document = read(p("前") + table(cell("甲") + cell("乙"), cell("丙") + cell("丁")) + p("后"))
    found = [(paragraph.text, paragraph.kind) for paragraph in document.paragraphs]
    assert found == [
        ("前", SourceKind.BODY),
        ("甲\t乙", SourceKind.TABLE),
        ("丙\t丁", SourceKind.TABLE),
        ("后", SourceKind.BODY),
    ]
    (note,) = document.notes
    assert note.kind is NoteKind.TABLE
    assert "2行" in note.message


def test_paragraphs_and_breaks_of_a_cell_are_parted_by_a_space() -> None:
    broken = p("乙", "<w:r><w:br/><w:t>丙</w:t><w:tab/><w:t>丁</w:t></w:r>")
    assert texts(table(cell("甲", broken) + cell("戊"))) == ["甲 乙 丙 丁\t戊"]


def test_merged_cells_keep_the_columns_in_line() -> None:
    wide = cell("甲", properties='<w:gridSpan w:val="2"/>')
    assert texts(table(wide + cell("乙"), cell("丙") + cell("丁") + cell("戊"))) == [
        "甲\t\t乙",
        "丙\t丁\t戊",
    ]


def test_a_monstrous_span_is_clamped() -> None:
    wide = cell("甲", properties='<w:gridSpan w:val="50000000"/>')
    (text,) = texts(table(wide + cell("乙")))
    assert text.count("\t") == 63


def test_a_cell_under_a_merged_one_is_empty_and_its_words_are_told() -> None:
    document = read(
        table(
            cell("甲", properties='<w:vMerge w:val="restart"/>') + cell("乙"),
            cell("丙", properties="<w:vMerge/>") + cell("丁"),
        )
    )
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲\t乙", "\t丁"]
    assert dropped(document, NoteKind.TABLE) == ("丙",)


def test_columns_left_out_before_a_row_are_counted() -> None:
    row = f'<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("甲")}</w:tr></w:tbl>'
    assert texts(row) == ["\t甲"]


def test_a_table_in_a_table_is_read_in_its_cell() -> None:
    inner = table(cell("乙") + cell("丙"), cell("丁") + cell("戊"))
    assert texts(table(cell("甲", inner) + cell("己"))) == ["甲 乙 丙 丁 戊\t己"]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    body = (
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent>"
        f"{cell('甲')}</w:sdtContent></w:sdt>{cell('乙')}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert texts(body) == ["甲\t乙"]


def test_a_row_without_words_is_left_out() -> None:
    assert texts(table(cell() + cell(""), cell("甲") + cell(""))) == ["甲\t"]


def test_a_frame_of_one_cell_is_read_as_the_text_it_frames() -> None:
    document = read(table(cell("一、甲", "乙")))
    assert [(each.text, each.kind) for each in document.paragraphs] == [
        ("一、甲", SourceKind.BODY),
        ("乙", SourceKind.BODY),
    ]


def test_a_text_box_in_a_cell_follows_the_row() -> None:
    anchor = p("甲", f"<w:r><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r>")
    document = read(table(cell(anchor) + cell("乙")))
    assert [(each.text, each.kind) for each in document.paragraphs] == [
        ("甲\t乙", SourceKind.TABLE),
        ("框", SourceKind.TEXT_BOX),
    ]
