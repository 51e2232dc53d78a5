from __future__ import annotations

import re
import time
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolwriter.model.errors import RolwriterError
from rolwriter.model.sheets import Area, Cell, CellKind, Sheet
from rolwriter.readers.worker import read_cells_in_worker
from rolwriter.readers.xlsx import read_workbook
from rolwriter.readers.xlsx.numbers import exact
from tests.readers.xlsx.parts import formula, merge, row, text, value, with_parts, xls, xlsx


def sheet_of(data: bytes) -> Sheet:
    return read_workbook(data).sheets[0]


def contents(data: bytes) -> dict[str, tuple[CellKind, str]]:
    return {cell.place: (cell.kind, cell.text) for cell in sheet_of(data).cells}


def test_words_and_numbers_come_with_their_places() -> None:
    data = xlsx(row(1, text("A1", "党组会")) + row(2, value("C2", "33")))
    assert sheet_of(data).cells == (
        Cell(1, 1, CellKind.TEXT, "党组会"),
        Cell(2, 3, CellKind.NUMBER, "33"),
    )


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ("0.1", "0.1"),
        ("0.10000000000000001", "0.1"),
        ("0.30000000000000004", "0.3"),
        ("5.4399999999999997E4", "54400"),
        ("1E-3", "0.001"),
        ("1e20", "100000000000000000000"),
        ("-0", "0"),
        ("123456789012345678", "123456789012345678"),
    ],
)
def test_a_number_is_the_decimal_its_user_sees(stored: str, seen: str) -> None:
    assert contents(xlsx(row(1, value("A1", stored))))["A1"] == (CellKind.NUMBER, seen)


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=5))
def test_up_to_fifteen_digits_come_back_exactly(number: object) -> None:
    assert str(exact(float(str(number)))) == str(number).rstrip("0").rstrip(".") or (
        exact(float(str(number))) == number
    )


def test_a_percent_format_is_told() -> None:
    data = xlsx(row(1, value("A1", "0.795", 1), value("B1", "0.795")), formats=("0.0%",))
    assert [cell.percent for cell in sheet_of(data).cells] == [True, False]


def test_dates_truth_values_and_errors_are_no_numbers() -> None:
    cells = value("A1", "45720", 1) + value("B1", "1", kind="b") + value("C1", "#N/A", kind="e")
    assert contents(xlsx(row(1, cells), formats=("yyyy/m/d",))) == {
        "A1": (CellKind.DATE, "2025-03-04"),
        "B1": (CellKind.BOOLEAN, "TRUE"),
        "C1": (CellKind.ERROR, "#N/A"),
    }


def test_a_formula_gives_its_stored_result_and_says_when_there_is_none() -> None:
    data = xlsx(row(1, formula("A1", "1+1", "2"), formula("B1", "SUM(C1:C9)")))
    assert contents(data) == {
        "A1": (CellKind.NUMBER, "2"),
        "B1": (CellKind.UNCALCULATED, "=SUM(C1:C9)"),
    }


def test_a_false_dimension_hides_no_row() -> None:
    rows = "".join(row(n, value(f"A{n}", str(n))) for n in range(1, 6))
    assert len(sheet_of(xlsx(rows, dimension="A1:A2")).cells) == 5


def test_a_far_cell_costs_no_time_and_is_said() -> None:
    rows = row(1, value("A1", "1"), value("XFD1", "2")) + row(1048576, value("XFD1048576", "9"))
    started = time.monotonic()
    sheet = sheet_of(xlsx(rows, after=merge("A1:XFD1048576")))
    assert time.monotonic() - started < 3
    assert [cell.place for cell in sheet.cells] == ["A1"]
    assert sheet.beyond
    assert sheet.merges == (Area(1, 1, 20_000, 200),)


def test_a_hidden_sheet_is_read_and_known_as_hidden() -> None:
    sheet = sheet_of(xlsx(row(1, value("A1", "1")), state="hidden"))
    assert (len(sheet.cells), sheet.hidden) == (1, True)


