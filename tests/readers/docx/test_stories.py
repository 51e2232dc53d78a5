"""Footnotes, headers, footers and comments."""

from __future__ import annotations

from rolwriter.model.source import NoteKind, SourceKind
from tests.readers.docx.packages import dropped, kinds, p, read


def note(name: str, identifier: int, inside: str, kind: str = "") -> str:
    own = f' w:type="{kind}"' if kind else ""
    return f'<w:{name} w:id="{identifier}"{own}>{inside}</w:{name}>'


def call(name: str, identifier: int) -> str:
    return f'<w:r><w:{name}Reference w:id="{identifier}"/></w:r>'


def test_footnotes_then_endnotes_follow_the_body_in_the_order_of_their_calls() -> None:
    body = (
        p("办件量", call("footnote", 3), "上升", call("endnote", 1))
        + p("第二段", call("footnote", 2))
        + "<w:sectPr/>"
    )
    footnotes = (
        note("footnote", 0, p("<w:r><w:separator/></w:r>"), "separator")
        + note("footnote", 2, p("<w:r><w:footnoteRef/></w:r>", "后一条"))
        + note("footnote", 3, p("前一条"))
    )
    document = read(body, footnotes=footnotes, endnotes=note("endnote", 1, p("尾注")))
    assert [(each.text, each.kind) for each in document.paragraphs] == [
        ("办件量上升", SourceKind.BODY),
        ("第二段", SourceKind.BODY),
        ("前一条", SourceKind.FOOTNOTE),
        ("后一条", SourceKind.FOOTNOTE),
        ("尾注", SourceKind.FOOTNOTE),
    ]
    (told,) = document.notes
    assert told.kind is NoteKind.FOOTNOTE
    assert "“办件量”之后" in told.message


def test_a_note_that_nothing_calls_is_told() -> None:
    document = read(p("甲"), footnotes=note("footnote", 5, p("孤注")))
    assert [each.text for each in document.paragraphs] == ["甲"]
    assert dropped(document, NoteKind.FOOTNOTE) == ("孤注",)


def test_headers_and_footers_stand_apart_each_text_once() -> None:
    references = "".join(
        f'<w:{part}Reference w:type="{kind}" r:id="{part}{index}"/>'
        for part, kind, index in (
            ("header", "default", 1),
            ("header", "even", 2),
            ("footer", "default", 1),
        )
    )
    document = read(
        p("甲") + f"<w:sectPr>{references}</w:sectPr>",
        header1=p("内部资料"),
        header2=p("内部资料") + p(),
        footer1=p("— 1 —"),
    )
    assert [each.text for each in document.paragraphs] == ["甲"]
    assert [(each.text, each.kind) for each in document.apart] == [
        ("内部资料", SourceKind.HEADER),
        ("— 1 —", SourceKind.FOOTER),
    ]
    assert kinds(document) == {NoteKind.HEADER_FOOTER}


def test_comments_stand_apart() -> None:
    comment = '<w:comment w:id="0" w:author="某人">' + p("请核对") + p("此处") + "</w:comment>"
    body = p('<w:commentRangeStart w:id="0"/>', "甲", '<w:r><w:commentReference w:id="0"/></w:r>')
    document = read(body, comments=comment)
    assert [each.text for each in document.paragraphs] == ["甲"]
    assert [(each.text, each.kind) for each in document.apart] == [
        ("请核对", SourceKind.COMMENT),
        ("此处", SourceKind.COMMENT),
    ]
    assert kinds(document) == {NoteKind.COMMENT}


def test_lists_in_a_header_do_not_count_along_with_the_body() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    numbered = p("甲", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    document = read(numbered + section, header1=numbered, numbering=numbering)
    assert [each.text for each in (*document.paragraphs, *document.apart)] == ["1.甲", "1.甲"]


def test_a_field_that_never_ends_in_a_header_leaves_the_body_alone() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    document = read(p("甲") + section, header1=p(begin, "乙"))
    assert [each.text for each in document.paragraphs] == ["甲"]
    assert [each.text for each in document.apart] == ["乙"]


def test_the_words_of_a_diagram_are_told() -> None:
    drawn = "<a:p><a:r><a:t>受理</a:t></a:r></a:p><a:p><a:r><a:t>办结</a:t></a:r></a:p>"
    document = read(p("甲", "<w:r><w:drawing/></w:r>"), diagramData=drawn)
    assert dropped(document, NoteKind.PICTURE) == ("受理", "办结")
