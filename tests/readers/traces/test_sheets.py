from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from rolwriter.model.trace import TraceKind
from tests.readers.docx.packages import zipped
from tests.readers.traces.looking import CORE, said, ties_out
from tests.readers.xlsx.parts import formula, row, text, xlsx

CELLS = row(1, text("A1", "名称"), text("B1", "底数")) + row(2, text("A2", "党组会"))
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{}<sheets>'
    '<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'
)


def with_book(book: str) -> bytes:
    """The file with another workbook part."""
    with ZipFile(BytesIO(xlsx(CELLS))) as archive:
        parts: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    return zipped({**parts, "xl/workbook.xml": book})


def test_a_plain_sheet_carries_nothing() -> None:
    assert said(xlsx(CELLS)) == set()


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_found_with_its_words(state: str) -> None:
    words = "隐藏的工作表：名称、底数、党组会"
    assert said(xlsx(CELLS, state=state)) == {(TraceKind.HIDDEN_CELLS, words)}


def test_hidden_rows_and_columns_with_words_are_found() -> None:
    sheet = CELLS.replace('<row r="2"', '<row r="2" hidden="1"')
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>'

    assert said(xlsx(sheet, after=columns)) == {
        (TraceKind.HIDDEN_CELLS, "隐藏的第2行：党组会"),
        (TraceKind.HIDDEN_CELLS, "隐藏的第2列：底数"),
    }


def test_hidden_columns_without_any_words_are_none() -> None:
    columns = '<cols><col min="4" max="16384" hidden="1"/></cols>'
    assert said(xlsx(CELLS, after=columns)) == set()


def test_a_formula_that_asks_another_file_is_found() -> None:
    found = said(xlsx(row(1, formula("A1", "[1]Sheet1!A1", "3"))))
    assert found == {(TraceKind.EXTERNAL, "公式引用其他文件：[1]Sheet1!A1")}


@pytest.mark.parametrize(
    ("name", "content", "kind", "words"),
    [
        ("xl/externalLinks/externalLink1.xml", "<a/>", "external", "引用其他工作簿的数据"),
        ("xl/connections.xml", "<a/>", "external", "数据连接"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", "<a/>", "cache", "透视表的源数据"),
        ("xl/printerSettings/printerSettings1.bin", "", "printer", "打印机设置"),
        ("xl/vbaProject.bin", "", "macro", "宏（VBA）"),
        ("docProps/core.xml", CORE.format("<dc:creator>甲</dc:creator>"), "person", "作者：甲"),
        (
            "xl/comments1.xml",
            '<comments><authors><author>王</author></authors><commentList><comment ref="B2" '
            'authorId="0"><text><t>再核</t></text></comment></commentList></comments>',
            "comment",
            "B2 王：再核",
        ),
    ],
)
def test_each_part_that_tells_something_is_found(
    name: str, content: str, kind: str, words: str
) -> None:
    found = said(xlsx(CELLS, more={name: content.encode()}))
    assert found == {(TraceKind(kind), words)}


def test_what_the_workbook_itself_tells_is_found() -> None:
    names = (
        '<definedNames><definedName name="底数">表!$B$1</definedName>'
        '<definedName name="_xlnm.Print_Titles">表!$1:$1</definedName></definedNames>'
    )
    path = '<x15ac:absPath xmlns:x15ac="urn:ac" url="D:&#92;材料&#92;"/>'
    sharing = '<fileSharing userName="李四"/>'
    book = BOOK.format(names + path + sharing)

    found = said(with_book(book))

    assert {kind for kind, _ in found} == {
        TraceKind.DEFINED_NAME,
        TraceKind.PATH,
        TraceKind.PERSON,
    }
    assert (TraceKind.DEFINED_NAME, "底数 = 表!$B$1") in found


def test_links_out_of_the_file_are_found() -> None:
    members = ties_out("hyperlink", "file:///D:/a.xls", "xl/worksheets/_rels/s.xml.rels")
    found = said(xlsx(CELLS, more={name: text.encode() for name, text in members.items()}))

    assert (TraceKind.EXTERNAL, "file:///D:/a.xls") in found


def test_a_column_of_other_words_is_not_taken_for_the_forms_own() -> None:
    sheet = row(1, text("A1", "[f1]")) + row(2, text("A2", "底数"))
    columns = '<cols><col min="1" max="1" hidden="1"/></cols>'

    assert said(xlsx(sheet, after=columns)) != set()
