"""Fields: the result is text, the instruction is not."""

from __future__ import annotations

import pytest

from rolwriter.model.source import NoteKind
from tests.readers.docx.packages import dropped, p, read, run, texts


def mark(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, *result: str) -> str:
    return "".join((mark("begin"), code(instruction), mark("separate"), *result, mark("end")))


def test_a_field_shows_its_result() -> None:
    assert texts(p("第", field(" PAGE ", run("3")), "页")) == ["第3页"]


def test_a_simple_field_shows_its_result() -> None:
    assert texts(p(f'<w:fldSimple w:instr="DATE">{run("3月1日")}</w:fldSimple>')) == ["3月1日"]


def test_a_field_inside_an_instruction_is_not_shown() -> None:
    nested = field(" PAGE ", run("7"))
    condition = mark("begin") + code("IF ") + nested + code(" = 1") + mark("separate")
    document = read(p(condition, run("是"), mark("end")))
    assert document.paragraphs[0].text == "是"
    assert not document.notes


def test_a_field_runs_over_paragraphs() -> None:
    first = p(mark("begin"), code("TOC"), mark("separate"), "一、甲")
    assert texts(first + p("二、乙", mark("end")) + p("丙")) == ["一、甲", "二、乙", "丙"]


def test_an_instruction_runs_over_plain_paragraphs_unseen() -> None:
    body = (
        p("甲", mark("begin"), code("QUOTE "))
        + p("不显示")
        + p(mark("separate"), "乙", mark("end"))
    )
    assert texts(body) == ["甲", "", "乙"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    document = read(p("甲", mark("begin"), code("REF x"), "乙") + p("丙"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["甲乙", "丙"]
    assert "不完整的域" in document.notes[0].message


def test_an_end_without_a_beginning_is_harmless() -> None:
    assert texts(p("甲", mark("end"), mark("separate"), "乙")) == ["甲乙"]


def test_a_field_without_a_result_is_told() -> None:
    document = read(p("甲", mark("begin"), code(r"EQ \o\ac(○,1)"), mark("end")))
    assert document.paragraphs[0].text == "甲"
    assert dropped(document, NoteKind.FIELD) == (r"EQ \o\ac(○,1)",)


@pytest.mark.parametrize("silent", ["XE 甲", "TC 乙", " PAGE "])
def test_fields_that_need_no_result_are_not_worth_a_note(silent: str) -> None:
    assert not read(p("甲", field(silent))).notes


def test_an_instruction_outside_a_field_is_told() -> None:
    document = read(p("甲", code("乙")))
    assert dropped(document, NoteKind.FIELD) == ("乙",)


def test_a_symbol_field_shows_its_symbol() -> None:
    assert texts(p(field(r'SYMBOL 254 \f "Wingdings" \s 12'))) == ["☑"]
    assert texts(p(field(r"SYMBOL 183"))) == ["•"]


@pytest.mark.parametrize(
    ("state", "shown"),
    [("<w:checked/>", "☑"), ('<w:checked w:val="0"/>', "☐"), ('<w:default w:val="1"/>', "☑")],
)
def test_a_ticked_box_is_shown(state: str, shown: str) -> None:
    data = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
    body = p(mark("begin", data), code("FORMCHECKBOX"), mark("end"), "同意")
    assert texts(body) == [f"{shown}同意"]


def test_the_chosen_entry_of_a_list_is_shown() -> None:
    entries = '<w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/>'
    data = f"<w:ffData><w:ddList>{entries}</w:ddList></w:ffData>"
    assert texts(p(mark("begin", data), code("FORMDROPDOWN"), mark("end"))) == ["乙"]
