"""One text saved by LibreOffice in every format gives the same paragraphs from every reader."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from rolwriter.model.source import NoteKind, SourceDocument
from rolwriter.readers.msdoc.salvage import salvage
from rolwriter.readers.read import read_source
from tests.writers.rendering import needs_renderer

pytestmark = needs_renderer()

TITLE, LEFT, TEXT, RIGHT = "Title1", "Left", "Text1", "Right"
REPORT = [
    (TITLE, "青石县粮食和物资储备局"),
    (TITLE, "关于2024年法治政府建设情况的报告"),
    (TEXT, ""),
    (LEFT, "县委、县政府："),
    (
        TEXT,
        "2024年，我局认真学习贯彻《粮食安全保障法》等法律，围绕“依法管粮”这条主线，"
        "把法治要求落到收购、储存、轮换——直到出库的每一个环节。现将有关情况报告如下：",
    ),
    (TEXT, "一、2024年推进法治政府建设的主要举措和成效"),
    (TEXT, "（一）加强学习，增强法治意识"),
    (
        TEXT,
        "全年组织集体学法12次，参加县级法治讲座36人次，参考率100%、合格率98.5%。一是制定"
        "《学法计划（2024—2026年）》，明确“学什么、谁来学、怎么考”；二是邀请‘老法官’讲课3次；"
        "三是印发青粮〔2024〕15号文件。",
    ),
    (TEXT, "（二）规范执法"),
    (TEXT, "1.落实三项制度。"),
    (TEXT, "公示执法结果47件，全过程记录47件，法制审核6件。"),
    (TEXT, "（1）行政检查"),
    (TEXT, "检查企业58家、仓房231间，发现问题19个，整改率94.7%，较上年提高3.2个百分点。"),
    (TEXT, "（2）行政处罚"),
    (
        TEXT,
        "作出处罚决定4件，罚没款2.35万元，无行政复议和行政诉讼案件。对首次违法且危害后果轻微并"
        "及时改正的，依法不予处罚，一共有7家企业受益，帮助企业减轻负担约11.8万元，企业满意度调查"
        "得分为96.4分，比上一年高出1.9分；同时公布“免罚清单”，事项由9项增加到14项。" * 3,
    ),
    (TEXT, "二、2024年党政主要负责人履行推进法治建设第一责任人职责的有关情况"),
    (TEXT, "主要负责人听取法治工作汇报5次，审核重大合同22份（其中补充协议3份），讲法治课1次。"),
    (TEXT, "三、存在的不足和原因"),
    (TEXT, "一是执法力量偏弱，原因是编制少、任务重。二是普法形式单一，GB/T 9704标准宣传不够。"),
    (TEXT, "四、2025年工作安排"),
    (TEXT, "进一步补充执法人员，进一步改进宣传方式，进一步完善App线上服务功能。"),
    (TEXT, ""),
    (RIGHT, "青石县粮食和物资储备局"),
    (RIGHT, "2025年1月20日"),
]
EXPECTED = [text for _, text in REPORT]
NUMBERED = [
    (1, "举措"),
    (2, "学习"),
    (3, "计划"),
    (3, "考试"),
    (2, "执法"),
    (0, "正文"),
    (1, "不足"),
]
NUMBERED_EXPECTED = ["一、举措", "（一）学习", "1.计划", "2.考试", "（二）执法", "正文", "二、不足"]

STYLES = {
    TITLE: 'fo:text-align="center"',
    LEFT: 'fo:text-align="start"',
    TEXT: 'fo:text-align="justify" fo:text-indent="1.13cm"',
    RIGHT: 'fo:text-align="end" fo:margin-right="1cm"',
}
LEVELS = [("", "、", "一, 二, 三, ..."), ("（", "）", "一, 二, 三, ..."), ("", ".", "1")]
FILTERS = {
    "docx": "docx",
    "doc": "doc",
    "odt": "odt",
    "rtf": "rtf",
    "pdf": "pdf",
    "html": "html:HTML (StarWriter)",
    "utf8.txt": "txt:Text (encoded):UTF8",
    "utf16.txt": "txt:Text (encoded):UNICODE",
    "gb18030.txt": "txt:Text (encoded):GB_18030",
}


def flat_odf(body: str) -> str:
    """A whole document in one XML file, which LibreOffice opens."""
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in {
            "office": "office",
            "style": "style",
            "text": "text",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name='
        f'"Standard"><style:paragraph-properties {properties}/></style:style>'
        for name, properties in STYLES.items()
    )
    levels = "".join(
        f'<text:list-level-style-number text:level="{level}" style:num-prefix="{prefix}" '
        f'style:num-suffix="{suffix}" style:num-format="{shown}"/>'
        for level, (prefix, suffix, shown) in enumerate(LEVELS, start=1)
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {names} office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties
 fo:font-size="16pt" style:font-size-asian="16pt"/></style:style>
<text:list-style style:name="L">{levels}</text:list-style></office:styles><office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin-top="3.7cm" fo:margin-bottom="2cm" fo:margin-left="2.8cm"
 fo:margin-right="2.6cm"/><style:footer-style/></style:page-layout>{styles}
</office:automatic-styles><office:master-styles>
<style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>
<text:p text:style-name="{TITLE}">— <text:page-number>1</text:page-number> —</text:p>
</style:footer></style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""


def in_list(level: int, text: str) -> str:
    paragraph = f'<text:p text:style-name="{LEFT}">{text}</text:p>'
    if not level:
        return paragraph
    opened = "<text:list><text:list-item>" * (level - 1)
    closed = "</text:list-item></text:list>" * level
    first = '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
    return f"{first}{opened}{paragraph}{closed}"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both texts in every format: report.docx, numbered.docx, …"""
    folder = tmp_path_factory.mktemp("saved")
    paragraphs = (f'<text:p text:style-name="{s}">{escape(t)}</text:p>' for s, t in REPORT)
    (folder / "report.fodt").write_text(flat_odf("".join(paragraphs)), encoding="utf-8")
    items = (in_list(level, text) for level, text in NUMBERED)
    (folder / "numbered.fodt").write_text(flat_odf("".join(items)), encoding="utf-8")
    for name, filter_name in FILTERS.items():
        target = folder / name
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--convert-to",
                filter_name,
                "--outdir",
                str(target),
                str(folder / "report.fodt"),
                str(folder / "numbered.fodt"),
            ],
            check=True,
            capture_output=True,
            timeout=100,
        )
    return folder


