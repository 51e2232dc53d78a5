from __future__ import annotations

import msgspec
import pytest

from rolwriter.catalog.house import House, house_format
from rolwriter.catalog.page_format import BlockKind, FaceRole, load_page_format
from rolwriter.model.dispatch import CopyKind, Dispatch
from rolwriter.model.report import PartKind
from rolwriter.writers.docx import write_docx
from rolwriter.writers.docx.names import RUN_STYLES, STYLES
from rolwriter.writers.layout.compose import compose
from tests.writers.docx.parts import find, style, the, tree
from tests.writers.docx.written import formal
from tests.writers.reports import full_report, report

FORMAT = load_page_format()
FILE = formal(full_report())
HEADINGS = [
    (BlockKind.HEADING_1, FaceRole.HEADING_1),
    (BlockKind.HEADING_2, FaceRole.HEADING_2),
    (BlockKind.HEADING_3, FaceRole.HEADING_3),
    (BlockKind.HEADING_4, FaceRole.HEADING_4),
]


@pytest.mark.parametrize("kind", list(BlockKind))
def test_every_kind_has_the_face_of_the_format_for_all_scripts(kind: BlockKind) -> None:
    form = FORMAT.paragraphs[kind]
    face, official = FORMAT.faces[form.face], FORMAT.font(form.face).official
    run = the(style(FILE, STYLES[kind].name), "w:rPr")
    fonts = the(run, "w:rFonts")
    assert set(fonts.attrib.values()) == {official}
    assert {name.rpartition("}")[2] for name in fonts.attrib} == {
        "ascii",
        "hAnsi",
        "eastAsia",
        "cs",
    }
    assert the(run, "w:sz/@w:val") == the(run, "w:szCs/@w:val") == str(round(face.size_pt * 2))
    assert the(run, "w:spacing/@w:val") == str(face.char_spacing)


@pytest.mark.parametrize("kind", list(BlockKind))
def test_every_kind_has_its_exact_line_and_its_distances(kind: BlockKind) -> None:
    spacing = the(style(FILE, STYLES[kind].name), "w:pPr/w:spacing")
    assert spacing.get(f"{{{spacing.nsmap['w']}}}lineRule") == "exact"
    assert [the(spacing, f"@w:{name}") for name in ("line", "before", "after")] == [
        str(FORMAT.line(kind)),
        str(FORMAT.before(kind)),
        str(0 if FORMAT.paragraphs[kind].rule else FORMAT.after(kind)),
    ]


@pytest.mark.parametrize("kind", [BlockKind.TEXT, *(kind for kind, _ in HEADINGS)])
def test_text_and_headings_begin_two_characters_in(kind: BlockKind) -> None:
    indent = the(style(FILE, STYLES[kind].name), "w:pPr/w:ind")
    assert the(indent, "@w:firstLineChars") == "200"
    assert the(indent, "@w:firstLine") == "640"
    assert the(style(FILE, STYLES[kind].name), "w:pPr/w:jc/@w:val") == "both"


def test_the_addressee_stands_flush_left_and_the_title_centred() -> None:
    addressee = style(FILE, "主送机关")
    assert find(addressee, "w:pPr/w:ind") == []
    assert the(addressee, "w:pPr/w:jc/@w:val") == "left"
    title = style(FILE, "Title")
    assert the(title, "w:pPr/w:jc/@w:val") == "center"
    assert the(title, "w:pPr/w:snapToGrid/@w:val") == "0"
    assert find(title, "w:rPr/w:b") == []


def test_the_line_under_the_title_is_not_between_its_lines() -> None:
    title = style(FILE, "Title")
    assert the(title, "w:pPr/w:spacing/@w:after") == str(FORMAT.grid.line)
    assert len(find(title, "w:pPr/w:contextualSpacing")) == 1


@pytest.mark.parametrize(("kind", "face"), HEADINGS)
def test_headings_are_words_own_with_their_outline_level_and_a_linked_run_style(
    kind: BlockKind, face: FaceRole
) -> None:
    number = int(kind.value[-1])
    heading = style(FILE, f"heading {number}")
    assert the(heading, "@w:styleId") == f"Heading{number}"
    assert find(heading, "@w:customStyle") == []
    assert the(heading, "w:pPr/w:outlineLvl/@w:val") == str(number - 1)
    run_style = style(FILE, RUN_STYLES[face].name)
    assert the(heading, "w:link/@w:val") == the(run_style, "@w:styleId")
    assert the(run_style, "w:link/@w:val") == the(heading, "@w:styleId")
    official = FORMAT.font(face).official
    assert the(run_style, "w:rPr/w:rFonts/@w:eastAsia") == official


