from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolwriter.model.form import STAMP, Column, FilledForm
from rolwriter.model.sheets import Area, Cell, CellKind, Sheet, Workbook
from rolwriter.readers.xlsx import read_form
from rolwriter.readers.xlsx.header import plain_title


def sheet(*rows: tuple[str, ...], merges: tuple[Area, ...] = (), name: str = "表") -> Sheet:
    """Rows of texts from the first row on; an empty text is an empty cell."""
    cells = (
        Cell(r, c, CellKind.TEXT, text)
        for r, row in enumerate(rows, 1)
        for c, text in enumerate(row, 1)
        if text
    )
    return Sheet(name, tuple(cells), merges)


def form(*sheets: Sheet, year: int | None = 2025) -> FilledForm:
    return read_form(Workbook("xlsx", sheets), year)


def values(filled: FilledForm) -> list[tuple[str, str]]:
    """Each row's id and the text of its value."""
    return [
        (row.figure_id, row.cells[Column.VALUE].text if Column.VALUE in row.cells else "")
        for row in filled.rows
    ]


HEAD = ("编号", "指标名称", "单位", "今年数")


def test_rows_below_a_heading_have_their_cells_by_kind() -> None:
    (row,) = form(sheet(HEAD, ("[f1]", "党组会", "次", "33"))).rows
    assert (row.figure_id, row.value_place, row.words) == ("f1", "D2", "党组会　次　33")
    assert {key: cell.text for key, cell in row.cells.items()} == {
        Column.ID: "[f1]",
        Column.NAME: "党组会",
        Column.UNIT: "次",
        Column.VALUE: "33",
    }


def test_columns_may_have_been_moved() -> None:
    moved = sheet(("今年数", "备注", "指标名称", "编号"), ("33", "", "党组会", "[f1]"))
    assert values(form(moved)) == [("f1", "33")]


def test_rows_may_have_been_sorted_added_and_deleted() -> None:
    filled = form(sheet(HEAD, ("[f3]", "丙", "次", "3"), ("", "新", "次", "9"), ("[f1]", "甲")))
    assert values(filled) == [("f3", "3"), ("", "9"), ("f1", "")]


@pytest.mark.parametrize(
    "title",
    [
        "今年数",
        " 今年 数 ",
        "今年数*",
        "今年数（2025年）",
        "2025年数",
        "本年度",
        "数值",
        "２０２５年",
    ],
)
def test_a_column_is_known_under_many_titles(title: str) -> None:
    assert values(form(sheet(("指标名称", title), ("党组会", "33")))) == [("", "33")]


def test_last_years_column_is_never_taken_for_this_years() -> None:
    filled = form(sheet(("指标名称", "2024年数", "2025年数"), ("党组会", "33", "41")))
    assert values(filled) == [("", "41")]


def test_a_table_without_a_column_for_this_year_says_so() -> None:
    (row,) = form(sheet(("编号", "指标名称", "单位"), ("[f1]", "党组会", "次"))).rows
    assert row.value_place == ""


def test_an_id_is_found_in_whatever_column_it_stands() -> None:
    filled = form(sheet(("指标名称", "今年数", "别的"), ("党组会", "33", "[f1]")))
    assert values(filled) == [("f1", "33")]


def test_a_second_heading_begins_a_second_table() -> None:
    filled = form(sheet(HEAD, ("[f1]", "甲", "次", "1"), ("今年数", "指标名称"), ("2", "乙")))
    assert values(filled) == [("f1", "1"), ("", "2")]


def test_words_outside_every_table_are_kept_as_loose_rows() -> None:
    filled = form(sheet(("我科今年没有新增。",), HEAD, ("[f1]", "甲", "次", "1")))
    assert [(row.place, row.words) for row in filled.loose] == [("A1", "我科今年没有新增。")]


