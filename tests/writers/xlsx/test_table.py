from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolwriter.model.sheets import CellKind
from rolwriter.readers.xlsx import read_workbook
from rolwriter.writers.xlsx import Table, TableColumn, write_tables
from tests.writers.xlsx.validity import faults

TRACES = re.compile(
    rb"creator|lastModifiedBy|[Aa]uthor|openpyxl|Microsoft Excel|company|manager|dcterms"
    rb"|custom\.xml|/home/|/tmp/|/root/|[A-Z]:\\\\|file://|externalLink|docProps"
)


def table(*values: str | Decimal | int | None, title: str = "台账") -> Table:
    columns = tuple(TableColumn(f"栏{n}") for n in range(len(values)))
    return Table(title, columns, (values,))


def written(*values: str | Decimal | int | None) -> list[tuple[CellKind, str]]:
    """The cells of the one row as they are read back."""
    cells = read_workbook(write_tables([table(*values)])).sheets[0].cells
    return [(cell.kind, cell.text) for cell in cells if cell.row == 3]


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "words", ["=cmd|' /C calc'!A0", "=1+1", "+1", "-1", "@SUM(A1)", "#N/A", "007"]
)
def test_words_that_look_like_formulas_stay_words(words: str) -> None:
    data = write_tables([table(words)])
    sheet = parts(data)["xl/worksheets/sheet1.xml"]
    assert b"<f>" not in sheet
    assert (CellKind.TEXT, words) in written(words)


def test_what_excel_would_take_for_a_formula_on_editing_is_marked_as_text() -> None:
    assert b'quotePrefix="1"' in parts(write_tables([table("=1+1")]))["xl/styles.xml"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("0.1", CellKind.NUMBER),
        ("79.5", CellKind.NUMBER),
        ("-3.20", CellKind.NUMBER),
        ("123456789012345", CellKind.NUMBER),
        ("1234567890123456", CellKind.TEXT),
        ("0.1234567890123456", CellKind.TEXT),
        ("1E+20", CellKind.TEXT),
    ],
)
def test_a_decimal_is_a_number_only_when_all_its_digits_are_kept(
    value: str, kind: CellKind
) -> None:
    ((found, text),) = written(Decimal(value))
    assert (found, Decimal(text)) == (kind, Decimal(value))


@given(st.decimals(-(10**14), 10**14, allow_nan=False))
@settings(max_examples=60)
def test_any_decimal_comes_back_exactly(value: Decimal) -> None:
    ((_, text),) = written(value)
    assert Decimal(text) == value


@given(st.text(max_size=30))
@settings(max_examples=60)
def test_any_words_make_a_file_that_reads_back(words: str) -> None:
    for kind, _ in written(words):
        assert kind is CellKind.TEXT


def test_a_text_with_an_escape_of_excels_own_comes_back() -> None:
    assert written("_x0041_") == [(CellKind.TEXT, "_x0041_")]


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    ((_, text),) = written("文" * 40_000)
    assert len(text) == 32_767
    assert text.endswith("没有写出）")


def test_a_file_holds_no_trace_of_who_made_it_where_or_when() -> None:
    data = write_tables([table("甲")])
    for name, part in parts(data).items():
        assert TRACES.search(part) is None, name
        assert TRACES.search(name.encode()) is None
    with ZipFile(BytesIO(data)) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.extra, info.comment, info.create_system) == (b"", b"", 0)


def test_the_same_table_is_the_same_bytes() -> None:
    assert write_tables([table("甲", Decimal(3))]) == write_tables([table("甲", Decimal(3))])


def test_each_table_has_its_sheet_under_a_name_excel_allows() -> None:
    data = write_tables([table("甲", title="台账[1]/'*"), table("乙", title="核对表")])
    assert [sheet.name for sheet in read_workbook(data).sheets] == ["台账 1", "核对表"]


def test_a_validator_of_the_standard_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(write_tables([table("甲", Decimal("0.5"), None)]))
    assert faults(path) == []
