from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from rolwriter.model.errors import RolwriterError
from rolwriter.model.trace import TraceKind
from rolwriter.readers.traces import inspect_bytes, leaks
from tests.readers.docx.packages import NAMESPACES, docx, p, run, zipped
from tests.readers.traces.looking import CORE, FOLDER, said, ties_out, traces, with_parts


def test_a_file_of_words_alone_carries_nothing() -> None:
    assert said(docx(p("今年开会三次。"))) == set()


@pytest.mark.parametrize(
    ("name", "content", "kind", "words"),
    [
        (
            "docProps/core.xml",
            CORE.format("<dc:creator>王小明</dc:creator>"),
            "person",
            "作者：王小明",
        ),
        (
            "docProps/core.xml",
            CORE.format("<cp:lastModifiedBy>李四</cp:lastModifiedBy>"),
            "person",
            "最后修改者：李四",
        ),
        (
            "docProps/core.xml",
            CORE.format("<dcterms:created>2024-02-01T00:00:00Z</dcterms:created>"),
            "time",
            "创建时间：2024-02-01T00:00:00Z",
        ),
        ("docProps/core.xml", CORE.format("<dc:title>旧稿</dc:title>"), "property", "标题：旧稿"),
        (
            "docProps/app.xml",
            "<Properties><Company>某局</Company></Properties>",
            "company",
            "单位：某局",
        ),
        (
            "docProps/app.xml",
            "<Properties><Manager>赵六</Manager></Properties>",
            "person",
            "主管：赵六",
        ),
        (
            "docProps/custom.xml",
            '<Properties><property name="密级"><v>内部</v></property></Properties>',
            "custom_property",
            "密级：内部",
        ),
        ("docProps/thumbnail.jpeg", b"\xff\xd8", "thumbnail", "首页缩略图"),
        ("customXml/item1.xml", "<a/>", "custom_xml", "自定义XML数据"),
        ("word/people.xml", "<a/>", "person", "批注人、修订人名单"),
        ("word/vbaProject.bin", b"\0", "macro", "宏（VBA）"),
        ("word/embeddings/book.xlsx", b"PK", "embedded", "嵌入的文件或对象"),
        ("word/activeX/activeX1.xml", "<a/>", "embedded", "控件"),
        ("word/afchunk1.htm", "<html/>", "embedded", "插入的其他文档（altChunk）"),
        ("word/printerSettings1.bin", b"\0", "printer", "打印机设置"),
        ("secret/notes.dat", b"\0", "unknown_part", "notes.dat"),
        ("word/header1.xml", b"<broken", "unreadable_part", "已损坏或有异常，没能检查"),
    ],
)
def test_each_part_that_tells_something_is_found(
    name: str, content: str | bytes, kind: str, words: str
) -> None:
    found = said(with_parts(p("正文。"), **{name: content}))

    assert found == {(TraceKind(kind), words)}


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        ('<w:p w:rsidR="00AB12CD"/>', "identifier", "编辑会话标记（rsid）"),
        (
            p('<w:ins w:author="王小明" w:date="2024-02-01T08:00:00Z">' + run("增") + "</w:ins>"),
            "revision",
            "王小明 2024-02-01：增",
        ),
        (
            p('<w:del w:author="王"><w:r><w:delText>删</w:delText></w:r></w:del>'),
            "revision",
            "王：删",
        ),
        (p(run("秘", "<w:vanish/>")), "hidden_text", "秘"),
        (p(run("白", '<w:color w:val="FFFFFF"/>')), "hidden_text", "白色文字：白"),
        (p(run("小", '<w:sz w:val="2"/>')), "hidden_text", "极小的文字：小"),
        (
            p(
                "<w:r><w:instrText>INCLUDE</w:instrText></w:r>",
                "<w:r><w:instrText>TEXT x</w:instrText></w:r>",
            ),
            "field",
            "INCLUDETEXT：INCLUDETEXT x",
        ),
        (p('<w:fldSimple w:instr=" DDEAUTO Excel"/>'), "field", "DDEAUTO： DDEAUTO Excel"),
        (p('<w:fldSimple w:instr=" AUTHOR "/>'), "field", "AUTHOR： AUTHOR "),
        (
            p('<w:bookmarkStart w:id="0" w:name="_GoBack"/>'),
            "bookmark",
            "_GoBack（上次编辑的位置）",
        ),
        ('<w:altChunk r:id="r1"/>', "embedded", "插入的其他文档（altChunk）"),
        (p('<w:r><w:commentReference w:id="1"/></w:r>'), "comment", "批注的位置"),
        (p('<w:permStart w:id="1" w:ed="lisi"/>'), "person", "lisi：可编辑区域的指定人员"),
        (p("编\u200b号"), "unseen_character", "U+200B"),
    ],
)
def test_each_mark_in_the_text_is_found(body: str, kind: str, words: str) -> None:
    assert (TraceKind(kind), " ".join(words.split())) in said(docx(body))


