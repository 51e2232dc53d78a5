"""Pages saved from sites, documents saved as HTML, and pasted fragments."""

# ruff: noqa: E501 - markup reads best unbroken

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.model.source import NoteKind, SourceDocument, SourceKind
from rolwriter.readers.html import read_html, read_mht
from rolwriter.readers.sniff import sniff

OFFICE = '<meta name="generator" content="LibreOffice 7.4"/>'

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>报告_某县政府</title>
<script>var a = "不是正文";</script><style>p{color:red}</style></head><body>
<nav><a href="/">首页</a><a href="/a">政务公开</a></nav>
<div class="top"><a href="#">无障碍</a> <a href="#">长者版</a></div>
<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/b">法治政府建设</a></div>
<ul class="menu"><li><a href="/1">机构职能</a></li><li><a href="/2">政策文件</a></li></ul>
<table class="box"><tr><td>索引号：</td><td>11500108/2025-00012</td><td>主题分类：</td><td>司法</td></tr>
<tr><td>发布机构：</td><td>青石县粮食局</td><td>成文日期：</td><td>2025-01-20</td></tr></table>
<h1>青石县粮食局关于2024年法治政府建设情况的报告</h1>
<div class="info">信息来源：青石县粮食局 浏览次数：123 【字号：大 中 小】 打印</div>
<div id="zoom"><p>县委、县政府：</p>
<p>　　2024年，我局认真学习有关法律，坚持依法管粮。现将有关情况报告如下：</p>
<p>　　<strong>一、主要举措和成效</strong></p>
<p>　　组织学习12次，参考率100%，检查企业58家。整改率达到94.7%。</p>
<p>　　<b>二、存在的不足和原因</b></p>
<p>　　执法力量偏弱，原因是编制少、任务重；普法形式也比较单一。</p>
<p>青石县粮食局<br>2025年1月20日</p></div>
<div>上一篇：<a href="/x">关于开展检查的通知</a></div><div>扫一扫在手机打开当前页</div>
<div class="foot"><p>主办单位：青石县人民政府办公室　网站标识码：5001080001</p>
<p>渝ICP备05000001号 渝公网安备 50010802000001号</p></div></body></html>"""

TEXT = [
    "青石县粮食局关于2024年法治政府建设情况的报告",
    "县委、县政府：",
    "　　2024年，我局认真学习有关法律，坚持依法管粮。现将有关情况报告如下：",
    "　　一、主要举措和成效",
    "　　组织学习12次，参考率100%，检查企业58家。整改率达到94.7%。",
    "　　二、存在的不足和原因",
    "　　执法力量偏弱，原因是编制少、任务重；普法形式也比较单一。",
    "青石县粮食局",
    "2025年1月20日",
]


def texts(document: SourceDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def lines(markup: str) -> list[str]:
    return texts(read_html(markup.encode()))


def dropped(document: SourceDocument, kind: NoteKind) -> tuple[str, ...]:
    return tuple(words for note in document.notes if note.kind is kind for words in note.dropped)


def test_of_a_site_s_page_the_text_is_taken() -> None:
    assert texts(read_html(PAGE.encode())) == TEXT


def test_all_furniture_is_named() -> None:
    named = "\n".join(dropped(read_html(PAGE.encode()), NoteKind.FURNITURE))
    for words in [
        "首页",
        "索引号",
        "成文日期",
        "字号",
        "上一篇",
        "扫一扫",
        "网站标识码",
        "ICP备",
        "机构职能",
    ]:
        assert words in named


def test_no_word_of_a_page_is_lost_in_silence() -> None:
    document = read_html(PAGE.encode())
    found = "".join(texts(document)) + "".join(dropped(document, NoteKind.FURNITURE))
    for words in [
        "无障碍",
        "长者版",
        "政务公开",
        "11500108/2025-00012",
        "浏览次数",
        "关于开展检查的通知",
    ]:
        assert words in found


def test_a_box_of_lines_is_furniture_too() -> None:
    box = "<p>索引号：</p><p>115001</p><p>发文字号：青粮〔2025〕3号</p><p>有效性：</p><p>有效</p>"
    page = PAGE.replace('<table class="box">', box + '<table class="box">')
    assert texts(read_html(page.encode())) == TEXT


def test_a_page_laid_out_in_tables_is_no_table() -> None:
    page = PAGE.replace('<div id="zoom">', "<table><tr><td width=1></td><td>")
    page = page.replace("2025年1月20日</p></div>", "2025年1月20日</p></td></tr></table>")
    assert texts(read_html(page.encode())) == TEXT


def test_words_of_the_text_that_look_like_furniture_stay() -> None:
    more = "<p>　　主办单位为县司法局的活动共3场，来源：台账。打印宣传册200份。</p>"
    page = PAGE.replace("<p>　　<b>二、", more + "<p>　　<b>二、")
    assert "　　主办单位为县司法局的活动共3场，来源：台账。打印宣传册200份。" in texts(
        read_html(page.encode())
    )


def test_a_document_saved_by_an_office_program_is_taken_whole() -> None:
    assert lines(f"<html><head>{OFFICE}</head><body><p>打印</p><p>来源：台账</p></body>") == [
        "打印",
        "来源：台账",
    ]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8"])
def test_the_page_s_own_charset_is_taken(charset: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    assert texts(read_html((page + "</head><p>法治政府建设</p>").encode(charset))) == [
        "法治政府建设"
    ]


def test_a_few_broken_bytes_are_marked_and_told() -> None:
    data = f"<html><meta charset=gbk><p>{'法治政府建设' * 40}</p>".encode("gbk") + b"<p>\xff</p>"
    document = read_html(data)
    assert texts(document)[-1] == "\ufffd"
    assert NoteKind.ENCODING in {note.kind for note in document.notes}


def test_a_page_of_broken_bytes_is_refused() -> None:
    with pytest.raises(RolwriterError, match="损坏"):
        read_html(b"<html>" + b"\xff\xfe\xfd" * 200)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("甲<br>乙", ["甲", "乙"]),
        ("<p>甲<p>乙", ["甲", "乙"]),
        ("<p><br></p><p>甲<br></p>", ["", "甲"]),
        ("<div>甲<br><br>乙</div>", ["甲", "", "乙"]),
        ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
        ("<p> 甲 \n 乙  a\n b </p>", ["甲乙 a b"]),
        ("<p>\u3000\u3000甲</p>", ["\u3000\u3000甲"]),
        ("<p>&ldquo;甲&rdquo;&mdash;&#12304;乙&#x3011;&nbsp;</p>", ["“甲”—【乙】\xa0"]),
        ("<p>甲<b>乙</b><span>丙</span></p>", ["甲乙丙"]),
        ("<pre>甲  乙\n丙</pre>", ["甲  乙", "丙"]),
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲</li><li value=7>乙</li></ol>", ["3.甲", "7.乙"]),
        ('<ol style="list-style-type:simp-chinese-informal"><li>甲</ol>', ["一、甲"]),
        ("<ol type=a><li><p>甲</p><p>乙</p></ol>", ["a.甲", "乙"]),
        ("<ul><li>甲</ul>", ["甲"]),
        ("<table><tr><td>甲<td>乙</table>", ["甲\t乙"]),
        (
            "<table><caption>表</caption><tr><td><p>甲</p><p>乙</p><td>丙</table>",
            ["表", "甲 乙\t丙"],
        ),
        ("<p>甲</div></p></td>乙", ["甲", "乙"]),
        ("<h2>甲</h2>", ["甲"]),
        ("a &lt; b", ["a < b"]),
        ("<p>甲<![if !supportLists]>乙<![endif]>丙<![odd[丁]]></p>", ["甲乙丙丁"]),
    ],
)
def test_markup_is_read_as_a_browser_shows_it(markup: str, expected: list[str]) -> None:
    assert lines(markup) == expected


def test_headings_have_their_level_and_rows_their_kind() -> None:
    document = read_html(b"<h2>A</h2><table><tr><td>B<td>C</table>")
    assert [(p.outline, p.kind) for p in document.paragraphs] == [
        (2, SourceKind.BODY),
        (None, SourceKind.TABLE),
    ]


@pytest.mark.parametrize("mark", ['style="display: none"', "hidden", 'style="mso-hide:all"'])
def test_hidden_words_are_named_and_left_out(mark: str) -> None:
    document = read_html(f"<p>甲<span {mark}>乙</span>丙</p>".encode())
    assert texts(document) == ["甲丙"]
    assert dropped(document, NoteKind.HIDDEN) == ("乙",)


def test_a_tracked_deletion_is_named_and_left_out_but_struck_text_stays() -> None:
    document = read_html('<p>甲<del datetime="2024">乙</del><del>丙</del></p>'.encode())
    assert texts(document) == ["甲丙"]
    assert dropped(document, NoteKind.REVISION) == ("乙",)


def test_the_clipboard_s_fragment_is_taken() -> None:
    data = "Version:0.9\r\nStartHTML:0\r\n<html><!--StartFragment--><p>甲</p><!--EndFragment-->乙"
    assert sniff(data.encode()) == "html"
    assert lines(data) == ["甲"]


def test_headers_and_footnotes_of_an_office_page_find_their_place() -> None:
    document = read_html(
        f'<html><head>{OFFICE}</head><body><div title="header"><p>眉</p></div><p>甲<a '
        'class="sdfootnoteanc">1</a></p><div id="sdfootnote1"><p><a class="sdfootnotesym">1</a>'
        "注</p></div></body>".encode()
    )
    assert [(p.text, p.kind) for p in document.paragraphs] == [
        ("甲", SourceKind.BODY),
        ("注", SourceKind.FOOTNOTE),
    ]
    assert [(p.text, p.kind) for p in document.apart] == [("眉", SourceKind.HEADER)]


def test_a_page_archive_holds_a_page() -> None:
    data = (
        "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\tboundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="gb2312"\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=B1=A8=B8=E6</p>\r\n"
        "--x\r\nContent-Type: image/png\r\n\r\nAAAA\r\n--x--\r\n"
    ).encode("ascii")
    assert sniff(data) == "mht"
    assert texts(read_mht(data)) == ["报告"]


def test_a_page_archive_without_a_page_is_refused() -> None:
    with pytest.raises(RolwriterError):
        read_mht(b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nAAAA")


def test_elements_nested_beyond_reason_are_read() -> None:
    assert lines("<div>" * 20_000 + "甲") == ["甲"]


TAGS = st.sampled_from(
    [
        "p",
        "br",
        "div",
        "table",
        "tr",
        "td",
        "li",
        "ol",
        "b",
        "a",
        "h1",
        "pre",
        "span",
        "ul",
        "nav",
        "del",
    ]
)
PIECES = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.text("甲乙一、（）。1a <>&;\n\u3000", max_size=8),
)


@given(st.lists(PIECES, max_size=40))
def test_any_markup_is_read(pieces: list[str]) -> None:
    markup = "<html>" + "".join(pieces)
    document = read_html(markup.encode("utf-8", "ignore"))
    assert all("\n" not in paragraph.text for paragraph in document.paragraphs)