def read(saved: Path, name: str, stem: str) -> SourceDocument:
    file = next((saved / name).glob(f"{stem}.*"))
    return read_source(file.read_bytes(), file.name)


@pytest.mark.parametrize("name", FILTERS)
def test_every_format_gives_the_same_paragraphs(saved: Path, name: str) -> None:
    document = read(saved, name, "report")
    assert [paragraph.text for paragraph in document.paragraphs] == EXPECTED
    assert document.format == name.rpartition(".")[2]


@pytest.mark.parametrize("name", ["docx", "doc", "odt", "rtf", "pdf"])
def test_every_format_types_the_same_numbers(saved: Path, name: str) -> None:
    document = read(saved, name, "numbered")
    assert [paragraph.text for paragraph in document.paragraphs] == NUMBERED_EXPECTED


@pytest.mark.parametrize("name", ["docx", "doc", "odt", "rtf", "pdf", "html"])
def test_the_page_number_stands_apart(saved: Path, name: str) -> None:
    document = read(saved, name, "report")
    assert any(p.text.startswith("— ") for p in document.apart)
    assert NoteKind.HEADER_FOOTER in {note.kind for note in document.notes}


def test_the_words_of_an_old_word_file_can_be_salvaged(saved: Path) -> None:
    document = salvage((saved / "doc" / "report.doc").read_bytes())
    assert document is not None
    assert [paragraph.text for paragraph in document.paragraphs] == EXPECTED
    assert "请对照原文件核对" in document.notes[0].message
