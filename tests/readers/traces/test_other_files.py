from __future__ import annotations

import struct
import zlib

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.trace import Trace, TraceKind
from rolwriter.readers.traces import inspect_bytes
from rolwriter.readers.traces.pictures import picture_traces
from tests.readers.containers import compound
from tests.readers.docx.packages import zipped
from tests.readers.traces.looking import CORE, FOLDER, said

_NS = "urn:oasis:names:tc:opendocument:xmlns:"


def pdf(*objects: str, trailer: str = "", before: bytes = b"", after: bytes = b"") -> bytes:
    """A PDF of one empty page; ``objects`` are numbered from 4."""
    bodies = [
        "<</Type/Catalog/Pages 2 0 R{catalog}>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{page}>>",
        *objects,
    ]
    out = bytearray(b"%PDF-1.7\n" + before)
    places = list[int]()
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer<</Size {len(bodies) + 1}/Root 1 0 R{trailer}>>\n".encode()
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start + after


def with_keys(data: bytes, catalog: str = "", page: str = "") -> bytes:
    """The same with entries in catalog and page; the table of places is then mended by pdfium."""
    return data.replace(b"{catalog}", catalog.encode()).replace(b"{page}", page.encode())


def of_pdf(
    *objects: str, catalog: str = "", page: str = "", **more: str
) -> set[tuple[TraceKind, str]]:
    return said(with_keys(pdf(*objects, **more), catalog, page))  # type: ignore[arg-type]


def test_a_pdf_of_pages_alone_carries_nothing() -> None:
    assert of_pdf() == set()


def test_the_properties_of_a_pdf_are_found() -> None:
    info = "<</Author(Wang)/Producer(P 1)/Creator(W)/CreationDate(D:2024)/Keywords(k)/Title(t)>>"

    assert of_pdf(info, trailer="/Info 4 0 R") == {
        (TraceKind.PERSON, "作者：Wang"),
        (TraceKind.PROGRAM, "生成软件：P 1"),
        (TraceKind.PROGRAM, "编写软件：W"),
        (TraceKind.TIME, "创建时间：D:2024"),
        (TraceKind.PROPERTY, "关键词：k"),
        (TraceKind.PROPERTY, "标题：t"),
    }


def test_xmp_is_found_packed_or_not_but_not_its_title_alone() -> None:
    said_ = "<x:xmpmeta><rdf:RDF><xmp:CreatorTool>W</xmp:CreatorTool></rdf:RDF></x:xmpmeta>"
    alt = "<dc:title><rdf:Alt><rdf:li>t</rdf:li></rdf:Alt></dc:title>"
    title = f"<x:xmpmeta><rdf:RDF>{alt}</rdf:RDF></x:xmpmeta>"
    packed = zlib.compress(said_.encode()).decode("latin-1")
    plain = f"<</Type/Metadata/Length {len(said_)}>>stream\n{said_}\nendstream"
    flate = f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n{packed}\nendstream"
    wanted = {(TraceKind.PROPERTY, "xmp:CreatorTool：W")}

    assert of_pdf(plain) == wanted
    assert of_pdf(flate) == wanted
    assert of_pdf(f"<</Length {len(title)}>>stream\n{title}\nendstream") == set()


def test_annotations_links_and_forms_are_found_with_their_page() -> None:
    note = "<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Wang)/Contents(redo)>>"
    link = "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://10.0.0.8/)>>>>"
    field = "<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/Rect[0 0 9 9]>>"

    assert of_pdf(note, link, field, page="/Annots[4 0 R 5 0 R 6 0 R]") == {
        (TraceKind.ANNOTATION, "文字注释：Wang redo"),
        (TraceKind.EXTERNAL, "http://10.0.0.8/"),
        (TraceKind.ANNOTATION, "表单域：f"),
    }


def test_attachments_and_scripts_of_a_pdf_are_found() -> None:
    names = "/Names<</EmbeddedFiles<</Names[(a.xlsx) 4 0 R]>>/JavaScript<</Names[(j) 6 0 R]>>>>"
    found = of_pdf(
        "<</Type/Filespec/F(a.xlsx)/UF(a.xlsx)/EF<</F 5 0 R>>>>",
        "<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream",
        "<</S/JavaScript/JS(app.alert(1))>>",
        catalog=names,
    )
    assert found == {
        (TraceKind.ATTACHMENT, "a.xlsx"),
        (TraceKind.SCRIPT, "打开时执行的脚本（JavaScript）"),
    }


def test_words_added_after_the_first_save_are_told() -> None:
    data = with_keys(pdf(after=b"startxref\n9\n%%EOF\n"))
    assert (TraceKind.EARLIER_VERSION, "修改后追加保存，改前的内容还在文件里") in said(data)


def test_a_path_in_a_pdf_is_found() -> None:
    path = FOLDER.replace("\\", "/").encode("utf-8").decode("latin-1")
    assert TraceKind.PATH in {kind for kind, _ in of_pdf(f"<</X({path})>>")}


def odt(content: str = "", **more: str) -> bytes:
    root = (
        f'<o:document-content xmlns:o="{_NS}office:1.0" xmlns:t="{_NS}text:1.0" '
        f'xmlns:s="{_NS}style:1.0" xmlns:x="http://www.w3.org/1999/xlink" '
        f'xmlns:lo="urn:lo">{content}</o:document-content>'
    )
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": root}
    members.update({name.replace("__", "/"): text for name, text in more.items()})
    return zipped(members)


