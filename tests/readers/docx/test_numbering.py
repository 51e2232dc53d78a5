"""Automatic numbers come out as they would be typed."""

from __future__ import annotations

from rolwriter.model.source import NoteKind
from tests.readers.docx.packages import p, read, run, texts


def level(
    index: int,
    text: str,
    number_format: str = "decimal",
    start: int = 1,
    more: str = "",
) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def numbered(text: str, num_id: int = 1, index: int | None = None) -> str:
    own = "" if index is None else f'<w:ilvl w:val="{index}"/>'
    return p(text, properties=f'<w:numPr>{own}<w:numId w:val="{num_id}"/></w:numPr>')


def style(name: str, inside: str, based_on: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{inside}</w:pPr></w:style>"
    )


def styled(text: str, name: str) -> str:
    return p(text, properties=f'<w:pStyle w:val="{name}"/>')


OFFICIAL = abstract(
    0,
    level(0, "%1、", "chineseCounting"),
    level(1, "（%2）", "chineseCountingThousand"),
    level(2, "%3."),
    level(3, "（%4）"),
)
NUMBERING = OFFICIAL + num(1, 0)


def test_the_four_official_levels_come_out_as_typed() -> None:
    body = "".join(
        numbered(text, index=index)
        for index, text in ((0, "甲"), (1, "乙"), (2, "丙"), (3, "丁"), (1, "戊"), (0, "己"))
    )
    assert texts(body, numbering=NUMBERING) == [
        "一、甲",
        "（一）乙",
        "1.丙",
        "（1）丁",
        "（二）戊",
        "二、己",
    ]


def test_deeper_levels_start_anew_after_a_higher_one() -> None:
    body = "".join(numbered("甲", index=index) for index in (0, 1, 1, 0, 1))
    assert texts(body, numbering=NUMBERING)[-1] == "（一）甲"


def test_a_level_that_never_restarts_counts_on() -> None:
    levels = (level(0, "%1、"), level(1, "%2.", more='<w:lvlRestart w:val="0"/>'))
    body = "".join(numbered("甲", index=index) for index in (0, 1, 0, 1))
    numbering = abstract(0, *levels) + num(1, 0)
    assert texts(body, numbering=numbering)[-1] == "2.甲"


def test_a_level_restarts_only_after_the_level_it_names() -> None:
    levels = (
        level(0, "%1、"),
        level(1, "%2."),
        level(2, "（%3）", more='<w:lvlRestart w:val="1"/>'),
    )
    numbering = abstract(0, *levels) + num(1, 0)
    body = "".join(numbered("甲", index=index) for index in (0, 1, 2, 1, 2, 0, 2))
    found = texts(body, numbering=numbering)
    assert (found[4], found[6]) == ("（2）甲", "（1）甲")


def test_plain_paragraphs_between_do_not_stop_the_count() -> None:
    body = numbered("甲") + p("乙") + numbered("丙")
    assert texts(body, numbering=NUMBERING) == ["一、甲", "乙", "二、丙"]


def test_a_label_holds_the_numbers_of_the_levels_above() -> None:
    numbering = abstract(0, level(0, "%1"), level(1, "%1.%2")) + num(1, 0)
    body = numbered("甲", index=0) + numbered("乙", index=1) + numbered("丙", index=1)
    assert texts(body, numbering=numbering) == ["1 甲", "1.1 乙", "1.2 丙"]


def test_legal_numbering_writes_all_levels_in_digits() -> None:
    levels = (level(0, "第%1章", "chineseCounting"), level(1, "%1.%2", more="<w:isLgl/>"))
    numbering = abstract(0, *levels) + num(1, 0)
    body = numbered("总则", index=0) + numbered("甲", index=1)
    assert texts(body, numbering=numbering) == ["第一章 总则", "1.1 甲"]


def test_two_lists_of_one_definition_count_together() -> None:
    body = numbered("甲", 1) + numbered("乙", 2)
    assert texts(body, numbering=NUMBERING + num(2, 0)) == ["一、甲", "二、乙"]


def test_a_list_with_a_start_of_its_own_starts_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = NUMBERING + num(2, 0, override)
    body = numbered("甲") + numbered("乙") + numbered("丙", 2) + numbered("丁", 2)
    assert texts(body, numbering=numbering) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_a_level_can_be_replaced_for_one_list() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "第%1条", start=5)}</w:lvlOverride>'
    assert texts(numbered("甲"), numbering=OFFICIAL + num(1, 0, own)) == ["第5条 甲"]


def test_a_list_starts_where_it_says() -> None:
    numbering = abstract(0, level(0, "%1.", start=3)) + num(1, 0)
    assert texts(numbered("甲") + numbered("乙"), numbering=numbering) == ["3.甲", "4.乙"]