def test_the_forms_own_words_are_no_rows() -> None:
    filled = form(
        sheet(
            ("2025年度法治政府建设情况数据征集表",),
            ("填报科室：综合科",),
            ("填写说明：",),
            HEAD,
            ("[f1]", "甲", "次", "1"),
            ("表中没有、但应当报的数据，请写在下面各行：",),
            ("填报人：　　　　　　　　　科室负责人：　　　　　　　　　日期：　　　　　　　",),
        )
    )
    assert (len(filled.rows), filled.loose, filled.notes) == (1, (), ())
    assert filled.supplier == "综合科"


def test_a_title_that_is_the_sheets_own_name_is_no_row() -> None:
    rows = (("2025年度台账",), HEAD, ("[f1]", "甲", "次", "1"))
    assert form(sheet(*rows, name="2025年度台账")).loose == ()
    assert len(form(sheet(*rows, name="表")).loose) == 1
    assert len(form(sheet(("2025年度台账",), name="2025年度台账")).loose) == 1


def test_a_filled_line_for_signatures_is_a_note() -> None:
    line = "填报人：甲某　　科室负责人：乙某　　日期：1月5日"
    assert form(sheet(HEAD, (line,))).notes == (
        "签名栏：填报人：甲某 科室负责人：乙某 日期：1月5日",
    )


def test_year_and_supplier_come_from_the_hidden_sheet() -> None:
    stamp = sheet((STAMP, "1"), ("year", "2024"), ("supplier", "法规科"), name=STAMP)
    filled = form(sheet(HEAD, ("[f1]", "甲", "次", "1")), stamp)
    assert (filled.year, filled.supplier, len(filled.rows)) == (2024, "法规科", 1)


def test_a_value_in_a_cell_merged_over_rows_is_marked_on_each_of_them() -> None:
    rows = (HEAD, ("[f1]", "甲", "次", "1"), ("[f2]", "乙", "次"), ("[f3]", "丙", "次", "3"))
    filled = form(sheet(*rows, merges=(Area(2, 4, 3, 4),)))
    assert [row.merged for row in filled.rows] == ["D2:D3", "D2:D3", ""]


def test_a_value_merged_with_its_neighbour_on_the_right_is_plain() -> None:
    filled = form(sheet(HEAD, ("[f1]", "甲", "次", "1"), merges=(Area(2, 4, 2, 6),)))
    assert filled.rows[0].merged == ""


def test_a_name_merged_over_rows_is_the_name_of_each_of_them() -> None:
    rows = (("指标名称", "单位", "今年数"), ("考试", "人", "22"), ("", "%", "100"))
    filled = form(sheet(*rows, merges=(Area(2, 1, 3, 1),)))
    assert [row.cells[Column.NAME].text for row in filled.rows] == ["考试", "考试"]


def test_many_merges_that_overlap_cost_no_time() -> None:
    merges = tuple(Area(2, 1, 20_000, 200) for _ in range(20_000))
    assert len(form(sheet(HEAD, ("[f1]", "甲", "次", "1"), merges=merges)).rows) == 1


def test_a_hidden_sheet_and_a_cut_one_are_said() -> None:
    cells = sheet(HEAD, ("[f1]", "甲", "次", "1")).cells
    notes = form(Sheet("旧表", cells, hidden=True, beyond=True)).notes
    assert "隐藏" in notes[0]
    assert "后面还有内容没有读" in notes[1]


@pytest.mark.parametrize("title", ["", "(", "()", "((a)", "****", "（）（）"])
def test_any_title_is_made_plain(title: str) -> None:
    assert plain_title(title) == plain_title(plain_title(title))


@given(
    st.lists(
        st.lists(st.sampled_from(["", "指标名称", "今年数", "[f1]", "33", "甲"]), max_size=5),
        max_size=8,
    )
)
def test_every_row_with_words_is_a_row_a_loose_row_or_a_heading(
    rows: list[list[str]],
) -> None:
    filled = form(sheet(*map(tuple, rows)))
    shown = {(row.row) for row in filled.rows} | {int(row.place[1:]) for row in filled.loose}
    for number, row in enumerate(rows, 1):
        if any(row) and number not in shown:
            assert {"指标名称", "今年数"} <= set(row)
