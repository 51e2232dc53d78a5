"""OpenDocument text: numbers typed, revisions settled, what is hidden named."""

# ruff: noqa: E501 - markup reads best unbroken

from __future__ import annotations

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import NoteKind, SourceDocument, SourceKind
from rolwriter.readers.odt import read_odt
from tests.readers.containers import pack

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)
MIME = "application/vnd.oasis.opendocument.text"
HAN = '<text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>'
ROUND = '<text:list-level-style-number text:level="2" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."/>'
PLAIN = '<text:list-level-style-number text:level="3" style:num-suffix="." style:num-format="1" text:display-levels="2"/>'
LIST = f'<text:list-style style:name="L">{HAN}{ROUND}{PLAIN}</text:list-style>'


def odt(body: str, styles: str = "", margins: str = "") -> bytes:
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    definitions = f"<office:document-styles {NAMES}>{margins}</office:document-styles>"
    return pack({"mimetype": MIME, "content.xml": content, "styles.xml": definitions})


def read(body: str, styles: str = "", margins: str = "") -> SourceDocument:
    return read_odt(odt(body, styles, margins))


def lines(body: str, styles: str = "", margins: str = "") -> list[str]:
    return [paragraph.text for paragraph in read(body, styles, margins).paragraphs]


def item(text: str, more: str = "", attributes: str = "") -> str:
    return f"<text:list-item {attributes}><text:p>{text}</text:p>{more}</text:list-item>"


def test_blanks_tabs_and_breaks_are_characters() -> None:
    body = (
        '<text:p>甲<text:s text:c="3"/>乙<text:tab/>丙\n  丁<text:line-break/>戊</text:p><text:p/>'
    )
    assert lines(body) == ["甲   乙\t丙 丁", "戊", ""]


def test_a_file_that_asks_for_endless_blanks_gets_few() -> None:
    assert len(lines('<text:p>甲<text:s text:c="999999"/>乙</text:p>')[0]) < 2000


def test_lists_are_numbered_by_level_and_deeper_levels_start_anew() -> None:
    deep = f"<text:list>{item('丙')}</text:list>"
    inner = f"<text:list>{item('乙', deep)}{item('丁')}</text:list>"
    body = f'<text:list text:style-name="L">{item("甲", inner)}{item("戊", inner)}</text:list>'
    assert lines(body, LIST) == [
        "一、甲",
        "（一）乙",
        "一.1.丙",
        "（二）丁",
        "二、戊",
        "（一）乙",
        "一.1.丙",
        "（二）丁",
    ]


def test_a_list_starts_anew_unless_it_continues() -> None:
    first = f'<text:list xml:id="a" text:style-name="L">{item("甲")}</text:list>'
    again = f'<text:list text:style-name="L">{item("乙")}</text:list>'
    goes_on = (
        f'<text:list text:style-name="L" text:continue-numbering="true">{item("丙")}</text:list>'
    )
    back = f'<text:list text:style-name="L" text:continue-list="a">{item("丁")}</text:list>'
    assert lines(first + again + goes_on + back, LIST) == ["一、甲", "一、乙", "二、丙", "二、丁"]


def test_a_start_value_and_a_second_paragraph_of_an_item() -> None:
    body = f"""<text:list text:style-name="L">{item("甲", "<text:p>乙</text:p>", 'text:start-value="5"')}
    <text:list-header><text:p>丙</text:p></text:list-header>{item("丁")}</text:list>"""
    assert lines(body, LIST) == ["五、甲", "乙", "丙", "六、丁"]


def test_headings_are_numbered_by_the_outline() -> None:
    level = (
        '<text:outline-level-style text:level="1" style:num-suffix="、" style:num-format="一, 二"/>'
    )
    outline = f"<office:styles><text:outline-style>{level}</text:outline-style></office:styles>"
    document = read(
        '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h>',
        margins=outline,
    )
    assert [(p.text, p.outline) for p in document.paragraphs] == [("一、甲", 1), ("乙", 2)]


