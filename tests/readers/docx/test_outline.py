"""The heading levels that the file itself gives."""

from __future__ import annotations

import pytest

from tests.readers.docx.packages import p, read


def style(name: str, inside: str = "", title: str = "", based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title or name}"/>{base}'
        f"<w:pPr>{inside}</w:pPr></w:style>"
    )


def outline(properties: str, styles: str = "") -> int | None:
    return read(p("甲", properties=properties), styles=styles).paragraphs[0].outline


def test_a_level_on_the_paragraph_counts_from_one() -> None:
    assert outline('<w:outlineLvl w:val="0"/>') == 1


def test_a_style_gives_its_level_to_those_based_on_it() -> None:
    styles = style("h", '<w:outlineLvl w:val="1"/>') + style("i", based_on="h")
    assert outline('<w:pStyle w:val="i"/>', styles) == 2


def test_the_paragraph_overrules_its_style() -> None:
    styles = style("h", '<w:outlineLvl w:val="1"/>')
    assert outline('<w:pStyle w:val="h"/><w:outlineLvl w:val="2"/>', styles) == 3
    assert outline('<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>', styles) is None


def test_a_style_can_turn_a_heading_into_text() -> None:
    styles = style("h", '<w:outlineLvl w:val="1"/>') + style(
        "i", '<w:outlineLvl w:val="9"/>', based_on="h"
    )
    assert outline('<w:pStyle w:val="i"/>', styles) is None


@pytest.mark.parametrize(
    ("name", "level"), [("heading 2", 2), ("标题 3", 3), ("Title", 0), ("标题", 0), ("正文", None)]
)
def test_a_style_is_known_by_its_name(name: str, level: int | None) -> None:
    assert outline('<w:pStyle w:val="x"/>', style("x", title=name)) == level


def test_running_text_has_no_level() -> None:
    assert outline("") is None


def test_the_default_style_serves_paragraphs_without_one_and_with_an_unknown_one() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="n">'
        '<w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
    )
    assert outline("", styles) == 4
    assert outline('<w:pStyle w:val="missing"/>', styles) == 4