def test_cells_without_places_are_counted() -> None:
    data = xlsx("<row><c><v>1</v></c><c><f>B9</f></c></row>")
    assert contents(data) == {"A1": (CellKind.NUMBER, "1"), "B1": (CellKind.UNCALCULATED, "=B9")}


def test_a_strict_file_gives_the_same_cells() -> None:
    """Office saves such files as "Strict Open XML"; openpyxl alone would find them empty."""
    plain = xlsx(row(1, text("A1", "党组会"), value("B1", "0.33", 1)), formats=("0%",))
    strict = with_parts(
        plain,
        lambda part: re.sub(
            rb"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/",
            part,
        ),
    )
    assert strict != plain
    assert read_workbook(strict) == read_workbook(plain)


def test_a_dialect_that_cannot_be_read_is_refused_and_not_taken_for_empty() -> None:
    other = b"http://schemas.microsoft.com/office/excel/2006/2"
    data = with_parts(
        xlsx(row(1, value("A1", "33"))),
        lambda part: part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", other
        ),
    )
    with pytest.raises(RolwriterError, match="读不出表格"):
        read_workbook(data, "甲.xlsx")


def test_a_declaration_of_entities_is_refused() -> None:
    bad = b'<!DOCTYPE x [<!ENTITY e "33">]><x/>'
    with pytest.raises(RolwriterError, match="DOCTYPE"):
        read_workbook(xlsx(row(1, value("A1", "1")), more={"xl/custom.xml": bad}))


def test_more_words_than_any_form_holds_are_refused() -> None:
    words = "".join(chr(0x4E00 + n * n % 20_000) for n in range(30_000))
    rows = "".join(row(n, text(f"A{n}", words)) for n in range(1, 300))
    with pytest.raises(RolwriterError, match="内容太多"):
        read_workbook(xlsx(rows), "甲.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空的"),
        (b"PK\x03\x04broken", "已经损坏"),
        (b"a,b\n1,2\n", "CSV"),
        (b"<html><body><table><tr><td>33</td></tr></table></body></html>", "网页"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "已经损坏"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", "已经损坏"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_a_way_out(data: bytes, words: str) -> None:
    with pytest.raises(RolwriterError, match=words) as refused:
        read_workbook(data, "甲.xlsx")
    assert "没有读入任何内容" in refused.value.consequence


def test_an_ods_file_is_refused_with_a_way_out() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(RolwriterError, match="ODS表格") as refused:
        read_workbook(buffer.getvalue(), "甲.ods")
    assert "另存为“Excel工作簿" in refused.value.remedy


def test_a_binary_file_gives_the_same_cells() -> None:
    data = xls((0, 0, "党组会"), (1, 2, 0.1))
    assert sheet_of(data).cells == (
        Cell(1, 1, CellKind.TEXT, "党组会"),
        Cell(2, 3, CellKind.NUMBER, "0.1"),
    )


def test_a_binary_files_percent_format_is_told() -> None:
    (cell,) = sheet_of(xls((0, 0, 0.795), percent=True)).cells
    assert (cell.text, cell.percent) == ("0.795", True)


def test_a_truncated_binary_file_is_one_clear_sentence() -> None:
    data = xls((0, 0, "党组会"), (1, 2, 0.1))
    with pytest.raises(RolwriterError, match="已经损坏"):
        read_workbook(data[: len(data) - 40])


@given(st.data())
@settings(max_examples=60)
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(
        data.draw(
            st.sampled_from([xls((0, 0, "甲"), (1, 1, 33.0)), xlsx(row(1, text("A1", "甲")))])
        )
    )
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_workbook(bytes(whole))
    except RolwriterError as error:
        assert error.remedy


def test_the_worker_gives_what_the_reader_gives() -> None:
    data = xlsx(row(1, text("A1", "甲"), value("B1", "0.1")), after=merge("A1:A2"))
    assert read_cells_in_worker(data, "甲.xlsx") == read_workbook(data)


def test_the_workers_way_out_for_a_spreadsheet_does_not_lead_through_word() -> None:
    with pytest.raises(RolwriterError) as refused:
        read_cells_in_worker(b"PK\x03\x04broken", "甲.xlsx")
    assert "Word" not in str(refused.value)
