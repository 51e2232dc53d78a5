"""Which files are taken for Word files, and how their parts are found."""

from __future__ import annotations

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.docx import read_docx
from tests.readers.docx.packages import NAMESPACES, OPEN, docx, p, ties, zipped

DOCUMENT = f"<w:document {NAMESPACES}><w:body>{p('甲')}</w:body></w:document>"
TYPES = (
    '<Types xmlns="{}/package/2006/content-types">'
    '<Override PartName="/{}" ContentType="{}"/></Types>'
)


def texts(parts: dict[str, str | bytes]) -> list[str]:
    return [paragraph.text for paragraph in read_docx(zipped(parts)).paragraphs]


def refused(data: bytes) -> RolwriterError:
    with pytest.raises(RolwriterError) as caught:
        read_docx(data)
    error = caught.value
    assert error.what
    assert error.consequence
    assert error.remedy
    return error


@pytest.mark.parametrize(
    "main_type",
    [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_the_main_part_is_found_by_its_type_without_relationships(main_type: str) -> None:
    types = TYPES.format(OPEN, "odd/main.xml", main_type)
    assert texts({"[Content_Types].xml": types, "odd/main.xml": DOCUMENT}) == ["甲"]


def test_the_main_part_is_found_by_its_relationship_wherever_it_lies() -> None:
    parts = {"_rels/.rels": ties(("r", "officeDocument", "/x/y.xml")), "x/y.xml": DOCUMENT}
    assert texts(parts) == ["甲"]


def test_the_main_part_is_found_by_its_usual_name_alone() -> None:
    assert texts({"word/document.xml": DOCUMENT}) == ["甲"]


def test_names_in_another_case_or_with_backslashes_are_found() -> None:
    assert texts({"Word\\Document.xml": DOCUMENT}) == ["甲"]


def test_a_strict_file_is_read_like_any_other() -> None:
    strict = (
        DOCUMENT.replace(
            f"{OPEN}/wordprocessingml/2006/", "http://purl.oclc.org/ooxml/wordprocessingml/"
        )
        .replace(f"{OPEN}/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
        .replace(p("甲"), p("甲", properties='<w:outlineLvl w:val="0"/>'))
    )
    assert "purl" in strict
    root = ties(("r", "officeDocument", "word/document.xml")).replace(
        f"{OPEN}/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/"
    )
    (paragraph,) = read_docx(zipped({"_rels/.rels": root, "word/document.xml": strict})).paragraphs
    assert (paragraph.text, paragraph.outline) == ("甲", 1)


def test_a_mention_of_the_strict_vocabulary_in_the_text_is_left_alone() -> None:
    address = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert texts({"word/document.xml": DOCUMENT.replace("甲", address)}) == [address]


def test_dangling_relationships_are_no_hindrance() -> None:
    parts: dict[str, str | bytes] = {
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": ties(
            ("a", "styles", "missing.xml"),
            ("b", "header", "../../../x.xml"),
            ("c", "image", "NULL"),
        ),
    }
    assert texts(parts) == ["甲"]


def test_a_damaged_secondary_part_is_told_and_the_text_is_read() -> None:
    parts: dict[str, str | bytes] = {
        "word/document.xml": DOCUMENT,
        "word/styles.xml": "<w:styles",
    }
    document = read_docx(zipped(parts))
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲"]
    assert "styles.xml" in document.notes[0].message


def test_another_encoding_of_the_xml_is_read() -> None:
    declared = '<?xml version="1.0" encoding="GB18030"?>' + DOCUMENT
    assert texts({"word/document.xml": declared.encode("gb18030")}) == ["甲"]
    assert texts({"word/document.xml": DOCUMENT.encode("utf-16")}) == ["甲"]


def test_a_workbook_is_no_word_file() -> None:
    sheet = f'<workbook xmlns="{OPEN}/spreadsheetml/2006/main"/>'
    parts: dict[str, str | bytes] = {
        "_rels/.rels": ties(("r", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": sheet,
    }
    assert "没有Word正文" in refused(zipped(parts)).what


def test_an_empty_file_is_refused_as_empty() -> None:
    assert "空的" in refused(b"").what


def test_a_picture_is_refused_as_a_picture() -> None:
    assert "图片" in refused(b"\x89PNG\r\n\x1a\n" + bytes(40)).what


def test_a_file_with_a_password_is_refused_with_the_way_out() -> None:
    container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    error = refused(container + "EncryptedPackage".encode("utf-16-le").ljust(128, b"\0"))
    assert "密码" in error.what
    assert "密码" in error.remedy


def test_a_file_of_another_kind_is_refused() -> None:
    assert "另存为" in refused(b"<html><body>x</body></html>").remedy


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_file_is_refused_as_damaged(share: float) -> None:
    data = docx(p("依法行政" * 100))
    assert "损坏" in refused(data[: int(len(data) * share)]).what


def test_a_document_type_declaration_is_refused() -> None:
    declared = '<!DOCTYPE x [<!ENTITY e "乙">]>' + DOCUMENT.replace("甲", "甲&e;")
    assert "DOCTYPE" in refused(zipped({"word/document.xml": declared})).what


def test_xml_nested_too_deeply_is_refused() -> None:
    nested = "<w:sdt><w:sdtContent>" * 200 + p("甲") + "</w:sdtContent></w:sdt>" * 200
    refused(zipped({"word/document.xml": DOCUMENT.replace(p("甲"), nested)}))


def test_the_deepest_nesting_allowed_is_read() -> None:
    row = "<w:tbl><w:tr><w:tc>"
    nested = row * 80 + p("甲") + "</w:tc></w:tr></w:tbl>" * 80
    assert texts({"word/document.xml": DOCUMENT.replace(p("甲"), nested)}) == ["甲"]


@pytest.mark.parametrize("module", ["survey", "story"])
def test_a_flood_of_paragraphs_is_refused(monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setattr(f"rolwriter.readers.docx.{module}.MAX_PARAGRAPHS", 5)
    assert len(read_docx(docx("<w:p/>" * 5)).paragraphs) == 5
    assert "段" in refused(docx("<w:p/>" * 6)).what