def test_the_paragraphs_share_the_rules_of_chinese_line_breaking() -> None:
    shared = the(style(FILE, "Normal"), "w:pPr")
    values = {child.tag.rpartition("}")[2]: child.values() for child in shared}
    assert [values[name] for name in ("widowControl", "kinsoku")] == [["0"], ["1"]]
    # marks may hang where nothing is said; LibreOffice 7.4 reads a 1 as a 0
    assert "overflowPunct" not in values
    assert values["autoSpaceDE"] == values["autoSpaceDN"] == ["1"]


def test_without_space_between_han_and_western_characters_the_file_forbids_it() -> None:
    tight = msgspec.structs.replace(
        FORMAT, lines=msgspec.structs.replace(FORMAT.lines, autospace=0)
    )
    shared = the(style(formal(full_report(), tight), "Normal"), "w:pPr")
    values = {child.tag.rpartition("}")[2]: child.values() for child in shared}
    assert values["autoSpaceDE"] == values["autoSpaceDN"] == ["0"]


def test_signature_and_date_are_placed_by_their_styles() -> None:
    assert the(style(FILE, "署名"), "w:pPr/w:jc/@w:val") == "right"
    assert the(style(FILE, "署名"), "w:pPr/w:ind/@w:rightChars") == "200"
    date = the(style(FILE, "成文日期"), "w:pPr")
    # 28 characters less 2 on the right, 11 of the signature, plus the offset of 2
    expected = FORMAT.text_width - 640 - (11 - 2) * FORMAT.cell(FaceRole.TEXT)
    assert (the(date, "w:jc/@w:val"), the(date, "w:ind/@w:left")) == ("left", str(expected))


def test_a_date_longer_than_the_signature_keeps_its_two_characters() -> None:
    short = formal(
        report((PartKind.SIGNATURE, ("某局",)), (PartKind.ISSUE_DATE, ("2026年1月2日",)))
    )
    assert the(style(short, "成文日期"), "w:pPr/w:ind/@w:rightChars") == "200"
    assert find(style(short, "署名"), "w:pPr/w:ind/@w:rightChars") == []


def test_page_numbers_stand_one_character_in_right_on_odd_left_on_even_pages() -> None:
    odd, even = style(FILE, "页码（单页）"), style(FILE, "页码（双页）")
    assert the(odd, "w:pPr/w:jc/@w:val") == "right"
    assert the(odd, "w:pPr/w:ind/@w:rightChars") == "100"
    assert the(even, "w:pPr/w:jc/@w:val") == "left"
    assert the(even, "w:pPr/w:ind/@w:leftChars") == "100"
    footer = the(style(FILE, "footer"), "w:rPr")
    assert the(footer, "w:rFonts/@w:eastAsia") == "宋体"
    assert the(footer, "w:sz/@w:val") == "28"


def test_no_style_takes_a_font_from_the_theme_and_only_masthead_and_marks_a_colour() -> None:
    styles = tree(FILE, "word/styles.xml")
    assert find(styles, "//w:rFonts/@*[contains(local-name(), 'Theme')]") == []
    coloured = find(styles, "//w:style[.//w:color]/@w:styleId")
    assert sorted(coloured) == ["MarkChar", "Masthead"]


def test_numbers_are_not_declared_chinese_but_the_text_is() -> None:
    language = the(tree(FILE, "word/styles.xml"), "w:docDefaults//w:lang")
    assert the(language, "@w:eastAsia") == "zh-CN"
    assert the(language, "@w:val") == "en-US"


def test_an_office_may_have_marks_squeezed_into_the_line_in_place_of_hanging() -> None:
    form = house_format(House(punctuation="condensed"))
    data = write_docx(compose(full_report(), CopyKind.FORMAL, Dispatch(), form))
    assert the(style(data, "Normal"), "w:pPr/w:overflowPunct/@w:val") == "0"
    control = "w:characterSpacingControl/@w:val"
    assert the(tree(data, "word/settings.xml"), control) == "compressPunctuation"
    assert the(tree(FILE, "word/settings.xml"), control) == "doNotCompress"