def test_the_place_names_the_paragraph_and_the_part() -> None:
    (trace,) = [
        t for t in traces(docx(p("一") + p(run("秘", "<w:vanish/>")))) if t.kind.value != "time"
    ]

    assert trace.place == "正文第2段（word/document.xml）"


def test_many_marks_of_one_person_are_one_finding_with_their_number() -> None:
    one = '<w:ins w:author="王">' + run("增") + "</w:ins>"

    (trace,) = [t for t in traces(docx(p(one) + p(one))) if t.kind is TraceKind.REVISION]

    assert trace.count == 2


def test_text_hidden_by_a_style_or_by_the_style_it_is_based_on_is_found() -> None:
    styles = (
        '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    body = p("藏", properties='<w:pStyle w:val="b"/>')

    assert (TraceKind.HIDDEN_TEXT, "藏") in said(docx(body, styles=styles))


def test_white_text_on_a_dark_ground_is_not_hidden() -> None:
    shaded = '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F3864"/>'

    assert said(docx(p(run("表头", shaded)))) == set()


def test_headers_and_notes_are_looked_at_too() -> None:
    for name in ("header1", "footer1", "footnotes", "endnotes"):
        found = said(docx(p("文"), **{name: p(run("秘", "<w:vanish/>"))}))
        assert (TraceKind.HIDDEN_TEXT, "秘") in found, name


def test_a_comment_names_its_author_and_its_words() -> None:
    comments = f'<w:comment w:id="0" w:author="李四" w:date="2024-03-01">{p("再核")}</w:comment>'

    assert (TraceKind.COMMENT, "李四 2024-03-01：再核") in said(docx(p("文"), comments=comments))


@pytest.mark.parametrize(
    ("setting", "kind", "words"),
    [
        ('<w:rsids><w:rsidRoot w:val="00AB"/></w:rsids>', "identifier", "编辑会话标记（rsid）"),
        (
            '<w:docVars><w:docVar w:name="用户" w:val="王"/></w:docVars>',
            "custom_property",
            "文档变量 用户：王",
        ),
        ("<w:trackRevisions/>", "revision", "修订功能没有关闭，再编辑时会继续留下痕迹"),
        ("<w:mailMerge/>", "external", "邮件合并的数据源"),
        ('<w14:docId xmlns:w14="urn:w14" w14:val="5F3A"/>', "identifier", "文档编号 5F3A"),
    ],
)
def test_each_setting_that_tells_something_is_found(setting: str, kind: str, words: str) -> None:
    assert (TraceKind(kind), words) in said(docx(p("文"), settings=setting))


def test_ties_that_lead_out_of_the_file_are_found_with_their_target() -> None:
    for kind, trace_kind in (
        ("hyperlink", TraceKind.EXTERNAL),
        ("image", TraceKind.EXTERNAL),
        ("attachedTemplate", TraceKind.TEMPLATE),
    ):
        found = said(with_parts(p("文"), **ties_out(kind, "http://10.0.0.8/a")))
        assert (trace_kind, "http://10.0.0.8/a") in found


def test_paths_and_machine_names_are_found_in_any_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "machine_names", lambda: ("wangxiaoming",))
    leaks._machine_pattern.cache_clear()
    picture = f'<wp:docPr xmlns:wp="urn:wp" id="1" name="{FOLDER}"/>'
    found = said(
        with_parts(p(f"<w:r>{picture}</w:r>"), **{"word/theme/theme1.xml": "<a b='wangxiaoming'/>"})
    )
    leaks._machine_pattern.cache_clear()

    assert found == {(TraceKind.PATH, FOLDER), (TraceKind.MACHINE, "wangxiaoming")}


def test_a_title_that_stands_in_the_text_is_not_hidden() -> None:
    core = CORE.format("<dc:title>某局报告</dc:title>")

    assert said(with_parts(p("某局") + p("报告"), **{"docProps/core.xml": core})) == set()


def test_the_times_of_the_archive_are_found_and_the_standard_time_is_not() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("word/document.xml", (2024, 2, 1, 8, 30, 0))
        archive.writestr(info, f"<w:document {NAMESPACES}><w:body/></w:document>")

    (trace,) = traces(stream.getvalue())

    assert (trace.kind, trace.words) == (TraceKind.TIME, "写入时间 2024-02-01 08:30")


def test_remarks_in_the_markup_are_found() -> None:
    found = said(with_parts("<w:p/><!-- 王小明改 -->"))

    assert found == {(TraceKind.HIDDEN_TEXT, "代码中的注释")}


def test_a_file_without_a_readable_main_part_is_refused() -> None:
    with pytest.raises(RolwriterError):
        inspect_bytes(zipped({"word/document.xml": "<broken"}))
