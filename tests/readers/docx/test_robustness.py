"""Whatever the bytes, the reader answers with a document or an error that a clerk can read."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.readers.docx import read_docx
from tests.readers.docx.packages import docx, p, texts, zipped

RICH = docx(
    p(
        "依法",
        "<w:ins><w:r><w:t>行政</w:t></w:r></w:ins>",
        properties='<w:numPr><w:numId w:val="1"/></w:numPr>',
    )
    + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    styles='<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>',
    numbering='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
NAMES = (
    *("p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "del", "ins", "vanish", "br", "sym", "tab"),
    *("fldChar", "instrText", "fldSimple", "txbxContent", "drawing", "ruby", "rt", "numPr", "sdt"),
    *("gridSpan", "vMerge", "outlineLvl", "pStyle", "footnoteReference", "tcPr", "trPr", "framePr"),
)
ATTRIBUTES = ("val", "char", "font", "type", "fldCharType", "id", "instr", "dropCap")
VALUES = (
    "",
    "0",
    "-1",
    "99999999999999",
    "begin",
    "separate",
    "end",
    "continue",
    "F0FE",
    "页",
    "a",
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 4) -> str:
    """XML of known names put together at random."""
    name = draw(st.sampled_from(NAMES))
    own = "".join(
        f' w:{key}="{draw(st.sampled_from(VALUES))}"'
        for key in draw(st.sets(st.sampled_from(ATTRIBUTES), max_size=2))
    )
    if name == "t" or depth == 0:
        return f"<w:{name}{own}>字</w:{name}>"
    children = draw(st.lists(elements(depth=depth - 1), max_size=3))
    return f"<w:{name}{own}>{''.join(children)}</w:{name}>"


@given(st.binary(max_size=300))
def test_any_bytes_give_an_error_to_read(data: bytes) -> None:
    try:
        read_docx(data)
    except RolwriterError as error:
        assert error.remedy


@given(st.data())
def test_a_file_with_bytes_changed_gives_a_document_or_an_error_to_read(
    data: st.DataObject,
) -> None:
    mutated = bytearray(RICH)
    for _ in range(data.draw(st.integers(1, 4))):
        mutated[data.draw(st.integers(0, len(mutated) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_docx(bytes(mutated))
    except RolwriterError as error:
        assert error.remedy


@given(st.binary(max_size=200))
def test_any_main_part_gives_a_document_or_an_error_to_read(main: bytes) -> None:
    try:
        read_docx(zipped({"word/document.xml": main}))
    except RolwriterError as error:
        assert error.remedy


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(elements(), max_size=4))
def test_any_order_of_elements_is_read(body: list[str]) -> None:
    texts("".join(body))


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(elements(), max_size=3))
def test_any_styles_and_lists_are_read(inside: list[str]) -> None:
    content = "".join(inside)
    lists = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">{content}</w:lvl></w:abstractNum>'
    )
    texts(
        p("甲", properties='<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>'),
        styles=f'<w:style w:styleId="a"><w:pPr>{content}</w:pPr></w:style>',
        numbering=f'{lists}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
