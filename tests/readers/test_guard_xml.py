"""XML of strangers: parsed without reaching outside, within limits."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.guard import parse_xml
from rolwriter.readers.guard.limits import MAX_MARKS


def refused(data: bytes) -> str:
    with pytest.raises(RolwriterError) as caught:
        parse_xml(data)
    return str(caught.value)


def test_elements_attributes_and_text_are_there() -> None:
    root = parse_xml(b'<a k="v">x<b/>y</a>')
    assert (root.tag, root.get("k"), root.text, len(root)) == ("a", "v", "x", 1)


def test_comments_and_instructions_do_not_part_a_text() -> None:
    assert parse_xml("<a>依<!-- x -->法<?y?>行政</a>".encode()).text == "依法行政"


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE a>",
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE a [<!ENTITY e "x">]>',
    ],
)
def test_a_document_type_declaration_is_refused(doctype: str) -> None:
    assert "DOCTYPE" in refused(f"{doctype}<a/>".encode())
    assert "DOCTYPE" in refused(f"{doctype}<a/>".encode("utf-16"))


def test_a_file_named_by_an_entity_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("x")
    data = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'
    assert "DOCTYPE" in refused(data.encode())


def test_an_entity_bomb_is_refused() -> None:
    lines = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    refused(f'<!DOCTYPE a [<!ENTITY e0 "x">{lines}]><a b="&e9;">&e9;</a>'.encode())


@pytest.mark.parametrize(
    "data", [b"", b"   ", b"text", b"<a>", b"<a></b>", b"<a>\x01</a>", b"<a>&e;</a>", b"\xff\xfe<"]
)
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    assert "损坏" in refused(data)


def test_256_levels_are_read_and_one_more_is_refused() -> None:
    assert len(list(parse_xml(b"<a>" * 256 + b"</a>" * 256).iter())) == 256
    refused(b"<a>" * 257 + b"</a>" * 257)


@pytest.mark.parametrize("unit", [b"<b/>", b"x='1' "])
def test_more_marks_than_allowed_are_refused_before_parsing(unit: bytes) -> None:
    assert "异常地多" in refused(b"<a>" + unit * MAX_MARKS + b"</a>")


@given(st.binary(max_size=100))
def test_any_bytes_give_an_element_or_an_error_to_read(data: bytes) -> None:
    try:
        parse_xml(data)
    except RolwriterError as error:
        assert error.remedy