@pytest.mark.parametrize(
    ("content", "kind", "words"),
    [
        ("<o:annotation><t:p>再核</t:p></o:annotation>", "comment", "再核"),
        ("<t:deletion><t:p>删了</t:p></t:deletion>", "revision", "删了"),
        ('<t:section t:display="none"><t:p>藏</t:p></t:section>', "hidden_text", "藏"),
        (
            '<s:style s:name="H"><s:text-properties t:display="none"/></s:style>'
            '<t:span t:style-name="H">藏</t:span>',
            "hidden_text",
            "藏",
        ),
        ('<t:a x:href="http://10.0.0.8/">站</t:a>', "external", "http://10.0.0.8/"),
        ('<t:span lo:rsid="00ab">文</t:span>', "identifier", "编辑会话标记（rsid）"),
    ],
)
def test_each_mark_in_an_open_document_is_found(content: str, kind: str, words: str) -> None:
    assert (TraceKind(kind), words) in said(odt(content))


def test_an_open_documents_parts_are_looked_at() -> None:
    meta = CORE.format("<meta:initial-creator xmlns:meta='urn:m'>甲</meta:initial-creator>")
    settings = '<c><i name="PrinterName">HP 三楼</i></c>'
    found = said(odt(**{"meta.xml": meta, "settings.xml": settings, "Thumbnails__t.png": "x"}))

    assert found == {
        (TraceKind.PERSON, "最初作者：甲"),
        (TraceKind.PRINTER, "PrinterName：HP 三楼"),
        (TraceKind.THUMBNAIL, "首页缩略图"),
    }


@pytest.mark.parametrize(
    ("markup", "kind", "words"),
    [
        ('<meta name="author" content="王小明">', "person", "作者：王小明"),
        ('<meta name="Generator" content="W 15">', "program", "制作软件：W 15"),
        ("<script>x()</script>", "script", "script"),
        ('<p onclick="x()">文</p>', "script", "onclick=x()"),
        ('<img src="http://10.0.0.8/a.png">', "external", "http://10.0.0.8/a.png"),
        ("<style>p{background:url(//a.cn/b)}</style>", "external", "url(//a.cn/b)"),
        ("<!-- 待改 -->", "comment", "待改"),
        ('<p style="display:none">藏</p>', "hidden_text", "不显示的内容"),
        ('<input type="hidden" value="7">', "hidden_text", "7"),
    ],
)
def test_each_thing_a_page_does_not_show_is_found(markup: str, kind: str, words: str) -> None:
    page = f"<!DOCTYPE html><html><body>{markup}<p>正文。</p></body></html>"
    assert (TraceKind(kind), words) in said(page.encode())


def test_a_page_of_words_and_own_styles_carries_nothing() -> None:
    page = "<!DOCTYPE html><html><head><style>p{color:#000}</style></head><body><p>文</p></body>"
    assert said(page.encode()) == set()


def test_a_plain_text_is_searched_for_paths_and_unseen_characters() -> None:
    text = f"见{FOLDER}\n编\u200b号\ue000\n"
    assert said(text.encode("utf-8-sig")) == {
        (TraceKind.PATH, FOLDER),
        (TraceKind.UNSEEN_CHARACTER, "U+200B"),
        (TraceKind.UNSEEN_CHARACTER, "专用区字符"),
    }


def exif(order: str = "<") -> bytes:
    """An Exif block with a maker, an author and a place."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    author = b"Wang\0"
    entries = (
        struct.pack(f"{order}HHI4s", 0x010F, 2, 4, b"Cam\0"),
        struct.pack(f"{order}HHII", 0x013B, 2, len(author), 8 + 2 + 36),
        struct.pack(f"{order}HHII", 0x8825, 4, 1, 0),
    )
    return mark + struct.pack(f"{order}IH", 8, 3) + b"".join(entries) + author


def told(data: bytes) -> list[str]:
    return [trace.words for trace in picture_traces(data, "图片")]


@pytest.mark.parametrize("order", ["<", ">"])
def test_what_a_camera_wrote_is_found(order: str) -> None:
    block = b"Exif\0\0" + exif(order)
    jpeg = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(block) + 2) + block + b"\xff\xda\0\0"

    assert told(jpeg) == ["相机厂商：Cam", "作者：Wang", "拍摄地点（GPS）"]


def test_what_a_program_wrote_into_a_png_is_found() -> None:
    body = b"Author\0Wang"
    chunk = struct.pack(">I", len(body)) + b"tEXt" + body + b"\0\0\0\0"

    assert told(b"\x89PNG\r\n\x1a\n" + chunk) == ["Author：Wang"]


def test_a_picture_with_broken_data_is_told_and_does_not_raise() -> None:
    block = b"Exif\0\0II*\0\xff\xff\xff\xff"
    jpeg = b"\xff\xd8\xff\xe1" + struct.pack(">H", len(block) + 2) + block

    assert told(jpeg) == ["图片信息已损坏，没能读完"]


def test_pictures_inside_a_word_file_are_looked_at() -> None:
    data = zipped({"word/document.xml": "<w:document xmlns:w='u'/>", "word/media/a.tiff": exif()})
    assert (TraceKind.PICTURE_DATA, "作者：Wang") in said(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n", b"{\\rtf1 a}", compound({"WordDocument": b"x"}), b"PK\x03\x04"],
)
def test_what_cannot_be_looked_into_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(RolwriterError) as caught:
        inspect_bytes(data, "甲.docx")
    assert "没有检查" in caught.value.consequence


def test_a_trace_is_told_once() -> None:
    found = inspect_bytes(b"<!DOCTYPE html><html><body><!-- a --></body></html>").traces
    assert found == (Trace(TraceKind.COMMENT, "第1行", "a"),)
