from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rolwriter.model.form import STAMP, CollectionForm, Column
from rolwriter.model.ledger import Figure, FigureState
from rolwriter.readers.xlsx import read_form, read_workbook
from rolwriter.writers.xlsx import write_form
from tests.writers.xlsx.validity import faults

FIGURES = (
    Figure("f1", "党组会", "次", previous=Decimal(33), scope="只计正式召开的", supplier="综合科"),
    Figure(
        "f2",
        "节油",
        "升",
        Decimal(54400),
        "约",
        supplier="综合科",
        evidence="台账",
        state=FigureState.REPORTED,
    ),
    Figure("f3", "复议", "件", supplier="综合科", state=FigureState.NONE),
    Figure("f4", "=cmd|' /C calc'!A0", "件", supplier="综合科"),
)
FORM = CollectionForm(2025, "青禾县统计局", "综合科", FIGURES)


@pytest.fixture
def sheet() -> Any:
    return openpyxl.load_workbook(BytesIO(write_form(FORM)))["数据征集表"]


def head(sheet: Any) -> dict[str, str]:
    """The letter of each column by its title."""
    (row,) = (row for row in sheet.iter_rows() if row[0].value == "编号")
    return {cell.value: cell.column_letter for cell in row}


def test_a_form_reads_back_as_the_figures_it_was_made_from() -> None:
    filled = read_form(read_workbook(write_form(FORM)))
    assert (filled.year, filled.supplier, filled.loose, filled.notes) == (2025, "综合科", (), ())
    assert [row.figure_id for row in filled.rows] == ["f1", "f2", "f3", "f4"]
    second = {key: cell.text for key, cell in filled.rows[1].cells.items()}
    assert (second[Column.VALUE], second[Column.HEDGE], second[Column.STATE]) == (
        "54400",
        "约",
        "已报",
    )
    assert filled.rows[2].cells[Column.STATE].text == "本年度未发生"
    assert filled.rows[3].cells[Column.NAME].text == "=cmd|' /C calc'!A0"
    assert [row.cells[Column.PREVIOUS].text for row in filled.rows[:1]] == ["33"]


def test_ids_stand_in_a_hidden_column_and_the_stamp_on_a_sheet_hidden_for_good(sheet: Any) -> None:
    assert sheet.column_dimensions["A"].hidden
    assert sheet.parent[STAMP].sheet_state == "veryHidden"


def test_only_what_is_to_be_filled_in_is_unlocked(sheet: Any) -> None:
    letters = head(sheet)
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    row = 9
    unlocked = {t for t, letter in letters.items() if not sheet[f"{letter}{row}"].protection.locked}
    assert sheet[f"{letters['编号']}{row}"].value == "[f1]"
    assert unlocked == {"今年数", "近似", "状态", "佐证", "备注"}


def test_hedge_and_state_are_chosen_from_lists(sheet: Any) -> None:
    letters = head(sheet)
    rules = {str(r.sqref).split(":")[0]: r.formula1 for r in sheet.data_validations.dataValidation}
    assert rules[f"{letters['近似']}9"] == '"精确,约,近,超,余,多,左右,以上"'
    assert rules[f"{letters['状态']}9"] == '"已报,本年度未发生"'


def test_it_prints_on_a4_as_wide_as_the_page_with_the_heading_on_each(sheet: Any) -> None:
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$8:$8"


def test_instructions_name_the_year(sheet: Any) -> None:
    words = [str(cell.value) for row in sheet["B1:B7"] for cell in row]
    assert words[0].startswith("2025年度")
    assert any("2025年1月1日至12月31日" in line for line in words)


def test_the_same_form_is_the_same_bytes() -> None:
    assert write_form(FORM) == write_form(FORM)


def test_a_form_without_a_known_year_can_be_written() -> None:
    filled = read_form(read_workbook(write_form(CollectionForm(None, "", "综合科", FIGURES))))
    assert (filled.year, len(filled.rows), filled.loose) == (None, 4, ())


def test_a_validator_of_the_standard_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(write_form(FORM))
    assert faults(path) == []
