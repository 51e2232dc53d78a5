from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from time import perf_counter
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from rolwriter.catalog.page_format import load_page_format
from rolwriter.model.report import Paragraph, Part, PartKind, Report
from tests.writers.docx.parts import find, members, the, tree
from tests.writers.docx.written import formal
from tests.writers.reports import chapter, full_report, han

FORMAT = load_page_format()
TRACES = re.compile(
    rb"creator|lastModifiedBy|[Aa]uthor|company|manager|rsid|thumbnail|customXml|custom\.xml"
    rb"|attachedTemplate|TargetMode|w:ins\b|w:del\b|w:moveFrom|rPrChange|vanish|docVars|_GoBack"
    rb"|vbaProject|embeddings|activeX|altChunk|INCLUDE|DDE|comments|people\.xml"
    rb"|/home/|/tmp/|/root/|/work/|[A-Z]:\\\\|file://"
)


def test_the_file_holds_these_parts_and_no_others() -> None:
    assert list(members(formal(full_report()))) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/fontTable.xml",
        "word/theme1.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "docProps/core.xml",
    ]


def test_the_files_properties_are_its_title_alone() -> None:
    core = tree(formal(full_report()), "docProps/core.xml")
    assert [(child.tag.rpartition("}")[2], child.text) for child in core] == [
        ("title", full_report().title)
    ]


def test_no_part_holds_a_trace_of_who_made_it_where_or_when() -> None:
    for name, data in members(formal(full_report())).items():
        assert TRACES.search(data) is None, name
        assert TRACES.search(name.encode()) is None
    with ZipFile(BytesIO(formal(full_report()))) as archive:
        assert archive.comment == b""
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.extra, info.comment, info.create_system) == (b"", b"", 0)


def test_two_exports_of_one_report_are_the_same_bytes() -> None:
    assert formal(full_report()) == formal(full_report())


def test_what_is_not_placed_is_not_written() -> None:
    assert "未归类的文字".encode() not in members(formal(full_report()))["word/document.xml"]


@pytest.mark.parametrize(
    "version", [FileFormat.OFFICE_2007, FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365]
)
def test_a_validator_of_the_standard_finds_nothing(version: FileFormat, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(formal(full_report()))
    result = OpenXmlValidator(version, security_validation=True).validate(path)
    assert result.errors == []
    assert result.is_valid


def test_word_is_asked_for_todays_layout_unsqueezed_signs_and_two_footers() -> None:
    data = formal(full_report())
    asked = tree(data, "word/settings.xml")
    assert the(asked, "w:characterSpacingControl/@w:val") == "doNotCompress"
    assert len(find(asked, "w:evenAndOddHeaders")) == 1
    mode = the(asked, "w:compat/w:compatSetting[@w:name='compatibilityMode']")
    assert the(mode, "@w:val") == "15"


@pytest.mark.parametrize(
    ("part", "kind", "style"),
    [("footer1.xml", "default", "FooterOdd"), ("footer2.xml", "even", "FooterEven")],
)
def test_each_footer_has_the_page_number_between_dashes(part: str, kind: str, style: str) -> None:
    data = formal(full_report())
    footer = tree(data, f"word/{part}")
    assert "".join(t.text for t in find(footer, "//w:t")) == "— 1 —"
    assert the(footer, "//w:fldSimple/@w:instr").strip() == "PAGE"
    assert the(footer, "//w:pStyle/@w:val") == style
    document = tree(data, "word/document.xml")
    reference = the(document, f"//w:footerReference[@w:type='{kind}']/@*[local-name()='id']")
    targets = tree(data, "word/_rels/document.xml.rels")
    assert targets.xpath(f"string(*[@Id='{reference}']/@Target)") == part


def test_each_font_is_listed_with_its_stand_ins() -> None:
    table = tree(formal(full_report()), "word/fontTable.xml")
    listed = {
        the(font, "@w:name"): the(font, "w:altName/@w:val").split(",")
        for font in find(table, "w:font")
    }
    assert listed == {font.official: list(font.chain[1:]) for font in FORMAT.fonts.values()}


@given(st.text(st.characters()), st.sampled_from(PartKind), st.integers(0, 4))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_makes_well_formed_parts(text: str, kind: PartKind, level: int) -> None:
    paragraphs = (Paragraph("p1", text, level), Paragraph("p2", "\ud800\x00" + text, level))
    for name, data in members(formal(Report((Part("c1", kind, paragraphs),)))).items():
        assert etree.fromstring(data) is not None, name


@pytest.mark.long
def test_a_report_of_usual_length_is_written_within_40_milliseconds() -> None:
    of = chapter(*(han(400) for _ in range(8)))
    formal(of)
    times: list[float] = []
    for _ in range(5):
        start = perf_counter()
        formal(of)
        times.append(perf_counter() - start)
    assert min(times) < 0.040