def test_an_unknown_number_format_is_told() -> None:
    odd = LIST.replace("一, 二, 三, ...", "ᚠ, ᚢ, ...")
    document = read(f'<text:list text:style-name="L">{item("甲")}</text:list>', odd)
    assert document.paragraphs[0].text == "1、甲"
    assert "ᚠ" in document.notes[0].message


def test_deleted_words_are_named_and_left_out() -> None:
    region = "<text:changed-region><text:deletion><text:p>乙</text:p></text:deletion></text:changed-region>"
    body = (
        f"<text:tracked-changes>{region}</text:tracked-changes><text:p>甲<text:change/>丙</text:p>"
    )
    document = read(body)
    assert [p.text for p in document.paragraphs] == ["甲丙"]
    assert [(n.kind, n.dropped) for n in document.notes] == [(NoteKind.REVISION, ("乙",))]


def test_hidden_words_are_named_and_left_out() -> None:
    styles = """<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
    <style:style style:name="I" style:family="text" style:parent-style-name="H"/>
    <style:style style:name="P" style:family="paragraph"><style:text-properties text:display="none"/></style:style>"""
    body = """<text:p>甲<text:span text:style-name="I">乙</text:span></text:p><text:p text:style-name="P">丙</text:p>
    <text:section text:display="none"><text:p>丁</text:p></text:section>"""
    document = read(body, styles)
    assert [p.text for p in document.paragraphs] == ["甲"]
    assert document.notes[0].dropped == ("乙", "丙", "丁")


def test_notes_boxes_and_comments_find_their_place() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>"
    box = "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box><svg:title>题</svg:title></draw:frame>"
    comment = "<office:annotation><text:p>批</text:p></office:annotation>"
    document = read(f"<text:p>甲{note}{box}{comment}乙</text:p><text:p>丙</text:p>")
    assert [(p.text, p.kind) for p in document.paragraphs] == [
        ("甲乙", SourceKind.BODY),
        ("框", SourceKind.TEXT_BOX),
        ("丙", SourceKind.BODY),
        ("注", SourceKind.FOOTNOTE),
    ]
    assert [(p.text, p.kind) for p in document.apart] == [("批", SourceKind.COMMENT)]


def test_a_table_row_is_one_paragraph() -> None:
    cells = "<table:table-cell><text:p>甲</text:p><text:p>乙</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>丙</text:p></table:table-cell>"
    body = f"<table:table><table:table-header-rows><table:table-row>{cells}</table:table-row></table:table-header-rows></table:table>"
    document = read(body)
    assert [(p.text, p.kind) for p in document.paragraphs] == [("甲 乙\t\t丙", SourceKind.TABLE)]


def test_headers_and_footers_stand_apart_once() -> None:
    page = "<style:master-page><style:header><text:p>眉</text:p></style:header><style:header-left><text:p>眉</text:p></style:header-left></style:master-page>"
    document = read(
        "<text:p>甲</text:p>", margins=f"<office:master-styles>{page}</office:master-styles>"
    )
    assert [(p.text, p.kind) for p in document.apart] == [("眉", SourceKind.HEADER)]


def test_a_title_is_known_by_its_style() -> None:
    styles = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="Title" style:family="paragraph"/>'
    document = read('<text:p text:style-name="P1">甲</text:p>', styles)
    assert document.paragraphs[0].outline == 0


def test_styles_in_a_circle_do_no_harm() -> None:
    styles = '<style:style style:name="A" style:family="paragraph" style:parent-style-name="A"/>'
    assert lines('<text:p text:style-name="A">甲</text:p>', styles) == ["甲"]


def test_a_file_with_a_password_is_refused() -> None:
    manifest = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    data = pack({"mimetype": MIME, "content.xml": "x", "META-INF/manifest.xml": manifest})
    with pytest.raises(RolwriterError, match="密码"):
        read_odt(data)


@pytest.mark.parametrize("members", [{"mimetype": MIME}, {"mimetype": MIME, "content.xml": "<a"}])
def test_a_damaged_file_is_refused(members: dict[str, str]) -> None:
    with pytest.raises(RolwriterError, match="损坏"):
        read_odt(pack(members))