def test_number_zero_switches_numbering_off() -> None:
    styles = style("h", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = styled("甲", "h") + p(
        "乙", properties='<w:pStyle w:val="h"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert texts(body, styles=styles, numbering=NUMBERING) == ["一、甲", "乙"]


def test_a_style_and_the_styles_based_on_it_are_numbered() -> None:
    styles = style("h", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style("i", "", based_on="h")
    body = styled("甲", "h") + styled("乙", "i")
    assert texts(body, styles=styles, numbering=NUMBERING) == ["一、甲", "二、乙"]


def test_a_style_finds_its_level_through_the_list() -> None:
    styles = style("h1", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
        "h2", '<w:numPr><w:numId w:val="1"/></w:numPr>'
    )
    levels = (
        level(0, "%1、", "chineseCounting", more='<w:pStyle w:val="h1"/>'),
        level(1, "（%2）", "chineseCounting", more='<w:pStyle w:val="h2"/>'),
    )
    numbering = abstract(0, *levels) + num(1, 0)
    body = styled("甲", "h1") + styled("乙", "h2")
    assert texts(body, styles=styles, numbering=numbering) == ["一、甲", "（一）乙"]


def test_a_style_names_its_level_itself() -> None:
    styles = style("h1", '<w:numPr><w:numId w:val="1"/></w:numPr>') + style(
        "h2", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', based_on="h1"
    )
    body = styled("甲", "h1") + styled("乙", "h2")
    assert texts(body, styles=styles, numbering=NUMBERING) == ["一、甲", "（一）乙"]


def test_a_level_given_on_the_paragraph_takes_the_list_of_the_style() -> None:
    styles = style("h", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    own = '<w:pStyle w:val="h"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    assert texts(p("甲", properties=own), styles=styles, numbering=NUMBERING) == ["（一）甲"]


def test_a_list_style_leads_to_its_list() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = OFFICIAL + linked + num(1, 5) + num(2, 0)
    assert texts(numbered("甲"), styles=styles, numbering=numbering) == ["一、甲"]


def test_list_styles_that_lead_in_a_circle_end() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    assert texts(numbered("甲"), styles=styles, numbering=linked + num(1, 5)) == ["甲"]


def test_styles_based_on_each_other_end() -> None:
    styles = style("a", "", based_on="b") + style("b", "", based_on="a")
    assert texts(styled("甲", "a"), styles=styles) == ["甲"]


def test_what_parts_label_and_text() -> None:
    kinds = ("nothing", "space", "tab")
    levels = [level(i, f"第%{i + 1}条", more=f'<w:suff w:val="{k}"/>') for i, k in enumerate(kinds)]
    numbering = abstract(0, *levels) + num(1, 0)
    body = "".join(numbered("甲", index=index) for index in range(3))
    assert texts(body, numbering=numbering) == ["第1条甲", "第1条 甲", "第1条 甲"]


def test_a_dot_before_a_figure_gets_a_space() -> None:
    numbering = abstract(0, level(0, "%1.")) + num(1, 0)
    assert texts(numbered("2024年") + numbered("甲"), numbering=numbering) == ["1. 2024年", "2.甲"]


def test_an_empty_numbered_paragraph_shows_its_number() -> None:
    assert texts(numbered("") + numbered("甲"), numbering=NUMBERING) == ["一、", "二、甲"]


def test_bullets_become_characters() -> None:
    symbol = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>'
    levels = (
        level(0, "\uf0d8", "bullet", more=symbol),
        level(1, "\uf0b7", "bullet"),
        level(2, "-", "bullet"),
    )
    numbering = abstract(0, *levels) + num(1, 0)
    body = "".join(numbered("甲", index=index) for index in range(3))
    assert texts(body, numbering=numbering) == ["➢ 甲", "• 甲", "- 甲"]


def test_a_picture_for_a_bullet_becomes_a_bullet() -> None:
    more = '<w:lvlPicBulletId w:val="0"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    numbering = abstract(0, level(0, "l", "bullet", more=more)) + num(1, 0)
    assert texts(numbered("甲"), numbering=numbering) == ["• 甲"]


def test_an_unknown_format_is_written_in_digits_and_told() -> None:
    numbering = abstract(0, level(0, "%1.", "klingon")) + num(1, 0)
    document = read(numbered("甲"), numbering=numbering)
    assert document.paragraphs[0].text == "1.甲"
    (note,) = document.notes
    assert note.kind is NoteKind.OTHER
    assert "klingon" in note.message


def test_digits_filled_up_with_zeros() -> None:
    custom = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    one = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{custom}<w:lvlText w:val="%1."/></w:lvl>'
    assert texts(numbered("甲"), numbering=abstract(0, one) + num(1, 0)) == ["007.甲"]


def test_a_hidden_number_counts_but_is_not_shown() -> None:
    hidden = level(0, "%1、", more="<w:rPr><w:vanish/></w:rPr>")
    assert texts(numbered("甲"), numbering=abstract(0, hidden) + num(1, 0)) == ["甲"]


def test_a_list_that_is_missing_gives_no_number() -> None:
    assert texts(numbered("甲", 7), numbering=NUMBERING) == ["甲"]
    assert texts(numbered("甲")) == ["甲"]


def test_paragraphs_joined_by_a_deleted_mark_take_one_number() -> None:
    gone = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    body = p("甲", properties=gone) + numbered("乙") + numbered("丙")
    assert texts(body, numbering=NUMBERING) == ["一、甲乙", "二、丙"]


def test_a_wholly_deleted_paragraph_takes_no_number() -> None:
    gone = '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
    body = p(f"<w:del>{run('甲')}</w:del>", properties=gone) + numbered("乙")
    assert texts(body, numbering=NUMBERING) == ["一、乙"]


def test_the_number_of_a_cell_is_in_its_cell() -> None:
    row = f"<w:tr><w:tc>{numbered('')}</w:tc><w:tc>{p('甲')}</w:tc></w:tr>"
    numbering = abstract(0, level(0, "%1")) + num(1, 0)
    assert texts(f"<w:tbl>{row}{row}</w:tbl>", numbering=numbering) == ["1\t甲", "2\t甲"]


def test_a_label_stands_before_the_first_piece_of_a_broken_paragraph() -> None:
    broken = p(
        "甲",
        "<w:r><w:br/></w:r>",
        "乙",
        properties='<w:numPr><w:numId w:val="1"/></w:numPr>',
    )
    assert texts(broken, numbering=NUMBERING) == ["一、甲", "乙"]
