"""Hidden text is not read, but told."""

from __future__ import annotations

import pytest

from rolwriter.model.source import NoteKind
from tests.readers.docx.packages import dropped, p, read, run, texts

HIDDEN_RUN = (
    '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="d"><w:basedOn w:val="c"/></w:style>'
)
HIDDEN_PARAGRAPH = (
    '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="i"><w:basedOn w:val="h"/></w:style>'
)


def test_hidden_words_are_left_out_and_told() -> None:
    document = read(p("甲", run("乙", "<w:vanish/>"), run("丙", "<w:vanish/>"), "丁"))
    assert document.paragraphs[0].text == "甲丁"
    assert dropped(document, NoteKind.HIDDEN) == ("乙丙",)


@pytest.mark.parametrize("value", ["0", "false", "off"])
def test_hidden_switched_off_is_shown(value: str) -> None:
    assert texts(p(run("甲", f'<w:vanish w:val="{value}"/>'))) == ["甲"]


@pytest.mark.parametrize("style", ["c", "d"])
def test_a_character_style_hides(style: str) -> None:
    document = read(p("甲", run("乙", f'<w:rStyle w:val="{style}"/>')), styles=HIDDEN_RUN)
    assert document.paragraphs[0].text == "甲"
    assert dropped(document, NoteKind.HIDDEN) == ("乙",)


def test_a_run_can_undo_its_style() -> None:
    shown = '<w:rStyle w:val="c"/><w:vanish w:val="0"/>'
    assert texts(p(run("甲", shown)), styles=HIDDEN_RUN) == ["甲"]


@pytest.mark.parametrize("style", ["h", "i"])
def test_a_hidden_paragraph_leaves_no_line(style: str) -> None:
    hidden = p("乙", properties=f'<w:pStyle w:val="{style}"/>')
    document = read(p("甲") + hidden + p("丙"), styles=HIDDEN_PARAGRAPH)
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲", "丙"]
    assert dropped(document, NoteKind.HIDDEN) == ("乙",)


def test_hidden_is_a_toggle_between_paragraph_and_character_style() -> None:
    both = p(run("甲", '<w:rStyle w:val="c"/>'), properties='<w:pStyle w:val="h"/>')
    assert texts(both, styles=HIDDEN_RUN + HIDDEN_PARAGRAPH) == ["甲"]


def test_the_defaults_can_hide() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    body = p(run("甲", '<w:vanish w:val="0"/>'), "乙")
    assert texts(body, styles=styles) == ["甲"]


def test_a_style_separator_joins_a_heading_with_its_text() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(p("一、学习。", properties=mark) + p("全年学习五次。")) == [
        "一、学习。全年学习五次。"
    ]


def test_a_hidden_text_box_is_told() -> None:
    drawn = f"<w:pict><w:txbxContent>{p('乙')}</w:txbxContent></w:pict>"
    box = f"<w:r><w:rPr><w:vanish/></w:rPr>{drawn}</w:r>"
    document = read(p("甲", box))
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲"]
    assert dropped(document, NoteKind.HIDDEN) == ("乙",)
